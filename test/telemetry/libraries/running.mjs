/** Runs one app in a process of its own, so that trackers and tracers start in it as they do for users. */
import { fork } from 'node:child_process'
import { once } from 'node:events'
import { request } from 'node:http'
import { fileURLToPath } from 'node:url'

const fileOf = (name) => fileURLToPath(new URL(`app/${name}`, import.meta.url))
const LONGEST_WAIT = 20_000

/** Starts the app of a plan. */
export async function startApp(plan) {
  const child = fork(fileOf('app.mjs'), {
    execArgv: ['--no-warnings', '--import', fileOf('instrument.mjs')],
    env: { ...process.env, PLAN: JSON.stringify(plan), NODE_ENV: 'production', OTEL_SEMCONV_EXCEPTION_SIGNAL_OPT_IN: '' },
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  })
  const hasEnded = once(child, 'exit').then(([code, signal]) => Promise.reject(new Error(`the app ended with ${code ?? signal}`)))
  hasEnded.catch(() => undefined)
  const answerOf = async (asked) => {
    if (asked !== undefined) child.send(asked)
    const [message] = await Promise.race([once(child, 'message', { signal: AbortSignal.timeout(LONGEST_WAIT) }), hasEnded])
    return message
  }
  const { port } = await answerOf()
  return {
    ask: (path, { method = 'GET', headers = {} } = {}) => answerTo({ port, path, method, headers, host: '127.0.0.1' }),
    taken: (isLate) => answerOf({ isLate }),
    metrics: () => answerOf('metrics'),
    stop: () => child.kill('SIGKILL'),
  }
}

// Not fetch(): what it does with fields and broken responses is its own.
function answerTo(options) {
  return new Promise((resolve, reject) => {
    const req = request({ ...options, agent: false }, (res) => {
      let body = ''
      const done = (isBroken) => resolve({ status: res.statusCode, headers: res.headers, body, isBroken })
      res.setEncoding('utf8').on('data', (text) => {
        body += text
      })
      res.on('end', () => done(false)).on('error', () => done(true))
    })
    req.on('error', reject)
    req.end()
  })
}

import { type ChildProcessByStdio, spawn } from 'node:child_process'
import { once } from 'node:events'
import { createServer, type Server } from 'node:net'
import type { Readable } from 'node:stream'
import { fileURLToPath } from 'node:url'
import { expect } from 'chai'
import { explainFailure, readAddress } from '../../examples/bookshop/address.js'
import { demonstrations } from '../../examples/bookshop/demonstrations.js'
import { ask } from './requests.js'

const script = fileURLToPath(new URL('../../examples/bookshop/start.js', import.meta.url))

interface Run {
  readonly process: ChildProcessByStdio<null, Readable, Readable>
  readonly texts: { out: string; error: string }
  readonly ended: Promise<unknown[]>
}

describe('npm start', () => {
  const servers: Server[] = []

  afterEach(async () => {
    for (const server of servers.splice(0)) await close(server)
  })

  for (const PORT of ['books', '3000.5', '-1', '0', '65535', '65536', '999999']) {
    it(`refuses the port ${PORT} and says which one to choose`, () => {
      expect(readAddress({ PORT })).to.match(
        /^PORT must be a whole number from 1 to 65534, but is ".*"\. .*Try: PORT=3000 npm start$/,
      )
    })
  }

  it('listens on 127.0.0.1, 3000 and 3001 where nothing else is said', () => {
    for (const environment of [{}, { HOST: '', PORT: '' }])
      expect(readAddress(environment)).to.deep.equal({ host: '127.0.0.1', ports: { express: 3000, koa: 3001 } })
  })

  for (const [code, hint] of [
    ['EACCES', 'PORT=3000 npm start'],
    ['ENOTFOUND', 'HOST=127.0.0.1 npm start'],
    ['EADDRNOTAVAIL', 'HOST=127.0.0.1 npm start'],
  ] as const) {
    it(`says what to do about ${code}`, () => {
      const failure = Object.assign(new Error('listen'), { code })
      expect(explainFailure(failure, { host: '127.0.0.1', ports: { express: 80, koa: 81 } })).to.match(new RegExp(`${hint}$`))
    })
  }

  it('ends with one line and exit code 1 for a bad port', async () => {
    const { ended, texts } = start({ PORT: '65535' })
    expect((await ended)[0]).to.equal(1)
    expect(texts.error).to.match(/^PORT must be [^\n]*\n$/)
    expect(texts.out).to.equal('')
  })

  for (const [who, offset] of [
    ['Express', 0],
    ['Koa', 1],
  ] as const) {
    it(`ends with one line and exit code 1 where the port of ${who} is busy, and leaves nothing running`, async () => {
      const port = await freePair()
      servers.push(await occupy(port + offset))
      const { ended, texts } = start({ PORT: String(port) })
      expect((await ended)[0]).to.equal(1)
      expect(texts.error).to.match(
        new RegExp(`^Port ${port + offset} on 127\\.0\\.0\\.1 is in use\\. [^\\n]*PORT=\\d+ npm start\\n$`),
      )
      servers.push(await occupy(port + 1 - offset))
    })
  }

  it('prints both addresses and a curl line for each demonstration, logs the 500s, and closes on SIGTERM', async () => {
    const port = await freePair()
    const { process, ended, texts } = start({ PORT: String(port) })
    try {
      while (!texts.out.includes('/suppliers')) await Promise.race([once(process.stdout, 'data'), ended.then(failed(texts))])
      expect(texts.out)
        .to.include(`http://127.0.0.1:${port}\n`)
        .and.include(`http://127.0.0.1:${port + 1}\n`)
      for (const framework of [0, 1]) await ask(`http://127.0.0.1:${port + framework}/reports/sales`, 'GET')
    } finally {
      process.kill('SIGTERM')
    }
    expect(await ended).to.deep.equal([0, null])
    expect(texts.out.match(/^curl -i /gm)).to.have.lengthOf(demonstrations.length)
    // One line each, which is JSON.
    const logged = texts.error.split('\n').filter((line) => line.includes('hunter2'))
    expect(logged.map((line) => (JSON.parse(line) as { status: number }).status)).to.deep.equal([500, 500])
    servers.push(await occupy(port), await occupy(port + 1))
  })
})

function start(environment: Readonly<Record<string, string>>): Run {
  const child = spawn(process.execPath, [script], {
    env: { ...process.env, HOST: '', ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const texts = { out: '', error: '' }
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    texts.out += text
  })
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    texts.error += text
  })
  return { process: child, texts, ended: once(child, 'close') }
}

function failed(texts: Run['texts']): () => never {
  return () => {
    throw new Error(`The shop ended: ${texts.error}`)
  }
}

// Below the ports that systems give to connections: one of those may be taken again before the shop starts, where other tests run.
async function freePair(): Promise<number> {
  for (;;) {
    const port = 20_000 + 2 * Math.floor(Math.random() * 5000)
    const first = await occupy(port).catch(() => undefined)
    if (first === undefined) continue
    const second = await occupy(port + 1).catch(() => undefined)
    await close(first)
    if (second === undefined) continue
    await close(second)
    return port
  }
}

async function occupy(port: number): Promise<Server> {
  const server = createServer().listen(port, '127.0.0.1')
  await once(server, 'listening')
  return server
}

async function close(server: Server): Promise<void> {
  server.close()
  await once(server, 'close')
}

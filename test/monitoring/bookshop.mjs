/** The bookshop in a process of its own, as `npm start` opens it. */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('../..', import.meta.url))
const LONGEST = 30_000

/** Opens the shop; gives its address, and what closes it. */
export async function openBookshop() {
  const port = await freePort()
  // Each problem is a line of its log, and there are many.
  const child = spawn(process.execPath, [join(root, '.build/examples/bookshop/start.js')], {
    cwd: root,
    env: { ...process.env, PORT: String(port) },
    stdio: 'ignore',
  })
  const origin = `http://127.0.0.1:${port}`
  const close = async () => {
    if (child.exitCode !== null) return
    child.kill()
    await once(child, 'close')
  }
  try {
    await answers(`${origin}/books`, child)
    return { origin, close }
  } catch (error) {
    await close()
    throw error
  }
}

async function answers(url, child) {
  for (const end = Date.now() + LONGEST; Date.now() < end && child.exitCode === null; await sleep(200)) {
    const response = await fetch(url).catch(() => undefined)
    if (response?.ok) return
  }
  throw new Error(`The bookshop does not answer at ${url}`)
}

// The shop takes this one and the next.
async function freePort() {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address()
  server.close()
  await once(server, 'close')
  return port > 65_000 ? freePort() : port
}

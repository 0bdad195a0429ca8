/** Serves an app for a moment and gives back what it answered, byte for byte. */
import { createServer, type RequestListener } from 'node:http'
import type { AddressInfo } from 'node:net'
import { fetchPlain, type Sent } from '../contract/problem-response.js'

/** An answer without what differs from one second to the next. */
export interface Told {
  readonly status: number
  readonly fields: Readonly<Record<string, string>>
  readonly text: string
}

/** What a client of problems sends. */
export const ASKS: Readonly<Record<string, string>> = { accept: 'application/problem+json' }

/** Serves an app while a function runs. */
export async function serving<Result>(app: unknown, run: (url: string) => Promise<Result>): Promise<Result> {
  const server = createServer(app as RequestListener)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  try {
    return await run(`http://127.0.0.1:${(server.address() as AddressInfo).port}`)
  } finally {
    server.close()
    server.closeAllConnections()
  }
}

/** Sends a request to an app. */
export async function ask(app: unknown, path: string, sent: Sent = {}): Promise<Told> {
  const { status, headers, bytes } = await serving(app, (url) => fetchPlain(`${url}${path}`, sent))
  const fields = Object.fromEntries([...headers].filter(([name]) => !/^(?:date|connection|keep-alive)$/.test(name)))
  return { status, fields, text: bytes.toString('latin1') }
}

/** Sends a request over real HTTP and writes the response as `curl -i` shows it. */
import { request as httpRequest, type IncomingMessage, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Request } from './curl.js'

// Node and Express add these to every response; the pages say so and leave them out.
const EVERYWHERE = /^(date: .*|connection: keep-alive|keep-alive: .*|x-powered-by: express)$/i

/** Sends a request; gives the head and the body of the response. */
export async function exchange(
  server: Server,
  { method, path, headers, body }: Request,
): Promise<{ head: string; body: string }> {
  const { port } = server.address() as AddressInfo
  const response = await new Promise<IncomingMessage>((resolve, reject) => {
    httpRequest({ host: '127.0.0.1', port, method, path, headers, agent: false }, resolve).on('error', reject).end(body)
  })
  const chunks: Buffer[] = []
  for await (const chunk of response) chunks.push(chunk as Buffer)
  const fields = response.rawHeaders.flatMap((name, index, all) => (index % 2 === 0 ? [`${name}: ${all[index + 1]}`] : []))
  const head = [
    `HTTP/1.1 ${response.statusCode} ${response.statusMessage}`,
    ...fields.filter((field) => !EVERYWHERE.test(field) && field !== 'Connection: close'),
  ]
  return { head: head.join('\n'), body: Buffer.concat(chunks).toString() }
}

/** Waits until a server listens. */
export async function listening(server: Server): Promise<void> {
  if (!server.listening) await new Promise((resolve) => server.once('listening', resolve))
}

/** Ends a server and its connections. */
export async function close(server: Server): Promise<void> {
  server.closeAllConnections()
  await new Promise((resolve) => server.close(resolve))
}

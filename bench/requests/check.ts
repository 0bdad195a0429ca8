/** Compares the bytes of an answer with what they must be, before anything is timed. */
import { connect } from 'node:net'
import type { Expected } from './contenders/contender.js'
import { REQUEST } from './request.js'

/** Asks once and compares status, Content-Type and body; gives the length of the whole answer in bytes. */
export async function checkAnswer(port: number, expected: Expected, name: string): Promise<number> {
  const text = await firstAnswer(port)
  const [head, body] = splitAnswer(text)
  const status = Number(/^HTTP\/1\.1 (\d{3})/.exec(head)?.[1])
  const contentType = /^content-type: (.*)$/im.exec(head)?.[1]?.trim()
  for (const [what, want, got] of [
    ['status', expected.status, status],
    ['Content-Type', expected.contentType, contentType],
    ['body', expected.body, body],
  ] as const) {
    if (want !== got) throw new Error(`${name}: the ${what} must be ${want}, but is ${got}.`)
  }
  return text.length
}

/** Splits an answer of single-byte characters into head and body; a body in chunks is put together. */
export function splitAnswer(text: string): [head: string, body: string] {
  const end = text.indexOf('\r\n\r\n')
  const [head, body] = [text.slice(0, end), text.slice(end + 4)]
  return [head, isChunked(head) ? joinChunks(body) : body]
}

/** Tells whether an answer has as many bytes as its Content-Length says, or its last chunk. */
export function isComplete(text: string): boolean {
  const [head, body] = splitAnswer(text)
  if (!text.includes('\r\n\r\n')) return false
  if (isChunked(head)) return text.endsWith('\r\n0\r\n\r\n')
  const length = /^content-length: (\d+)\r?$/im.exec(head)?.[1]
  return length !== undefined && body.length >= Number(length)
}

function isChunked(head: string): boolean {
  return /^transfer-encoding: chunked\r?$/im.test(head)
}

function joinChunks(text: string): string {
  let body = ''
  let rest = text
  for (let size = Number.parseInt(rest, 16); size > 0; size = Number.parseInt(rest, 16)) {
    const start = rest.indexOf('\r\n') + 2
    body += rest.slice(start, start + size)
    rest = rest.slice(start + size + 2)
  }
  return body
}

function firstAnswer(port: number): Promise<string> {
  return new Promise((resolve, reject) => {
    let text = ''
    const socket = connect({ port, host: '127.0.0.1', timeout: 5000 })
    socket.setEncoding('latin1')
    socket.on('error', reject)
    socket.on('timeout', () => socket.destroy(new Error('No answer within 5 seconds.')))
    socket.on('data', (chunk) => {
      text += chunk
      if (!isComplete(text)) return
      socket.destroy()
      resolve(text)
    })
    socket.write(REQUEST)
  })
}

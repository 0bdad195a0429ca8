/** Speaks HTTP/1.1 over a bare socket, where the bytes matter. */
import { connect } from 'node:net'

/** A response as it came over the wire. */
export interface WireResponse {
  readonly status: number
  readonly reason: string
  /** Field lines in their order, names in lower case. */
  readonly fields: readonly (readonly [name: string, value: string])[]
  readonly body: string
  /** Whether the server closed the connection. */
  readonly closed: boolean
  /** Everything that came, head and body. */
  readonly raw: string
}

/** Sends bytes and waits until a whole response has come, the server closes, or it is silent for so many milliseconds. */
export function exchange(port: number, request: string, silence = 500, responses = 1): Promise<WireResponse> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = []
    let closed = false
    let timer: NodeJS.Timeout | undefined
    const socket = connect(port, '127.0.0.1', () => socket.write(request))
    const finish = (): void => {
      clearTimeout(timer)
      socket.destroy()
      resolve(parseResponse(Buffer.concat(chunks).toString('utf8'), closed))
    }
    const wait = (): void => {
      clearTimeout(timer)
      // A complete response is given a moment more, for a byte too many or a close.
      timer = setTimeout(finish, responses === 1 && isComplete(Buffer.concat(chunks), request.startsWith('HEAD ')) ? 25 : silence)
    }
    socket.on('data', (chunk) => {
      chunks.push(chunk)
      wait()
    })
    socket.on('close', () => {
      closed = true
      finish()
    })
    socket.on('error', (error: NodeJS.ErrnoException) => {
      if (error.code !== 'ECONNRESET' && error.code !== 'EPIPE') reject(error)
    })
    timer = setTimeout(finish, 5000)
  })
}

function isComplete(bytes: Buffer, isHead: boolean): boolean {
  const end = bytes.indexOf('\r\n\r\n')
  if (end < 0) return false
  const length = Number(/\r\ncontent-length: *(\d+)/i.exec(bytes.subarray(0, end).toString('latin1'))?.[1] ?? Number.NaN)
  return isHead || bytes.length - end - 4 >= length
}

/** Splits a response into its parts. */
export function parseResponse(raw: string, closed: boolean): WireResponse {
  const end = raw.indexOf('\r\n\r\n')
  const [line = '', ...lines] = raw.slice(0, end < 0 ? raw.length : end).split('\r\n')
  const [, status = '0', reason = ''] = /^HTTP\/1\.1 (\d{3}) ?(.*)$/.exec(line) ?? []
  const fields = lines.map((field) => {
    const colon = field.indexOf(':')
    return [field.slice(0, colon).toLowerCase(), field.slice(colon + 1).trim()] as const
  })
  return { status: Number(status), reason, fields, body: end < 0 ? '' : raw.slice(end + 4), closed, raw }
}

/** Writes a request. */
export function request(method: string, path: string, fields: Readonly<Record<string, string>> = {}, body = ''): string {
  const lines = Object.entries({
    Host: 'localhost',
    ...(body !== '' && { 'Content-Length': String(Buffer.byteLength(body)) }),
    ...fields,
  })
  return `${method} ${path} HTTP/1.1\r\n${lines.map(([name, value]) => `${name}: ${value}\r\n`).join('')}\r\n${body}`
}

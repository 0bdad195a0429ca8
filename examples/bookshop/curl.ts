/** Demonstrations as commands that can be pasted. */
import type { Demonstration } from './demonstrations.js'

/** Writes the request as a command for a POSIX shell. */
export function curlLine(origin: string, { method, path, body, times = 1 }: Demonstration): string {
  const url = quote(origin + path)
  return [
    'curl -i',
    ...(method === 'GET' ? [] : [`-X ${method}`]),
    ...(body === undefined ? [] : ["-H 'Content-Type: application/json'", `-d ${quote(body)}`]),
    ...Array.from({ length: times }, () => url),
  ].join(' ')
}

function quote(text: string): string {
  return `'${text.replaceAll("'", "'\\''")}'`
}

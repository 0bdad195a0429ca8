/** Sends the requests of the demonstrations. */
import type { Demonstration } from '../../examples/bookshop/demonstrations.js'

export interface Answer {
  readonly status: number
  readonly fields: Headers
  readonly text: string
}

/** Sends a request, with a body as JSON. */
export async function ask(url: string, method: string, body?: string): Promise<Answer> {
  const response = await fetch(url, {
    method,
    ...(body !== undefined && { body, headers: { 'Content-Type': 'application/json' } }),
  })
  return { status: response.status, fields: response.headers, text: await response.text() }
}

/** Sends a demonstration as often as it says, and gives the last answer. */
export async function send(origin: string, { method, path, body, times = 1 }: Demonstration): Promise<Answer> {
  for (let sent = 1; sent < times; sent++) await ask(origin + path, method, body)
  return ask(origin + path, method, body)
}

/** Shows values in a message: as JSON, on one line, cut where they are long. */
import { nameValue, read } from '../problem/read.js'

/** Shows a plain value. */
export function show(value: unknown, longest = 200): string {
  const text = JSON.stringify(value)
  if (text === undefined) return 'nothing'
  return text.length <= longest ? text : `${text.slice(0, longest)}... (${text.length} characters)`
}

/** Writes a path as a JSON Pointer (RFC 6901). */
export function pointerTo(path: readonly string[]): string {
  return path.map((step) => `/${step.replaceAll('~', '~0').replaceAll('/', '~1')}`).join('')
}

/** Reads the steps of a JSON Pointer. */
export function stepsOf(pointer: string): readonly string[] {
  return pointer
    .split('/')
    .slice(1)
    .map((step) => step.replaceAll('~1', '/').replaceAll('~0', '~'))
}

/** Names an error with its message; it may be any value. */
export function nameError(error: unknown): string {
  const message = read(error, 'message')
  return typeof message === 'string' ? JSON.stringify(message.slice(0, 200)) : nameValue(error)
}

/** Describes an error for a developer: name, message, code, stack, causes. Bounded, whatever the error holds; its other properties stay out. */
import { isError, itemsOf, nameValue, read } from '../problem/read.js'

/** What is told of an error. */
export interface ErrorDescription {
  readonly name: string
  readonly message: string
  /** The code of a library or of Node, such as `ECONNREFUSED`. */
  readonly code?: string
  /** The frames, innermost first. */
  readonly stack: readonly string[]
  readonly errors?: readonly ErrorDescription[]
  readonly cause?: ErrorDescription
}

// A cause can be its own cause, and an aggregate its own member.
const DEEPEST = 5
const MOST_ERRORS = 5
const MOST_FRAMES = 30
const LONGEST_TEXT = 10_000

// Control characters other than line feed and tab. Not by `\P{Cc}`, whose set is made when the module is loaded, used or not.
const CONTROLS = /[^ -~\n\t\xa0-\uffff]/g

/** Describes whatever was thrown. */
export function describeError(thrown: unknown, depth = 0): ErrorDescription {
  const cause = read(thrown, 'cause')
  const errors = itemsOf(read(thrown, 'errors'))
  const code = read(thrown, 'code')
  return {
    name: isError(thrown) ? text(read(thrown, 'name'), 'Error') : nameThrown(thrown),
    message: typeof thrown === 'string' ? text(thrown, '') : text(read(thrown, 'message'), ''),
    ...((typeof code === 'string' || typeof code === 'number') && { code: text(String(code), '') }),
    stack: frames(read(thrown, 'stack')),
    ...(errors !== undefined &&
      depth < DEEPEST && { errors: errors.slice(0, MOST_ERRORS).map((error) => describeError(error, depth + 1)) }),
    ...(cause !== undefined && depth < DEEPEST && { cause: describeError(cause, depth + 1) }),
  }
}

/** Writes a description as lines, causes indented under what they caused. */
export function errorLines({ name, message, code, stack, errors = [], cause }: ErrorDescription, label = ''): string[] {
  const head = `${label}${name}${message === '' ? '' : `: ${message}`}${code === undefined ? '' : ` (${code})`}`
  return [
    head,
    ...stack.map((frame) => `    ${frame}`),
    ...errors.flatMap((error) => errorLines(error, 'one of: ')).map((line) => `  ${line}`),
    ...(cause === undefined ? [] : errorLines(cause, 'cause: ').map((line) => `  ${line}`)),
  ]
}

function nameThrown(thrown: unknown): string {
  return typeof thrown === 'string' ? 'a string' : nameValue(thrown)
}

function text(value: unknown, fallback: string): string {
  // A terminal obeys control characters.
  return typeof value === 'string' && value !== '' ? value.slice(0, LONGEST_TEXT).replace(CONTROLS, '\ufffd') : fallback
}

// Only the frames: the first lines repeat the message, which may itself have lines.
function frames(stack: unknown): string[] {
  const lines = typeof stack === 'string' ? stack.slice(0, LONGEST_TEXT).split('\n') : []
  return lines
    .map((line) => line.trim())
    .filter((line) => line.startsWith('at '))
    .slice(0, MOST_FRAMES)
}

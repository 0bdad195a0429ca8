/** Describes an error for a developer: name, message, code, stack, causes. Bounded, whatever the error holds; its other properties stay out. */

import { own } from '../../schemas/json.js'
import { nameValue } from './name.js'
import { isError, itemsOf, read } from './read.js'
import { visible, visibleLines } from './visible.js'

/** What is told of an error. Printable: it has no control characters but the line feeds of the message, and tabs. */
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

// What no line of ours begins with, at any depth.
const CONTINUED = '    | '

/** Describes whatever was thrown. */
export function describeError(thrown: unknown, depth = 0): ErrorDescription {
  const cause = read(thrown, 'cause')
  const errors = itemsOf(read(thrown, 'errors'))
  const code = read(thrown, 'code')
  const name = isError(thrown) ? text(read(thrown, 'name'), 'Error') : nameThrown(thrown)
  const message = typeof thrown === 'string' ? text(thrown, '') : text(read(thrown, 'message'), '')
  return {
    name: visible(name),
    message: visibleLines(message).join('\n'),
    ...((typeof code === 'string' || typeof code === 'number') && { code: visible(text(String(code), '')) }),
    stack: frames(read(thrown, 'stack'), `${name}\n${message}`),
    ...(errors !== undefined &&
      depth < DEEPEST && { errors: errors.slice(0, MOST_ERRORS).map((error) => describeError(error, depth + 1)) }),
    ...(cause !== undefined && depth < DEEPEST && { cause: describeError(cause, depth + 1) }),
  }
}

/** Writes a description as lines, causes indented under what they caused. A message of several lines cannot pass for several errors. */
export function errorLines(description: ErrorDescription, label = ''): string[] {
  const { name, message, stack } = description
  const [code, errors, cause] = [own(description, 'code'), own(description, 'errors'), own(description, 'cause')]
  const head = `${label}${name}${message === '' ? '' : `: ${message}`}${code === undefined ? '' : ` (${code})`}`
  return [
    ...head.split('\n').map((line, index) => (index === 0 ? line : `${CONTINUED}${line}`)),
    ...stack.map((frame) => `    ${frame}`),
    ...(errors ?? []).flatMap((error) => errorLines(error, 'one of: ')).map((line) => `  ${line}`),
    ...(cause === undefined ? [] : errorLines(cause, 'cause: ').map((line) => `  ${line}`)),
  ]
}

function nameThrown(thrown: unknown): string {
  return typeof thrown === 'string' ? 'a string' : nameValue(thrown)
}

function text(value: unknown, fallback: string): string {
  return typeof value === 'string' && value !== '' ? value.slice(0, LONGEST_TEXT) : fallback
}

// Only the frames. The first lines repeat name and message, which may have lines that look like frames.
function frames(stack: unknown, head: string): string[] {
  const lines = typeof stack === 'string' ? stack.slice(0, LONGEST_TEXT).split('\n') : []
  const repeated = new Set(head.split('\n').map((line) => line.trim()))
  return lines
    .map((line) => line.trim())
    .filter((line) => line.startsWith('at ') && !repeated.has(line))
    .slice(0, MOST_FRAMES)
    .map(visible)
}

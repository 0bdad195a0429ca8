/** Describes an error for a developer: name, message, code, stack, causes. Bounded, whatever the error holds; its other properties stay out. */

import { own } from '../../schemas/json.js'
import { nameValue } from './name.js'
import { isError, itemsOf, read } from './read.js'
import { redactStart } from './redact.js'
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
// Of members that have members, and causes that have them, there would be thousands.
const MOST_DESCRIBED = 20
const MOST_FRAMES = 30
const LONGEST_TEXT = 10_500
const LONGEST_FRAME = 1000
const LONGEST_NAME = 200

// What no line of ours begins with, at any depth.
const CONTINUED = '    | '

/** Describes whatever was thrown. What looks like a secret in its message is left out. */
export function describeError(thrown: unknown): ErrorDescription {
  return describe(thrown, 0, { left: MOST_DESCRIBED })
}

/** How many errors may still be described. */
interface Budget {
  left: number
}

function describe(thrown: unknown, depth: number, budget: Budget): ErrorDescription {
  budget.left--
  const [cause, errors, code] = [read(thrown, 'cause'), membersOf(thrown), read(thrown, 'code')]
  const name = isError(thrown) ? text(read(thrown, 'name')) || 'Error' : nameThrown(thrown)
  const message = text(typeof thrown === 'string' ? thrown : saysMessage(thrown, depth) ? read(thrown, 'message') : '')
  return {
    name: visible(redactStart(name, LONGEST_NAME)),
    message: visibleLines(redactStart(message, LONGEST_TEXT)).join('\n'),
    ...((typeof code === 'string' || typeof code === 'number') && { code: visible(redactStart(String(code), LONGEST_NAME)) }),
    stack: frames(text(read(thrown, 'stack')), name, message),
    ...(errors !== undefined && depth < DEEPEST && { errors: errors.flatMap((error) => describeInner(error, depth, budget)) }),
    ...(cause !== undefined && depth < DEEPEST && budget.left > 0 && { cause: describe(cause, depth + 1, budget) }),
  }
}

// What validators and clients list under this name are no errors: it quotes the request, or what another server said.
function membersOf(thrown: unknown): readonly unknown[] | undefined {
  const errors = itemsOf(read(thrown, 'errors'))
  const isAggregate = read(thrown, 'name') === 'AggregateError'
  const members = errors?.filter((error) => isAggregate || isError(error)).slice(0, MOST_ERRORS)
  return members === undefined || (members.length === 0 && !isAggregate) ? undefined : members
}

// An object that was thrown is meant for an error; one behind an error is mostly what another server answered.
function saysMessage(thrown: unknown, depth: number): boolean {
  return depth === 0 || isError(thrown)
}

function describeInner(error: unknown, depth: number, budget: Budget): ErrorDescription[] {
  return budget.left > 0 ? [describe(error, depth + 1, budget)] : []
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

function text(value: unknown): string {
  return typeof value === 'string' ? value : ''
}

// Only the frames. What stands in front of them repeats name and message, which may have lines that look like frames.
function frames(stack: string, name: string, message: string): string[] {
  const begin = name.length + ': '.length
  const head = message !== '' && stack.startsWith(message, begin) ? begin + message.length : 0
  const repeated = new Set(
    message
      .slice(0, LONGEST_TEXT)
      .split('\n')
      .map((line) => line.trim()),
  )
  return stack
    .slice(head, head + LONGEST_TEXT)
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line.startsWith('at ') && !repeated.has(line))
    .slice(0, MOST_FRAMES)
    .map((line) => visible(redactStart(line, LONGEST_FRAME)))
}

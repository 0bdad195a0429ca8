/** Turns the differences between a response and what was expected into a message for people and a diff for test runners. */
import { jsonPointer } from '../../schemas/json.js'
import { jsonText } from '../../schemas/json-text.js'
import { setOwn } from '../guard/bare.js'
import { isRecord, read } from '../guard/read.js'
import { ABOUT_BLANK } from '../problem/static-members.js'
import { errorFacts, otherCodes } from '../status/codes.js'
import { vendorFacts } from '../status/vendor-codes.js'
import { type Difference, differences } from './differences.js'
import type { Expectation } from './expectation.js'
import { isUnjudged, type Received, type Unjudged } from './response.js'
import { show } from './show.js'

/** What an assertion found out. */
export interface Verdict {
  /** Whether the response is the problem; `undefined` where it cannot be judged, and fails both ways. */
  readonly passed: boolean | undefined
  /** Says what differs. */
  readonly message: string
  /** Says what was found although it should not be there. */
  readonly negated: string
  /** For the diff of the test runner: what came, and the same without the differences. */
  readonly actual: unknown
  readonly expected: unknown
  /** The body of the response. */
  readonly document: unknown
}

const MOST_LINES = 20
// Longer bodies would hide the message: their diff shows the rest of the response only.
const LONGEST_DIFF = 20_000
const LONGEST_BODY = 1000

/** Judges a response. */
export function judge(received: Received | Unjudged, expectation: Expectation): Verdict {
  if (isUnjudged(received)) {
    const { expected, got } = received
    const message = `expected ${expected}, got ${got}`
    return { passed: undefined, message, negated: message, actual: got, expected, document: undefined }
  }
  const found = differences(received, expectation)
  return {
    passed: found.length === 0,
    message: `expected ${expectation.name}, got ${summary(received)}\n\n${lines(found)}${bodyLine(received)}`,
    negated: `expected the response not to be ${expectation.name}, got ${summary(received)}`,
    ...diff(received, expectation, found),
    document: received.body,
  }
}

function summary({ status, field, text, body }: Received): string {
  const phrase = (errorFacts[status] ?? vendorFacts(status) ?? otherCodes[status])?.phrase
  const line = phrase === undefined ? String(status) : `${status} ${phrase}`
  if (!isRecord(body) || typeof read(body, 'type') !== 'string') {
    const mediaType = field('Content-Type') ?? 'no Content-Type'
    return `${line} with ${text === '' ? 'an empty body' : mediaType.slice(0, 100)}`
  }
  const type = body['type']
  const detail = read(body, 'detail')
  const which = type === ABOUT_BLANK ? line : `${line} ${show(type)}`
  return typeof detail === 'string' ? `${which}: ${show(detail)}` : which
}

function lines(found: readonly Difference[]): string {
  const shown = found
    .slice(0, MOST_LINES)
    .map(({ place, expected, got }) => `  ${placeName(place)}: expected ${expected}, got ${got}\n`)
  return found.length > MOST_LINES ? `${shown.join('')}  and ${found.length - MOST_LINES} more\n` : shown.join('')
}

function placeName(place: Difference['place']): string {
  return typeof place === 'string' ? place : jsonPointer(place)
}

function bodyLine({ text, body }: Received): string {
  // The line of the difference shows the beginning of a body that is no object.
  return isRecord(body)
    ? `  body: ${show(body, LONGEST_BODY)}\n`
    : text.length > 200
      ? `  body: ${show(text, LONGEST_BODY)}\n`
      : ''
}

function diff(
  { status, field, text, body }: Received,
  expectation: Expectation,
  found: readonly Difference[],
): Pick<Verdict, 'actual' | 'expected'> {
  const mediaType = field('Content-Type')
  const fits = text.length <= LONGEST_DIFF
  const shown = isRecord(body) && fits ? { body } : { body: text.slice(0, LONGEST_BODY) }
  const actual = { status, ...(mediaType !== undefined && { 'Content-Type': mediaType }), ...shown }
  const expected: Record<string, unknown> = JSON.parse(jsonText(actual))
  for (const difference of found) mend(expected, difference)
  if (!isRecord(body)) expected['body'] = wantedDocument(expectation)
  return { actual, expected }
}

function mend(root: Record<string, unknown>, difference: Difference): void {
  const { place, expected } = difference
  const path = typeof place === 'string' ? [place] : ['body', ...place]
  const last = String(path.pop())
  // A way that leads through what is missing ends there: its parent is a difference of its own.
  const owner = path.reduce<unknown>((value, step) => read(value, step), root)
  if (typeof owner !== 'object' || owner === null) return
  if (!Object.hasOwn(difference, 'value')) setOwn(owner, last, `(${expected})`)
  else if (difference.value === undefined) Reflect.deleteProperty(owner, last)
  else setOwn(owner, last, difference.value)
}

function wantedDocument({ type, title, status, members }: Expectation): unknown {
  const named = Object.entries(members).map(([name, value]) => [
    name,
    typeof value === 'function' ? '(a value that the check accepts)' : value,
  ])
  // JSON has no members that are undefined.
  return JSON.parse(jsonText({ type, title, status, ...Object.fromEntries(named) } as object))
}

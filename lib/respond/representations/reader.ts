/** What a person or an assistant is told of a problem besides its texts, whatever the form. */
import { own } from '../../../schemas/json.js'
import { read } from '../../guard/read.js'
import { isReserved } from '../../problem/members.js'
import type { ProblemDocument } from '../../problem/problem.js'
import { describeStatus } from '../../status/describe.js'
import { maySendAgain, type RetryFacts, retryFacts } from '../retry.js'
import type { RepresentationContext } from './representation.js'

/** The facts for a reader. Their texts are plain, and not escaped for any form. */
export interface ReaderFacts {
  /** What the status means, where it has a meaning: one sentence. */
  readonly meaning: string | undefined
  /** What can be done about the status: sentences. */
  readonly advice: readonly string[]
  /** Whether and when the request may be sent again: one or two sentences. */
  readonly retryText: string
  /** What names the occurrence when its reader asks for help, and the member that has it: a request id, a trace id, else `instance`. */
  readonly reference: { readonly name: string; readonly value: string } | undefined
  /** The address of the type's documentation, where the type is one: http(s). */
  readonly link: string | undefined
  /** The extension members, without the reference. */
  readonly members: readonly (readonly [name: string, value: unknown])[]
}

// In the order in which people on call prefer them.
const REFERENCES: readonly string[] = ['request', 'trace', 'correlation'].flatMap((what) => [
  `${what}Id`,
  `${what}_id`,
  `${what}-id`,
])

/** Collects the facts for a reader. */
export function readerFacts(document: ProblemDocument, { problem, facts }: RepresentationContext): ReaderFacts {
  const { type, status } = document
  const description = describeStatus(status)
  const reference = referenceIn(document)
  return {
    meaning: description?.meaning,
    advice: (description && own(description, 'clientAction'))?.map(sentence) ?? [],
    retryText: retryText(retryFacts(problem, status), facts.method),
    reference,
    link: /^https?:\/\//i.test(type) ? type : undefined,
    members: Object.entries(document).filter(([name]) => !isReserved(name) && name !== reference?.name),
  }
}

// Longer ones nobody reads out on the telephone.
const LONGEST_REFERENCE = 200

function referenceIn(document: ProblemDocument): ReaderFacts['reference'] {
  for (const name of [...REFERENCES, 'instance']) {
    const value = read(document, name)
    const text = typeof value === 'number' ? String(value) : value
    if (typeof text === 'string' && text !== '' && text.length <= LONGEST_REFERENCE) return { name, value: text }
  }
  return undefined
}

function retryText(retry: RetryFacts, method: string): string {
  const { when, afterSeconds } = retry
  const wait = afterSeconds === undefined ? '' : ` after ${duration(afterSeconds)}`
  if (maySendAgain(retry, method)) return `The request may be sent again${wait}.`
  if (when === 'never') return 'Sent again unchanged, the request will fail again.'
  if (when === 'idempotent') return `Unless it was carried out, the request may be sent again${wait}.`
  const asks = afterSeconds === undefined ? '' : ` The server asks to wait for ${duration(afterSeconds)}.`
  return `Sent again unchanged and at once, the request will probably fail again.${asks}`
}

const MINUTE = 60
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR

/** Writes seconds as people say it, never less than they are. */
function duration(seconds: number): string {
  if (seconds < 2 * MINUTE) return counted(seconds, 'second')
  if (seconds < 2 * HOUR) return counted(seconds / MINUTE, 'minute')
  return seconds < 2 * DAY ? counted(seconds / HOUR, 'hour') : counted(seconds / DAY, 'day')
}

function counted(amount: number, unit: string): string {
  const whole = Math.ceil(amount)
  return `${whole} ${unit}${whole === 1 ? '' : 's'}`
}

// The table has fragments, such as `wait and slow down`.
function sentence(fragment: string): string {
  return `${fragment.charAt(0).toUpperCase()}${fragment.slice(1)}.`
}

/** Tells what kind of an answer an app wrote by hand, from its status, its fields and the beginning of its body. */
import { isErrorStatus, registeredStatus } from '../problem/status.js'
import { essenceOf } from '../respond/negotiation/media-type.js'

/** An answer that is about to be sent. */
export interface HandWritten {
  readonly status: number
  /** Whether there is no body. */
  readonly isEmpty: boolean
  /** Whether the body is one that the framework makes up where nobody answers. */
  readonly isMadeUp: boolean
  /** Whether nobody has answered, and the framework has made nothing up yet. */
  readonly isUnanswered: boolean
  /** Reads a field by its name in lower case. */
  field(name: string): unknown
  /** Reads the body, or as much of it as is asked for; `undefined` where it is no text. */
  text(most?: number): string | undefined
  /** What becomes the JSON text, where the framework has not written it yet. */
  readonly value: unknown
}

/** What can become a problem. `nothing`: there is no body, or one that the framework made up. */
export type Kind = 'nothing' | 'text' | 'json'

// A file that is delivered, content that somebody has compressed already, or what is passed on in pieces. Not the fields of a file itself: they
// are still there where the file was refused.
const DELIVERED = ['content-disposition', 'content-encoding', 'transfer-encoding']

/** Tells the kind of an answer; `undefined` for what stays: pages, files, streams, problems, and everything that is no error. */
export function kindOf(answer: HandWritten): Kind | undefined {
  const { status } = answer
  // A vendor's code would become its registered equivalent, and the status has to stay.
  if (!isErrorStatus(status) || registeredStatus(status) !== status) return undefined
  if (DELIVERED.some((name) => answer.field(name) !== undefined)) return undefined
  const type = typeOf(answer.field('content-type'))
  if (type.startsWith('application/problem+')) return undefined
  if (answer.isEmpty) return 'nothing'
  if (type === 'text/html') return kindOfHtml(answer)
  const isJson = type === 'application/json' || type.endsWith('+json')
  if (isJson && answer.value !== undefined) return 'json'
  // A stream, bytes of no type, or a file whose body HEAD leaves out.
  if (answer.text(0) === undefined) return undefined
  if (isJson) return 'json'
  return type === 'text/plain' || type === '' ? 'text' : undefined
}

function typeOf(field: unknown): string {
  return typeof field === 'string' ? essenceOf(field) : ''
}

const LONGEST_BEGINNING = 256

// Express takes every string for HTML: `res.status(404).send('No such book')`.
function kindOfHtml(answer: HandWritten): Kind | undefined {
  if (answer.isMadeUp) return 'nothing'
  const beginning = answer.text(LONGEST_BEGINNING)
  return beginning === undefined || /^[\s\uFEFF]*</.test(beginning) ? undefined : 'text'
}

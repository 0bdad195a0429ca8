/** What the fields of content negotiation share: lists of what a client wants, each with a weight (RFC 9110 12.4). */
import { itemsOf } from '../../guard/read.js'

/** Gives the text of a field; lines of it are one list (RFC 9110 5.3). */
export function fieldText(field: unknown): string | undefined {
  if (typeof field === 'string') return field
  return itemsOf(field)
    ?.filter((line) => typeof line === 'string')
    .join(', ')
}

// Browsers send about 200 characters, and what stands behind these counts as not sent.
const LONGEST = 1024

/** Gives as much of a list as is read: no more than a client has a reason to send, in whole items. */
export function readPart(field: string): string {
  return field.length <= LONGEST ? field : field.slice(0, Math.max(0, field.lastIndexOf(',', LONGEST)))
}

/** Reads the weight among the parameters of an item (RFC 9110 12.4.2); `undefined` where one is written that is no number. */
export function weightIn(parameters: readonly string[]): number | undefined {
  const written = parameters.map((parameter) => parameter.trim()).find((parameter) => /^q\s*=/i.test(parameter))
  if (written === undefined) return 1
  // Lenient where the meaning is plain: `q=.5`, `q=2`.
  const [, number] = /^q\s*=\s*(\d*\.?\d+|\d+\.)$/i.exec(written) ?? []
  return number === undefined ? undefined : Math.min(1, Number(number))
}

// Browsers and libraries send a few dozen different fields, of at most some 200 characters.
const MOST_KNOWN = 100
const LONGEST_KNOWN = 256

/** Makes a function that remembers what it made of a field. */
export function remembering<Made extends {}>(make: (field: string) => Made): (field: string) => Made {
  const known = new Map<string, Made>()
  return (field) => {
    const before = known.get(field)
    if (before !== undefined) return before
    const made = make(field)
    if (field.length > LONGEST_KNOWN) return made
    // Who sends many only makes us read each again.
    if (known.size >= MOST_KNOWN) known.clear()
    known.set(field, made)
    return made
  }
}

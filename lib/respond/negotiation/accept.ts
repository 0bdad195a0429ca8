/** Reads which media types a client accepts (RFC 9110 12.5.1): in linear time, and no more than a client has a reason to send. */
import { itemsOf, read } from '../../guard/read.js'
import type { RequestFacts } from '../facts.js'

/** How much a client wants a media type, or a range of them. */
export interface Wish {
  /** Its `q`, from 0, which refuses, to 1. */
  readonly weight: number
  /** Its place in the field: of equals the first is wanted most. */
  readonly place: number
}

// Browsers send about 200 characters, and what stands behind these counts as not sent.
const LONGEST = 1024

/** Reads the ranges of a field by their names in lower case, such as `text/html` and `text/*`; what is no range is passed over. */
export function acceptedTypes(field: string): ReadonlyMap<string, Wish> {
  const wishes = new Map<string, Wish>()
  for (const item of split(readPart(field).toLowerCase(), ',')) {
    const [name = '', ...parameters] = split(item, ';')
    const range = name.trim()
    const weight = RANGE.test(range) ? weightIn(parameters) : undefined
    const before = wishes.get(range)
    if (weight !== undefined && (before === undefined || weight > before.weight))
      wishes.set(range, { weight, place: before?.place ?? wishes.size })
  }
  return wishes
}

/** Reads the field Accept of a request; lines of it are one list (RFC 9110 5.3). */
export function acceptOf<Request>({ headers }: RequestFacts<Request>): string | undefined {
  const field = read(headers, 'accept')
  if (field === undefined || typeof field === 'string') return field
  return itemsOf(field)
    ?.filter((line) => typeof line === 'string')
    .join(', ')
}

// RFC 9110 5.6.2: tokens. A star stands for all types, or for all of one.
const RANGE = /^(?:\*\/\*|[!#$%&'+\-.^_`|~\w]+\/(?:\*|[!#$%&'+\-.^_`|~\w]+))$/

function readPart(field: string): string {
  return field.length <= LONGEST ? field : field.slice(0, Math.max(0, field.lastIndexOf(',', LONGEST)))
}

/** Splits a text where a separator stands outside of quotes. */
function split(text: string, separator: string): string[] {
  if (!text.includes('"')) return text.split(separator)
  const parts: string[] = []
  let start = 0
  let isQuoted = false
  for (let index = 0; index < text.length; index++) {
    const character = text[index]
    if (character === '"') isQuoted = !isQuoted
    else if (isQuoted && character === '\\') index++
    else if (!isQuoted && character === separator) {
      parts.push(text.slice(start, index))
      start = index + 1
    }
  }
  return [...parts, text.slice(start)]
}

/** Reads the weight among the parameters of an item (RFC 9110 12.4.2); `undefined` where one is written that is no number. */
export function weightIn(parameters: readonly string[]): number | undefined {
  const written = parameters.map((parameter) => parameter.trim()).find((parameter) => /^q\s*=/i.test(parameter))
  if (written === undefined) return 1
  // Lenient where the meaning is plain: `q=.5`, `q=2`.
  const [, number] = /^q\s*=\s*(\d*\.?\d+|\d+\.)$/i.exec(written) ?? []
  return number === undefined ? undefined : Math.min(1, Number(number))
}

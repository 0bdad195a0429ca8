/** Reads which media types a client accepts (RFC 9110 12.5.1): in linear time, and no more than a client has a reason to send. */
import { read } from '../../guard/read.js'
import type { RequestFacts } from '../facts.js'
import { fieldText, readPart, weightIn } from './field.js'
import { isMediaRange } from './media-type.js'

/** How much a client wants a media type, or a range of them. */
export interface Wish {
  /** Its `q`, from 0, which refuses, to 1. */
  readonly weight: number
  /** Its place in the field: of equals the first is wanted most. */
  readonly place: number
}

/** Reads the ranges of a field by their names in lower case, such as `text/html` and `text/*`; what is no range is passed over. */
export function acceptedTypes(field: string): ReadonlyMap<string, Wish> {
  const wishes = new Map<string, Wish>()
  for (const item of split(readPart(field).toLowerCase(), ',')) {
    const [name = '', ...parameters] = split(item, ';')
    const range = name.trim()
    const weight = isMediaRange(range) ? weightIn(parameters) : undefined
    const before = wishes.get(range)
    if (weight !== undefined && (before === undefined || weight > before.weight))
      wishes.set(range, { weight, place: before?.place ?? wishes.size })
  }
  return wishes
}

/** Reads the field Accept of a request. */
export function acceptOf<Request>({ headers }: RequestFacts<Request>): string | undefined {
  return fieldText(read(headers, 'accept'))
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

/** Media types and ranges of them, by their form. */

// RFC 9110 8.3.1: a type, a subtype and parameters. A star makes a range of it, and a weight belongs to Accept.
const MEDIA_TYPE = /^[!#$%&'+\-.^_`|~\w]+\/[!#$%&'+\-.^_`|~\w]+(?:[ \t]*(?:;(?![ \t]*q=)[\t\x20-:<-\x7e]*)+)?$/i
// RFC 9110 12.5.1. A star stands for all types, or for all of one.
const RANGE = /^(?:\*\/\*|[!#$%&'+\-.^_`|~\w]+\/(?:\*|[!#$%&'+\-.^_`|~\w]+))$/

/** Tells whether a value is a media type, with parameters or without. */
export function isMediaType(value: unknown): value is string {
  return typeof value === 'string' && MEDIA_TYPE.test(value)
}

/** Tells whether a value is a media type or a range of them, without parameters. */
export function isMediaRange(value: unknown): value is string {
  return typeof value === 'string' && RANGE.test(value)
}

/** Gives a media type without its parameters, in lower case: by this it is compared. */
export function essenceOf(mediaType: string): string {
  return mediaType.replace(/;.*$/s, '').trim().toLowerCase()
}

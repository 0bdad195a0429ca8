/** The languages that a client wants (RFC 9110 12.5.4, RFC 4647). */

/** Tells whether a value is a language tag (RFC 5646 2.1), by its form. */
export function isLanguageTag(value: unknown): value is string {
  return typeof value === 'string' && /^[a-z]{1,8}(?:-[a-z\d]{1,8}){0,8}$/i.test(value)
}

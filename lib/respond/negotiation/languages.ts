/** The languages that a client wants (RFC 9110 12.5.4, RFC 4647). */
import { fieldText, readPart, weightIn } from './field.js'

/** Tells whether a value is a language tag (RFC 5646 2.1), by its form. */
export function isLanguageTag(value: unknown): value is string {
  return typeof value === 'string' && /^[a-z]{1,8}(?:-[a-z\d]{1,8}){0,8}$/i.test(value)
}

// Nobody reads more languages.
const MOST_LANGUAGES = 50

/**
 * Lists the languages of the field Accept-Language, the best first, each followed by those that RFC 4647 3.4 looks up in its place: without its
 * last part, and so on. They are written as RFC 5646 2.1.1 writes them: `de-CH`, `zh-Hant`.
 */
export function wantedLanguages(field: unknown): readonly string[] {
  const text = fieldText(field)
  if (text === undefined) return []
  const ranges = readPart(text).split(',').flatMap(rangeIn)
  const refused = new Set(ranges.filter(({ weight }) => weight === 0).map(({ language }) => language))
  const wanted = ranges
    .filter(({ weight }) => weight > 0)
    .toSorted((a, b) => b.weight - a.weight)
    .flatMap(({ language }) => lookedUp(language))
  return [...new Set(wanted)].filter((language) => !refused.has(language)).slice(0, MOST_LANGUAGES)
}

/**
 * Leaves out the languages behind the one that the texts have already, as RFC 4647 3.4 takes the first for which there are texts. That language
 * itself stays: an app may have better texts in it.
 */
export function preferredTo(own: string, wanted: readonly string[]): readonly string[] {
  const text = `${own.toLowerCase()}-`
  const first = wanted.findIndex((language) => text.startsWith(`${language.toLowerCase()}-`))
  return first === -1 ? wanted : wanted.slice(0, first + 1)
}

// `*` is any language, for which nothing is looked up.
function rangeIn(item: string): { readonly language: string; readonly weight: number }[] {
  const [name = '', ...parameters] = item.split(';')
  const language = name.trim()
  const weight = weightIn(parameters)
  return isLanguageTag(language) && weight !== undefined ? [{ language: conventional(language), weight }] : []
}

function conventional(language: string): string {
  const [first = '', ...parts] = language.toLowerCase().split('-')
  // What follows a single letter or digit keeps its small letters.
  const single = parts.findIndex((part) => part.length === 1)
  const written = parts.map((part, index) => {
    if (first.length === 1 || (single >= 0 && index >= single)) return part
    if (part.length === 2) return part.toUpperCase()
    return /^[a-z]{4}$/.test(part) ? part.charAt(0).toUpperCase() + part.slice(1) : part
  })
  return [first, ...written].join('-')
}

function lookedUp(language: string): string[] {
  const parts = language.split('-')
  const tags: string[] = []
  while (parts.length > 0) {
    tags.push(parts.join('-'))
    parts.pop()
    // RFC 4647 3.4: a single letter or digit goes with what followed it.
    if (parts.at(-1)?.length === 1) parts.pop()
  }
  return tags
}

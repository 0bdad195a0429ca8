/**
 * The problem in Markdown, for assistants and terminals: what happened, whether the request may be sent again, what to do, the members. At most 1 kB:
 * it is read by whoever pays for each word.
 */

import { own } from '../../../../schemas/json.js'
import type { ProblemDocument } from '../../../problem/problem.js'
import { ABOUT_BLANK } from '../../../problem/static-members.js'
import { type ReaderFacts, readerFacts } from '../reader.js'
import { byteLength, type Representation, type RepresentationContext } from '../representation.js'
import { code, line, nameCode, shortLine } from './text.js'

/** text/markdown. RFC 7763 2 requires the charset. */
export const markdownRepresentation = {
  mediaType: 'text/markdown; charset=utf-8',
  encode: encodeMarkdown,
} as const satisfies Representation

const MOST_BYTES = 1000
// Where not everything fits, the texts leave room for what is to be done.
const TITLE_BYTES = 100
const DETAIL_BYTES = 300

const SHORTENED = '\nThis is shortened; `application/problem+json` has everything.\n'

function encodeMarkdown(document: ProblemDocument, context: RepresentationContext): string {
  const facts = readerFacts(document, context)
  const items = [...advice(document, facts), ...members(document, facts)]
  const title = own(document, 'title') ?? ''
  const text = own(document, 'detail') ?? facts.meaning ?? ''
  // A long text is cut before it is read for markup, which takes time.
  if (title.length + text.length <= MOST_BYTES) {
    const whole = head(document, line(title), line(text)) + items.join('')
    if (byteLength(whole) <= MOST_BYTES) return whole
  }
  return fitting(head(document, shortLine(title, TITLE_BYTES), shortLine(text, DETAIL_BYTES)), items) + SHORTENED
}

function head({ status }: ProblemDocument, title: string, text: string): string {
  return `# ${`${status} ${title}`.trimEnd()}\n\n${text === '' ? '' : `${text}\n\n`}`
}

/** Adds the items that there is room for, in their order; a short one may follow a long one that was left out. */
function fitting(begin: string, items: readonly string[]): string {
  let text = begin
  let room = MOST_BYTES - byteLength(begin) - SHORTENED.length
  for (const item of items) {
    const bytes = byteLength(item)
    if (bytes > room) continue
    text += item
    room -= bytes
  }
  return text
}

function advice({ type }: ProblemDocument, { retryText, advice: sentences, link }: ReaderFacts): string[] {
  const items = [`- Retry: ${line(retryText)}\n`]
  if (sentences.length > 0) items.push(`- What to do: ${line(sentences.join(' '))}\n`)
  if (type !== ABOUT_BLANK) items.push(`- Type: ${link !== undefined && LINK.test(link) ? `<${link}>` : code(type)}\n`)
  return items
}

// The characters of a URI, without `&`: in a link, too, Markdown reads `&amp;` as another text.
const LINK = /^[\w.~:/?#@!$'()*+,;=%[\]-]+$/

function members(document: ProblemDocument, { reference, members: extensions }: ReaderFacts): string[] {
  const items: string[] = []
  if (reference !== undefined) items.push(`- Reference: ${code(document[reference.name])} (${nameCode(reference.name)})\n`)
  const instance = own(document, 'instance')
  if (instance !== undefined && reference?.name !== 'instance') items.push(member('instance', '', instance))
  for (const [name, value] of extensions) {
    // A list of objects, such as that of the faults, has a line for each.
    if (Array.isArray(value) && value.some(isObject)) items.push(...value.map((item, index) => member(name, `[${index}]`, item)))
    else items.push(member(name, '', value))
  }
  return items
}

function member(name: string, place: string, value: unknown): string {
  return `- ${nameCode(name, place)}: ${code(value)}\n`
}

function isObject(value: unknown): boolean {
  return typeof value === 'object' && value !== null
}

/** Writes the page that a person sees: without a script, and with nothing that is loaded from elsewhere. */
import { own } from '../../../../schemas/json.js'
import { isRecord, itemsOf, read } from '../../../guard/read.js'
import type { ProblemDocument } from '../../../problem/problem.js'
import { ABOUT_BLANK } from '../../../problem/static-members.js'
import { titleOf } from '../../../problem/status.js'
import { type ReaderFacts, readerFacts } from '../reader.js'
import type { RepresentationContext } from '../representation.js'
import { embedded, escapeHtml } from './escape.js'
import { showMembers } from './members.js'
import { givenTexts, type HtmlOptions, type PageTexts } from './options.js'
import { STYLE } from './style.js'

/** What the page says beyond the document. */
interface Words {
  /** What was given, as text of the problem's language; else ours, as an element that is marked as English where the page is not. */
  say(name: keyof PageTexts, ours: string): string
  readonly advice: readonly string[]
}

/** Writes the page of a document. A developer's page has lines of the error in it. */
export function problemPage(
  document: ProblemDocument,
  context: RepresentationContext,
  options: HtmlOptions,
  errorText?: string,
): string {
  const facts = readerFacts(document, context)
  const words = wordsFor(document, context, options, facts)
  const title = own(document, 'title') ?? titleOf(document.status)
  const said = own(document, 'detail')
  const detail = said === undefined ? english(facts.meaning ?? '', context) : escapeHtml(said)
  const heading = escapeHtml(`${document.status} ${title}${options.name === undefined ? '' : ` · ${options.name}`}`)
  return [
    `<!doctype html>\n<html lang="${escapeHtml(context.language)}">\n<head>`,
    '<meta charset="utf-8">\n<meta name="viewport" content="width=device-width, initial-scale=1">',
    `<meta name="robots" content="noindex">\n<title>${heading}</title>\n<style>${STYLE}</style>`,
    ...(options.stylesheet === undefined ? [] : [`<link rel="stylesheet" href="${escapeHtml(options.stylesheet)}">`]),
    `${embedded(document)}\n</head>\n<body>\n<main>`,
    `<p class="status">${document.status}</p>\n<h1 dir="auto">${escapeHtml(title)}</h1>\n<p class="detail" dir="auto">${detail}</p>`,
    advice(words, facts),
    ...details(document, facts, words, errorText !== undefined),
    ...(errorText === undefined ? [] : [`<section>\n<pre tabindex="0" lang="en">${escapeHtml(errorText)}</pre>\n</section>`]),
    ...footer(facts, options, words),
    '</main>\n</body>\n</html>\n',
  ].join('\n')
}

function wordsFor(document: ProblemDocument, context: RepresentationContext, options: HtmlOptions, facts: ReaderFacts): Words {
  const texts = givenTexts(options, document, context)
  const items = itemsOf(read(texts, 'advice'))?.filter((item) => typeof item === 'string')
  return {
    say: (name, ours) => {
      const given = read(texts, name)
      return typeof given === 'string' ? escapeHtml(given) : english(ours, context)
    },
    advice: items?.map(escapeHtml) ?? facts.advice.map((item) => english(item, context)),
  }
}

function english(text: string, { language }: RepresentationContext): string {
  return /^en(?:-|$)/i.test(language) ? escapeHtml(text) : `<span lang="en">${escapeHtml(text)}</span>`
}

function advice({ say, advice: items }: Words, { retryText }: ReaderFacts): string {
  const list = items.length === 0 ? '' : `\n<ul>${items.map((item) => `<li>${item}</li>`).join('')}</ul>`
  return `<section>\n<h2>${say('adviceHeading', 'What you can do')}</h2>${list}\n<p>${say('retry', retryText)}</p>\n</section>`
}

function details(document: ProblemDocument, facts: ReaderFacts, { say }: Words, isDeveloper: boolean): readonly string[] {
  const { type } = document
  const instance = own(document, 'instance')
  const members = [
    ...(type === ABOUT_BLANK || facts.link !== undefined ? [] : [['type', type] as const]),
    ...(instance === undefined || facts.reference?.name === 'instance' ? [] : [['instance', instance] as const]),
    // The lines of the error say it better.
    ...facts.members.filter(([name, value]) => !(isDeveloper && name === 'debug' && isRecord(value))),
  ]
  if (members.length === 0) return []
  const { html, isCut } = showMembers(members)
  const more = isCut ? `\n<p>${say('more', 'There is more in the source of this page.')}</p>` : ''
  return [`<section>\n<h2>${say('detailsHeading', 'Details')}</h2>\n${html}${more}\n</section>`]
}

function footer({ reference, link }: ReaderFacts, { help }: HtmlOptions, { say }: Words): readonly string[] {
  const lines = [
    ...(reference === undefined ? [] : [`${say('reference', 'Reference')}: <code>${escapeHtml(reference.value)}</code>`]),
    ...(link === undefined ? [] : [anchor(link, say('documentation', 'About this kind of problem'))]),
    ...(help === undefined ? [] : [anchor(help, say('help', 'Get help'))]),
  ]
  return lines.length === 0 ? [] : [`<footer>\n${lines.map((line) => `<p>${line}</p>`).join('\n')}\n</footer>`]
}

function anchor(address: string, text: string): string {
  return `<a href="${escapeHtml(address)}">${text}</a>`
}

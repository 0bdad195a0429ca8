/** Encodes a problem as a page, and reads pages back. */
import type { HttpProblem, ProblemDocument } from '../../../../lib/problem/problem.js'
import { html } from '../../../../lib/respond/representations/html/html.js'
import type { Encoded, Representation, RepresentationContext } from '../../../../lib/respond/representations/representation.js'
import { plainFacts } from '../../answer-to.js'

/** What surrounds a document that is encoded. */
export interface Surroundings {
  readonly form?: Representation
  readonly context?: Partial<RepresentationContext>
  readonly document?: ProblemDocument
}

/** Encodes what a problem says of itself. */
export function encodedPage(
  problem: HttpProblem,
  { form = html, context, document }: Surroundings = {},
): Encoded | PromiseLike<Encoded> {
  return form.encode(document ?? problem.toJSON(), { problem, facts: plainFacts, language: 'en', debug: false, ...context })
}

/** The page of a problem for everybody: made at once, and text. */
export function pageOf(problem: HttpProblem, surroundings?: Surroundings): string {
  const page = encodedPage(problem, surroundings)
  if (typeof page !== 'string') throw new TypeError('The page is no text.')
  return page
}

/** The tags of a page, without the texts between them. */
export function tagsOf(page: string): readonly string[] {
  return page.match(/<[^>]*>/g) ?? []
}

const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'" }

/** The text of a page as a person sees it: that of its body, without tags. */
export function textOf(page: string): string {
  return unescaped(page.slice(page.indexOf('<body>')).replace(/<[^>]*>/g, ' '))
}

/** Reads entities. */
export function unescaped(text: string): string {
  return text.replace(/&(amp|lt|gt|quot|#39);/g, (_, name: string) => ENTITIES[name] ?? '')
}

/** The document that a page embeds. */
export function embeddedIn(page: string): unknown {
  return JSON.parse(/<script type="application\/problem\+json">([^<]*)<\/script>/.exec(page)?.[1] ?? '')
}

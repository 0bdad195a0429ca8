/** Translates the texts of a document. */
import type { HttpProblem, ProblemDocument } from '../problem/problem.js'

/** What a translator knows. */
export interface TranslateContext {
  /**
   * The language tags of Accept-Language, the best first, each followed by its fallbacks: `['de-CH', 'de', 'en']` (RFC 4647 3.4). The language
   * that the texts have already, `'en'` if the option `language` does not say otherwise, is the last: who prefers it to German gets no German.
   */
  readonly languages: readonly string[]
  readonly document: ProblemDocument
}

/** The texts in another language; what is not given stays. */
export interface Translation {
  /** The language tag of the texts, for Content-Language. */
  readonly language: string
  readonly title?: string | undefined
  readonly detail?: string | undefined
}

/** Translates a problem; `undefined` where there are no texts in these languages. */
export type Translate = (problem: HttpProblem, context: TranslateContext) => Translation | undefined

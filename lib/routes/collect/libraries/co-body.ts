/** The parsers of Koa that stand on co-body: `@koa/bodyparser` and `koa-bodyparser`. */
import { BadRequest, ContentTooLarge, UnprocessableContent, UnsupportedMediaType } from '../../../problem/classes.js'
import type { LibraryProblem } from './library.js'
import { isFunctionOf } from './source.js'

// The switch on the context by which an app skips the parser, in all versions of both.
const TEXT = /^async function bodyParser\d* ?\(ctx, next\) \{[\s\S]*\bctx\.disableBodyParser\b/

/**
 * Recognises a parser by its name and by what it reads of the context. It refuses what is no JSON, a body that is too large, and a content coding that
 * nobody knows; a member named `__proto__` is a 422. An app that has the option `onError` may answer otherwise, which cannot be seen.
 */
export function coBodyProblems(handler: unknown): readonly LibraryProblem[] {
  if (!isFunctionOf(handler, 'bodyParser', TEXT)) return []
  return [BadRequest, ContentTooLarge, UnsupportedMediaType, UnprocessableContent].map((Class) => ({
    class: Class,
    evidence: 'bodyParser() of Koa',
    methods: 'with content',
  }))
}

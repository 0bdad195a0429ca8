/** The parsers of body-parser 1 and 2, which are those of Express: `express.json()`, `urlencoded()`, `text()`, `raw()`. */
import { BadRequest, ContentTooLarge, UnsupportedMediaType } from '../../../problem/classes.js'
import type { LibraryProblem } from './library.js'
import { isFunctionOf } from './source.js'

const PARSERS = {
  jsonParser: 'express.json()',
  urlencodedParser: 'express.urlencoded()',
  textParser: 'express.text()',
  rawParser: 'express.raw()',
} as const

// Both versions end with this call. A bundler may have given the function a number.
const TEXT = /^function \w+ ?\(req, res, next\) \{[\s\S]*\bread\d*\(req, res, next, [\s\S]*\}$/

/**
 * Recognises a parser by its name and the call that is all of it. Each refuses a body that is too large, one that has another content coding than it says, and a
 * content coding or charset that nobody knows. What its option `verify` refuses cannot be seen, so a 403 has to be declared.
 */
export function bodyParserProblems(handler: unknown): readonly LibraryProblem[] {
  const name = Object.keys(PARSERS).find((parser) => isFunctionOf(handler, parser, TEXT))
  if (name === undefined) return []
  const evidence = PARSERS[name as keyof typeof PARSERS]
  return [BadRequest, ContentTooLarge, UnsupportedMediaType].map((Class) => ({
    class: Class,
    evidence,
    methods: 'with content',
  }))
}

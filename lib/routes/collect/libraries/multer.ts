/** multer 1 and 2: `upload.single()` and its siblings. */
import { BadRequest, ContentTooLarge } from '../../../problem/classes.js'
import type { LibraryProblem } from './library.js'
import { isFunctionOf } from './source.js'

const TEXT = /^function multerMiddleware ?\(req, res, next\) \{[\s\S]*\bmultipart\b[\s\S]*\bLIMIT_FIELD_VALUE\b/

/** Recognises the middleware by its name and its text. It refuses what is no form or has a file that is not expected, and what passes a limit. */
export function multerProblems(handler: unknown): readonly LibraryProblem[] {
  if (!isFunctionOf(handler, 'multerMiddleware', TEXT)) return []
  return [BadRequest, ContentTooLarge].map((Class) => ({ class: Class, evidence: 'multer', methods: 'with content' }))
}

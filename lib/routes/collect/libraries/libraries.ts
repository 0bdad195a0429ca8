/** Recognises middleware of libraries by what it is: its marks, its names, its own source text. Nothing of the app runs for it. */
import { bareCopy } from '../../../guard/bare.js'
import { bodyParserProblems } from './body-parser.js'
import { coBodyProblems } from './co-body.js'
import { expressJwtProblems } from './express-jwt.js'
import { expressRateLimitProblems } from './express-rate-limit.js'
import { koaJwtProblems } from './koa-jwt.js'
import type { LibraryProblem } from './library.js'
import { multerProblems } from './multer.js'
import { toldAnswers } from './told.js'

const LIBRARIES = [
  toldAnswers,
  bodyParserProblems,
  coBodyProblems,
  expressJwtProblems,
  koaJwtProblems,
  expressRateLimitProblems,
  multerProblems,
] as const

/** Gives the problems that a middleware answers with; none for a function that is not known. */
export function libraryProblems(handler: unknown): readonly LibraryProblem[] {
  for (const problemsOf of LIBRARIES) {
    const problems = problemsOf(handler)
    if (problems.length > 0) return problems.map(bareCopy)
  }
  return []
}

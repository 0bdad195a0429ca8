/**
 * The families of what makes its errors with http-errors, or as if, in the order in which they are asked: before http-errors itself, whose
 * errors are otherwise the app's own words.
 */

import type { Family } from '../family.js'
import { madeByMiddleware } from './access/made-by-middleware.js'
import { bodyParser } from './parsers/body-parser.js'
import { koaParameter } from './validators/koa-parameter.js'

/** Lists the families that are asked before http-errors. A function, as in `families.ts`. */
export function beforeHttpErrors(): readonly Family[] {
  return families
}

const families: readonly Family[] = [bodyParser, madeByMiddleware, koaParameter]

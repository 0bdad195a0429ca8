/**
 * The families of what makes its errors with http-errors, or as if, in the order in which they are asked: before http-errors itself, whose
 * errors are otherwise the app's own words.
 */

import type { Family } from '../family.js'
import { madeByMiddleware } from './access/made-by-middleware.js'
import { bodyParser } from './parsers/body-parser.js'
import { koaParameter } from './validators/koa-parameter.js'

/** The families that are asked before http-errors. */
export const beforeHttpErrors: readonly Family[] = [bodyParser, madeByMiddleware, koaParameter]

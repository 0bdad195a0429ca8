// http-problems/compat in the place of http-errors, as a user's compiler and Node see it; the same source as an ES module and as CommonJS.

import { HttpProblem } from 'http-problems'
import createError, { type HttpError, isHttpError, NotFound } from 'http-problems/compat'

type Equal<A, B> = (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false

const error = createError(404, 'No book 8.', { shelf: 3 }, undefined)
const status: Equal<typeof error.status, 404> = true
const without: HttpError<409> = createError.Conflict('taken')
const made: HttpError<404> = new NotFound()
const byStatus: HttpError<503> = new createError[503]()
const decorated: HttpError = createError(new Error('x'), { expose: false })
const unknown: unknown = error
if (!isHttpError(unknown) || unknown.status !== 404) throw new Error('isHttpError() says no')

const all: readonly Error[] = [error, without, made, byStatus]
const right = all.every((one) => one instanceof HttpProblem && one instanceof createError.HttpError)
if (!right || !status || !(error instanceof NotFound) || decorated.expose) throw new Error('an error is no problem')
if (JSON.stringify(error) !== '{"type":"about:blank","title":"Not Found","status":404,"detail":"No book 8."}')
  throw new Error('the document is wrong')

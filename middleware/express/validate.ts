/** Validates the parts of a request for Express 4 and 5. */

import type { IncomingMessage, ServerResponse } from 'node:http'
import { assignOwn } from '../../lib/guard/bare.js'
import { isPromise } from '../../lib/guard/call.js'
import { has, read } from '../../lib/guard/read.js'
import { tellAnswers } from '../../lib/routes/collect/libraries/told.js'
import { validationAnswers } from '../../lib/validate/answers.js'
import { bodyState } from '../../lib/validate/body.js'
import { parseCookies } from '../../lib/validate/cookies.js'
import type { RequestParts } from '../../lib/validate/part.js'
import { prepareValidation, type ValidateOptions } from '../../lib/validate/prepare.js'
import type { OnlyParts, RequestSchemas, Validated } from '../../lib/validate/schemas-type.js'
import { recall, remember } from '../../lib/validate/validated.js'
import type { Verdict } from '../../lib/validate/verdict.js'
import { owns } from '../../schemas/json.js'
import type { HookRequest } from './request.js'
import type { Next } from './route.js'

/** A middleware that lets through only requests that fit its schemas. */
export interface ValidateMiddleware<Schemas extends RequestSchemas = RequestSchemas> {
  (req: IncomingMessage, res: ServerResponse, next: Next): void
  readonly schemas: Schemas
}

/**
 * Validates the parts of a request, each with a JSON Schema or with a schema of zod, valibot, arktype or any other Standard Schema. All faults
 * of all parts become one problem: 400, or 422 where only the body is wrong. Put it behind the body parsers.
 *
 * @throws TypeError with the code ERR_PROBLEM_ARGUMENT, ERR_PROBLEM_OPTION or ERR_PROBLEM_SCHEMA where an argument is wrong
 * @example
 * const search = validate({
 *   query: { type: 'object', properties: { page: { type: 'integer', minimum: 1, default: 1 } } },
 * })
 * const app = express()
 * app.get('/books', search, (req, res) => {
 *   res.json({ page: validated(req, search).query.page })
 * })
 * app.use(problemHandler()) // GET /books?page=0: 400
 */
export function validate<const Schemas extends RequestSchemas>(
  schemas: Schemas & OnlyParts<Schemas>,
  options?: ValidateOptions<HookRequest>,
): ValidateMiddleware<Schemas> {
  const check = prepareValidation(schemas, options)

  function validate(req: IncomingMessage, _res: ServerResponse, next: Next): void {
    const settle = (verdict: Verdict): void => {
      if (owns(verdict, 'problem')) return next(verdict.problem)
      remember(req, schemas, verdict.values)
      next()
    }
    // Express passes its own request, which is what the hook was written for.
    const verdict = check(partsOf(req), req as HookRequest)
    if (isPromise(verdict)) void verdict.then(settle)
    else settle(verdict)
  }
  return tellAnswers(assignOwn(validate, { schemas }), 'validate()', validationAnswers(schemas))
}

/**
 * Gives what came through `validate()`: converted, with defaults, and typed by the middleware that is named as the second argument.
 *
 * @throws TypeError with the code ERR_PROBLEM_ARGUMENT where the request did not pass it
 * @example
 * const createBook = validate({ body: { type: 'object', properties: { title: { type: 'string' } }, required: ['title'] } })
 * const app = express()
 * app.post('/books', express.json(), createBook, (req, res) => {
 *   const { body } = validated(req, createBook)
 *   res.status(201).json({ title: body.title.trim() })
 * })
 * app.use(problemHandler()) // POST /books: 400
 */
export function validated<Middleware extends ValidateMiddleware = ValidateMiddleware>(
  req: IncomingMessage,
  middleware?: Middleware,
): Validated<Middleware['schemas']> {
  // The values came through the schemas, and their types are read from the schemas.
  return recall(req, middleware?.schemas) as Validated<Middleware['schemas']>
}

function partsOf(req: IncomingMessage): RequestParts {
  // A double may have none.
  const headers = req.headers ?? {}
  return {
    body: () => bodyState({ value: get(req, 'body'), sawParser: has(req, 'body'), stream: req, headers }),
    query: () => get(req, 'query'),
    params: () => get(req, 'params'),
    headers: () => headers,
    cookies: () => read(req, 'cookies') ?? parseCookies(headers.cookie),
  }
}

// Not read(): a parser of the app that throws is reported.
function get(req: IncomingMessage, name: string): unknown {
  return (req as unknown as Readonly<Record<string, unknown>>)[name]
}

/** Validates the parts of a request for Koa 2 and 3. */

import type { IncomingMessage } from 'node:http'
import { assignOwn } from '../../lib/guard/bare.js'
import { isPromise } from '../../lib/guard/call.js'
import { read } from '../../lib/guard/read.js'
import { tellAnswers } from '../../lib/routes/collect/libraries/told.js'
import { validationAnswers } from '../../lib/validate/answers.js'
import { bodyState } from '../../lib/validate/body.js'
import { parseCookies } from '../../lib/validate/cookies.js'
import type { RequestParts } from '../../lib/validate/part.js'
import { prepareValidation, type ValidateOptions } from '../../lib/validate/prepare.js'
import type { OnlyParts, RequestSchemas, Validated } from '../../lib/validate/schemas-type.js'
import { recall, remember } from '../../lib/validate/validated.js'
import { owns } from '../../schemas/json.js'
import type { HookContext } from './context.js'

/** The parts of a Koa context that are validated; the contexts of Koa 2 and 3 fit. */
export interface ValidateContext {
  readonly req: IncomingMessage
  readonly request: object
  readonly query: object
  state: object
}

/** A middleware that lets through only requests that fit its schemas. */
export interface ValidateMiddleware<Schemas extends RequestSchemas = RequestSchemas> {
  (ctx: ValidateContext, next: () => Promise<unknown>): Promise<void>
  readonly schemas: Schemas
}

/**
 * Validates the parts of a request, each with a JSON Schema or with a schema of zod, valibot, arktype or any other Standard Schema. All faults
 * of all parts become one problem: 400, or 422 where only the body is wrong. What came through is in `ctx.state.validated`, and typed in
 * `validated()`. Put it behind the body parser, and behind the router for `params`.
 *
 * @throws TypeError with the code ERR_PROBLEM_ARGUMENT, ERR_PROBLEM_OPTION or ERR_PROBLEM_SCHEMA where an argument is wrong
 * @example
 * const search = validate({
 *   query: { type: 'object', properties: { page: { type: 'integer', minimum: 1, default: 1 } } },
 * })
 * const app = new Koa()
 * app.use(problemHandler())
 * app.use(search)
 * app.use((ctx) => {
 *   ctx.body = { page: validated(ctx, search).query.page } // GET /books?page=0: 400
 * })
 */
export function validate<const Schemas extends RequestSchemas>(
  schemas: Schemas & OnlyParts<Schemas>,
  options?: ValidateOptions<HookContext>,
): ValidateMiddleware<Schemas> {
  const check = prepareValidation(schemas, options)

  async function validate(ctx: ValidateContext, next: () => Promise<unknown>): Promise<void> {
    // Koa passes its own context, which is what the hook was written for.
    const checked = check(partsOf(ctx), ctx as ValidateContext & HookContext)
    // Awaited where it comes later only: `await` asks every object for a then().
    const verdict = isPromise(checked) ? await checked : checked
    if (owns(verdict, 'problem')) throw verdict.problem
    assignOwn(ctx.state, { validated: remember(ctx.req, schemas, verdict.values) })
    await next()
  }
  return tellAnswers(assignOwn(validate, { schemas }), 'validate()', validationAnswers(schemas))
}

/**
 * Gives what came through `validate()`: converted, with defaults, and typed by the middleware that is named as the second argument.
 *
 * @throws TypeError with the code ERR_PROBLEM_ARGUMENT where the request did not pass it
 * @example
 * const account = validate({ headers: { type: 'object', properties: { 'x-account': { type: 'integer' } }, required: ['x-account'] } })
 * const app = new Koa()
 * app.use(problemHandler())
 * app.use(account)
 * app.use((ctx) => {
 *   ctx.body = { next: validated(ctx, account).headers['x-account'] + 1 } // GET /: 400
 * })
 */
export function validated<Middleware extends ValidateMiddleware = ValidateMiddleware>(
  ctx: Pick<ValidateContext, 'req'>,
  middleware?: Middleware,
): Validated<Middleware['schemas']> {
  // The values came through the schemas, and their types are read from the schemas.
  return recall(read(ctx, 'req'), middleware?.schemas) as Validated<Middleware['schemas']>
}

function partsOf(ctx: ValidateContext): RequestParts {
  // A double may have none.
  const headers = ctx.req.headers ?? {}
  return {
    body: () => {
      // Set by a body parser, as `params` by a router.
      const { body } = ctx.request as { readonly body?: unknown }
      return bodyState({ value: body, sawParser: body !== undefined, stream: ctx.req, headers })
    },
    query: () => ctx.query,
    params: () => (ctx as { readonly params?: unknown }).params,
    headers: () => headers,
    cookies: () => parseCookies(headers.cookie),
  }
}

/** Problem details for Koa 2 and 3. */
export type { ProblemEvent } from '../../lib/respond/events.js'
export type { RequestFacts } from '../../lib/respond/facts.js'
export type { ValidateOptions } from '../../lib/validate/arguments.js'
export type { RequestSchema, RequestSchemas, StandardSchema, Validated } from '../../lib/validate/schemas-type.js'
export type { ProblemScopeOptions } from '../server/scope.js'
export { type ProblemContext, type ProblemHandlerOptions, problemHandler } from './handler.js'
export { problemScope } from './scope.js'
export { type ValidateContext, type ValidateMiddleware, validate, validated } from './validate.js'

/** Problem details for Express 4 and 5. */
export type { ProblemEvent } from '../../lib/respond/events.js'
export type { RequestFacts } from '../../lib/respond/facts.js'
export type { ValidateOptions } from '../../lib/validate/arguments.js'
export type { RequestSchema, RequestSchemas, StandardSchema, Validated } from '../../lib/validate/schemas-type.js'
export { type ProblemHandler, type ProblemHandlerOptions, problemHandler } from './handler.js'
export { notFoundHandler } from './not-found.js'
export { type Next, type RouteHandler, route } from './route.js'
export { type ValidateMiddleware, validate, validated } from './validate.js'

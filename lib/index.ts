/** The errors, and what makes them. Handlers live in `http-problems/express` and `http-problems/koa`. */

export type { Declaration } from './define/declaration.js'
export {
  type DeclaredArguments,
  type DeclaredOptions,
  type DeclaredProblem,
  type DeclaredProblemClass,
  defineProblem,
} from './define/define.js'
export {
  type DocumentedField,
  definitionOf,
  type JsonSchema,
  type ProblemDefinition,
  type RetryAdvice,
} from './define/definition.js'
export type { MembersOf, MembersSchema, StandardMembersSchema } from './define/members-type.js'
export { type IdempotencyTypes, idempotencyTypes } from './define/registered/idempotency.js'
export { type RegisteredTypes, registeredTypes } from './define/registered/registered-types.js'
export type { ConstraintPointers } from './foreign/constraints.js'
export type { ExposedErrors } from './foreign/expose.js'
export type { ForeignFacts } from './foreign/facts.js'
export { type ErrorMapper, map } from './foreign/map.js'
export type { SimpleProblemClass } from './foreign/outcome.js'
export type { ThrownFaults } from './foreign/thrown-faults.js'
export { type ToProblemOptions, toProblem } from './foreign/to-problem.js'
export { type UpstreamPolicy, upstreamProblem } from './foreign/upstream-problem.js'
export type { FaultCode, ProblemFault } from './guard/fault.js'
export { assertProblem } from './problem/assert.js'
export {
  BadGateway,
  BadRequest,
  Conflict,
  ContentTooLarge,
  ExpectationFailed,
  FailedDependency,
  Forbidden,
  GatewayTimeout,
  Gone,
  HTTPVersionNotSupported,
  ImATeapot,
  InsufficientStorage,
  InternalServerError,
  LengthRequired,
  Locked,
  LoopDetected,
  MethodNotAllowed,
  MisdirectedRequest,
  NetworkAuthenticationRequired,
  NotAcceptable,
  NotExtended,
  NotFound,
  NotImplemented,
  PayloadTooLarge,
  PaymentRequired,
  PreconditionFailed,
  PreconditionRequired,
  ProxyAuthenticationRequired,
  problemClasses,
  RangeNotSatisfiable,
  RequestEntityTooLarge,
  RequestHeaderFieldsTooLarge,
  RequestTimeout,
  ServiceUnavailable,
  type StatusClass,
  TooEarly,
  TooManyRequests,
  Unauthorized,
  UnavailableForLegalReasons,
  UnprocessableContent,
  UnprocessableEntity,
  UnsupportedMediaType,
  UpgradeRequired,
  URITooLong,
  VariantAlsoNegotiates,
} from './problem/classes.js'
export { type CreateOptions, createProblem, type ProblemOf } from './problem/create.js'
export type { Challenge } from './problem/fields/challenge.js'
export type { FieldValue } from './problem/fields/field-value.js'
export type { RateLimit, RateLimitPolicy, RateLimitState } from './problem/fields/rate-limit.js'
export type {
  AcceptOptions,
  AllowOptions,
  ArgumentsOf,
  BlockedOptions,
  ChallengeOptions,
  GivenHeaders,
  OptionsOf,
  ProblemOptions,
  RangeOptions,
  RateLimitOptions,
  RetryOptions,
  UpgradeOptions,
} from './problem/options.js'
export { HttpProblem, isHttpProblem, type ProblemDocument } from './problem/problem.js'
export type { Translate, TranslateContext, Translation } from './respond/translate.js'
export type { ErrorStatus } from './status/codes.js'
export { describeStatus, type StatusDescription } from './status/describe.js'
export type { DescribeFault, FaultContext, ToldFault } from './validate/describe-fault.js'
export type { ValidationCode } from './validate/fault-codes.js'
export { faultTexts } from './validate/texts/from-schema.js'

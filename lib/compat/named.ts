/** The constructors by the names that they have in http-errors and in the registry, for `import { NotFound }`. */
import { constructors } from './constructors.js'

/** Makes errors with the status 400, with `new` or without. */
export const BadRequest = constructors.BadRequest

/** Makes errors with the status 401, with `new` or without. */
export const Unauthorized = constructors.Unauthorized

/** Makes errors with the status 402, with `new` or without. */
export const PaymentRequired = constructors.PaymentRequired

/** Makes errors with the status 403, with `new` or without. */
export const Forbidden = constructors.Forbidden

/** Makes errors with the status 404, with `new` or without. */
export const NotFound = constructors.NotFound

/** Makes errors with the status 405, with `new` or without. */
export const MethodNotAllowed = constructors.MethodNotAllowed

/** Makes errors with the status 406, with `new` or without. */
export const NotAcceptable = constructors.NotAcceptable

/** Makes errors with the status 407, with `new` or without. */
export const ProxyAuthenticationRequired = constructors.ProxyAuthenticationRequired

/** Makes errors with the status 408, with `new` or without. */
export const RequestTimeout = constructors.RequestTimeout

/** Makes errors with the status 409, with `new` or without. */
export const Conflict = constructors.Conflict

/** Makes errors with the status 410, with `new` or without. */
export const Gone = constructors.Gone

/** Makes errors with the status 411, with `new` or without. */
export const LengthRequired = constructors.LengthRequired

/** Makes errors with the status 412, with `new` or without. */
export const PreconditionFailed = constructors.PreconditionFailed

/** Makes errors with the status 413, with `new` or without. */
export const ContentTooLarge = constructors.ContentTooLarge

/** Makes errors with the status 413, with `new` or without. */
export const PayloadTooLarge = constructors.PayloadTooLarge

/** Makes errors with the status 413, with `new` or without. */
export const RequestEntityTooLarge = constructors.RequestEntityTooLarge

/** Makes errors with the status 414, with `new` or without. */
export const URITooLong = constructors.URITooLong

/** Makes errors with the status 415, with `new` or without. */
export const UnsupportedMediaType = constructors.UnsupportedMediaType

/** Makes errors with the status 416, with `new` or without. */
export const RangeNotSatisfiable = constructors.RangeNotSatisfiable

/** Makes errors with the status 417, with `new` or without. */
export const ExpectationFailed = constructors.ExpectationFailed

/** Makes errors with the status 418, with `new` or without. */
export const ImATeapot = constructors.ImATeapot

/** Makes errors with the status 421, with `new` or without. */
export const MisdirectedRequest = constructors.MisdirectedRequest

/** Makes errors with the status 422, with `new` or without. */
export const UnprocessableContent = constructors.UnprocessableContent

/** Makes errors with the status 422, with `new` or without. */
export const UnprocessableEntity = constructors.UnprocessableEntity

/** Makes errors with the status 423, with `new` or without. */
export const Locked = constructors.Locked

/** Makes errors with the status 424, with `new` or without. */
export const FailedDependency = constructors.FailedDependency

/** Makes errors with the status 425, with `new` or without. */
export const TooEarly = constructors.TooEarly

/** Makes errors with the status 426, with `new` or without. */
export const UpgradeRequired = constructors.UpgradeRequired

/** Makes errors with the status 428, with `new` or without. */
export const PreconditionRequired = constructors.PreconditionRequired

/** Makes errors with the status 429, with `new` or without. */
export const TooManyRequests = constructors.TooManyRequests

/** Makes errors with the status 431, with `new` or without. */
export const RequestHeaderFieldsTooLarge = constructors.RequestHeaderFieldsTooLarge

/** Makes errors with the status 451, with `new` or without. */
export const UnavailableForLegalReasons = constructors.UnavailableForLegalReasons

/** Makes errors with the status 500, with `new` or without. */
export const InternalServerError = constructors.InternalServerError

/** Makes errors with the status 501, with `new` or without. */
export const NotImplemented = constructors.NotImplemented

/** Makes errors with the status 502, with `new` or without. */
export const BadGateway = constructors.BadGateway

/** Makes errors with the status 503, with `new` or without. */
export const ServiceUnavailable = constructors.ServiceUnavailable

/** Makes errors with the status 504, with `new` or without. */
export const GatewayTimeout = constructors.GatewayTimeout

/** Makes errors with the status 505, with `new` or without. */
export const HTTPVersionNotSupported = constructors.HTTPVersionNotSupported

/** Makes errors with the status 506, with `new` or without. */
export const VariantAlsoNegotiates = constructors.VariantAlsoNegotiates

/** Makes errors with the status 507, with `new` or without. */
export const InsufficientStorage = constructors.InsufficientStorage

/** Makes errors with the status 508, with `new` or without. */
export const LoopDetected = constructors.LoopDetected

/** Makes errors with the status 509, with `new` or without. */
export const BandwidthLimitExceeded = constructors.BandwidthLimitExceeded

/** Makes errors with the status 510, with `new` or without. */
export const NotExtended = constructors.NotExtended

/** Makes errors with the status 511, with `new` or without. */
export const NetworkAuthenticationRequired = constructors.NetworkAuthenticationRequired

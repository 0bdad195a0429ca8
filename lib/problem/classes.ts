/** One class for each registered 4xx and 5xx code. Status, name and title come from the table of status codes. */
import { type ErrorStatus, errorCodes } from '../status/codes.js'
import { type AnyClass, brand } from './brand.js'
import type { ArgumentsOf } from './options.js'
import { HttpProblem } from './problem.js'
import { ABOUT_BLANK, defineName, type PlainType } from './static-members.js'

/** The class of a status: what `Conflict` and its siblings are, apart from their name. */
export interface StatusClass<Status extends ErrorStatus> {
  new (...args: ArgumentsOf<Status>): HttpProblem<Status>
  readonly prototype: HttpProblem<Status>
  readonly type: string | PlainType
  readonly title: string
  readonly status: Status
  [Symbol.hasInstance]<Class extends AnyClass>(this: Class, value: unknown): value is InstanceType<Class>
}

function statusClass<const Status extends ErrorStatus>(status: Status): StatusClass<Status> {
  class StatusProblem extends HttpProblem<Status> {
    static override readonly type: string | PlainType = ABOUT_BLANK
    static override readonly title = errorCodes[status].phrase
    static override readonly status = status

    // By name: to collect and spread a list costs a measurable part of an error. StatusClass has the types of the two.
    constructor(...args: ArgumentsOf<Status>)
    constructor(first?: unknown, second?: unknown, third?: unknown) {
      // @ts-expect-error: the third is for classes and functions of this package only.
      super(status, first, second, third)
    }
  }
  // The class has every member that StatusClass names; only the literal type of `status` is lost on the way.
  return StatusProblem as unknown as StatusClass<Status>
}

/** Answers 400 Bad Request (RFC 9110 15.5.1). */
export class BadRequest extends statusClass(400) {}

/** Answers 401 Unauthorized (RFC 9110 15.5.2). */
export class Unauthorized extends statusClass(401) {}

/** Answers 402 Payment Required (RFC 9110 15.5.3). */
export class PaymentRequired extends statusClass(402) {}

/** Answers 403 Forbidden (RFC 9110 15.5.4). */
export class Forbidden extends statusClass(403) {}

/** Answers 404 Not Found (RFC 9110 15.5.5). */
export class NotFound extends statusClass(404) {}

/** Answers 405 Method Not Allowed (RFC 9110 15.5.6). */
export class MethodNotAllowed extends statusClass(405) {}

/** Answers 406 Not Acceptable (RFC 9110 15.5.7). */
export class NotAcceptable extends statusClass(406) {}

/** Answers 407 Proxy Authentication Required (RFC 9110 15.5.8). */
export class ProxyAuthenticationRequired extends statusClass(407) {}

/** Answers 408 Request Timeout (RFC 9110 15.5.9). */
export class RequestTimeout extends statusClass(408) {}

/** Answers 409 Conflict (RFC 9110 15.5.10). */
export class Conflict extends statusClass(409) {}

/** Answers 410 Gone (RFC 9110 15.5.11). */
export class Gone extends statusClass(410) {}

/** Answers 411 Length Required (RFC 9110 15.5.12). */
export class LengthRequired extends statusClass(411) {}

/** Answers 412 Precondition Failed (RFC 9110 15.5.13). */
export class PreconditionFailed extends statusClass(412) {}

/** Answers 413 Content Too Large (RFC 9110 15.5.14). */
export class ContentTooLarge extends statusClass(413) {}

/** Answers 414 URI Too Long (RFC 9110 15.5.15). */
export class URITooLong extends statusClass(414) {}

/** Answers 415 Unsupported Media Type (RFC 9110 15.5.16). */
export class UnsupportedMediaType extends statusClass(415) {}

/** Answers 416 Range Not Satisfiable (RFC 9110 15.5.17). */
export class RangeNotSatisfiable extends statusClass(416) {}

/** Answers 417 Expectation Failed (RFC 9110 15.5.18). */
export class ExpectationFailed extends statusClass(417) {}

/**
 * Answers 418 I'm a Teapot (RFC 9110 15.5.19 (joke: RFC 2324 2.3.2)).
 * @deprecated The registry lists the code as unused; generate another one.
 */
export class ImATeapot extends statusClass(418) {}

/** Answers 421 Misdirected Request (RFC 9110 15.5.20; RFC 9113 9.1.2). */
export class MisdirectedRequest extends statusClass(421) {}

/** Answers 422 Unprocessable Content (RFC 9110 15.5.21). */
export class UnprocessableContent extends statusClass(422) {}

/** Answers 423 Locked (RFC 4918 11.3). */
export class Locked extends statusClass(423) {}

/** Answers 424 Failed Dependency (RFC 4918 11.4). */
export class FailedDependency extends statusClass(424) {}

/** Answers 425 Too Early (RFC 8470 5.2). */
export class TooEarly extends statusClass(425) {}

/** Answers 426 Upgrade Required (RFC 9110 15.5.22). */
export class UpgradeRequired extends statusClass(426) {}

/** Answers 428 Precondition Required (RFC 6585 3). */
export class PreconditionRequired extends statusClass(428) {}

/** Answers 429 Too Many Requests (RFC 6585 4). */
export class TooManyRequests extends statusClass(429) {}

/** Answers 431 Request Header Fields Too Large (RFC 6585 5). */
export class RequestHeaderFieldsTooLarge extends statusClass(431) {}

/** Answers 451 Unavailable For Legal Reasons (RFC 7725 3). */
export class UnavailableForLegalReasons extends statusClass(451) {}

/** Answers 500 Internal Server Error (RFC 9110 15.6.1). */
export class InternalServerError extends statusClass(500) {}

/** Answers 501 Not Implemented (RFC 9110 15.6.2). */
export class NotImplemented extends statusClass(501) {}

/** Answers 502 Bad Gateway (RFC 9110 15.6.3). */
export class BadGateway extends statusClass(502) {}

/** Answers 503 Service Unavailable (RFC 9110 15.6.4). */
export class ServiceUnavailable extends statusClass(503) {}

/** Answers 504 Gateway Timeout (RFC 9110 15.6.5). */
export class GatewayTimeout extends statusClass(504) {}

/** Answers 505 HTTP Version Not Supported (RFC 9110 15.6.6). */
export class HTTPVersionNotSupported extends statusClass(505) {}

/** Answers 506 Variant Also Negotiates (RFC 2295 8.1). */
export class VariantAlsoNegotiates extends statusClass(506) {}

/** Answers 507 Insufficient Storage (RFC 4918 11.5). */
export class InsufficientStorage extends statusClass(507) {}

/** Answers 508 Loop Detected (RFC 5842 7.2). */
export class LoopDetected extends statusClass(508) {}

/**
 * Answers 510 Not Extended (RFC 2774 7 (experiment, now Historic)).
 * @deprecated The registry lists the code as obsoleted; generate another one.
 */
export class NotExtended extends statusClass(510) {}

/** Answers 511 Network Authentication Required (RFC 6585 6). */
export class NetworkAuthenticationRequired extends statusClass(511) {}

/** The problem classes by status. */
export const problemClasses = {
  400: BadRequest,
  401: Unauthorized,
  402: PaymentRequired,
  403: Forbidden,
  404: NotFound,
  405: MethodNotAllowed,
  406: NotAcceptable,
  407: ProxyAuthenticationRequired,
  408: RequestTimeout,
  409: Conflict,
  410: Gone,
  411: LengthRequired,
  412: PreconditionFailed,
  413: ContentTooLarge,
  414: URITooLong,
  415: UnsupportedMediaType,
  416: RangeNotSatisfiable,
  417: ExpectationFailed,
  418: ImATeapot,
  421: MisdirectedRequest,
  422: UnprocessableContent,
  423: Locked,
  424: FailedDependency,
  425: TooEarly,
  426: UpgradeRequired,
  428: PreconditionRequired,
  429: TooManyRequests,
  431: RequestHeaderFieldsTooLarge,
  451: UnavailableForLegalReasons,
  500: InternalServerError,
  501: NotImplemented,
  502: BadGateway,
  503: ServiceUnavailable,
  504: GatewayTimeout,
  505: HTTPVersionNotSupported,
  506: VariantAlsoNegotiates,
  507: InsufficientStorage,
  508: LoopDetected,
  510: NotExtended,
  511: NetworkAuthenticationRequired,
} as const

/** @deprecated The name of RFC 9110 is `ContentTooLarge`. */
export const PayloadTooLarge = ContentTooLarge
/** @deprecated The name of RFC 9110 is `ContentTooLarge`. */
export type PayloadTooLarge = ContentTooLarge

/** @deprecated The name of RFC 9110 is `ContentTooLarge`. */
export const RequestEntityTooLarge = ContentTooLarge
/** @deprecated The name of RFC 9110 is `ContentTooLarge`. */
export type RequestEntityTooLarge = ContentTooLarge

/** @deprecated The name of RFC 9110 is `UnprocessableContent`. */
export const UnprocessableEntity = UnprocessableContent
/** @deprecated The name of RFC 9110 is `UnprocessableContent`. */
export type UnprocessableEntity = UnprocessableContent

// The exported classes themselves: a class without a brand of its own is taken for a user's subclass.
for (const [status, Class] of Object.entries(problemClasses)) {
  brand(Class, status)
  defineName(Class.prototype, errorCodes[Class.status].className)
}

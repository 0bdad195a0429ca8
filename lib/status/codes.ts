/**
 * The facts of every registered status code: phrase, class name, cacheability, retry verdict, header fields.
 *
 * The facts are written here and nowhere else; classes, handlers and documents derive from it. The prose lives in `meanings.ts`, the codes of
 * vendors in `vendor-codes.ts`.
 */

/**
 * What a status says about sending the request again. `transient`: something failed that usually recovers. `throttled`: there were too many
 * requests. The others name what has to happen before: new credentials, the current state, another change. Clients have more reasons.
 */
export type StatusReason = 'transient' | 'throttled' | 'authenticate' | 'refetch' | 'after-change' | 'never'

/** What the compiler asks of each row: that a verdict which depends on something says on what. */
export type Reasoned =
  | { readonly retry: 'conditional'; readonly retryReason: StatusReason }
  | { readonly retry: Exclude<ErrorStatusFacts['retry'], 'conditional'> }

/** The facts of one 4xx or 5xx code. */
export interface ErrorStatusFacts {
  /** The reason phrase of the IANA registry; the title of an `about:blank` problem (RFC 9457 4.2.1). */
  readonly phrase: string
  /** The phrase of an older RFC; many libraries, and Node, still use it. */
  readonly formerPhrase?: string
  /** The name of the problem class. */
  readonly className: string
  /** Older names of the class. */
  readonly aliases?: readonly string[]
  /**
   * How the IANA registry lists a code that is not in normal use.
   * @default in normal use
   */
  readonly registration?: 'unused' | 'obsoleted'
  /**
   * Who may generate the code.
   * @default every server
   */
  readonly generate?: 'never' | 'by-proxies' | 'not-by-proxies' | 'early-data'
  /**
   * Whether a cache may store the response without explicit freshness (RFC 9110 15.1).
   * @default it may not
   */
  readonly cacheable?: 'heuristic' | 'must-not-store'
  /** Whether the same request may be sent again. */
  readonly retry: 'no' | 'conditional' | 'yes'
  /**
   * What the verdict rests on.
   * @default 'transient' of a yes, 'never' of a no
   */
  readonly retryReason?: StatusReason
  /**
   * Whether it passes only where the response says how long to wait; without that something has to change.
   * @default it passes
   */
  readonly retryNeedsHint?: true
  /**
   * Whether the server has not begun with the request, so that one of any method may be sent again.
   * @default it may have begun
   */
  readonly notBegun?: true
  /** Field names that a response with this code must carry. */
  readonly requires?: readonly string[]
  /** Field names that help, each with its reason in `meanings.ts`. */
  readonly recommends?: readonly string[]
  /** Fields whose value is the same in every response with this code (sent over HTTP/1.1 only: both are connection fields). */
  readonly always?: Readonly<Record<string, string>>
}

/** The facts of a code below 400, which is never an error. */
export interface OtherStatusFacts {
  readonly phrase: string
  /** Who uses the code without registration. */
  readonly vendor?: string
}

/** Every registered 4xx and 5xx code. */
export const errorCodes = {
  400: { phrase: 'Bad Request', className: 'BadRequest', retry: 'no', recommends: ['Connection', 'WWW-Authenticate'] },
  401: {
    phrase: 'Unauthorized',
    className: 'Unauthorized',
    retry: 'conditional',
    retryReason: 'authenticate',
    requires: ['WWW-Authenticate'],
    recommends: ['Cache-Control', 'Access-Control-Expose-Headers'],
  },
  402: { phrase: 'Payment Required', className: 'PaymentRequired', retry: 'conditional', retryReason: 'after-change' },
  403: { phrase: 'Forbidden', className: 'Forbidden', retry: 'no', recommends: ['WWW-Authenticate'] },
  404: { phrase: 'Not Found', className: 'NotFound', cacheable: 'heuristic', retry: 'no', recommends: ['Cache-Control'] },
  405: {
    phrase: 'Method Not Allowed',
    className: 'MethodNotAllowed',
    cacheable: 'heuristic',
    retry: 'no',
    requires: ['Allow'],
    recommends: ['Cache-Control'],
  },
  406: {
    phrase: 'Not Acceptable',
    className: 'NotAcceptable',
    retry: 'conditional',
    retryReason: 'after-change',
    recommends: ['Vary'],
  },
  407: {
    phrase: 'Proxy Authentication Required',
    className: 'ProxyAuthenticationRequired',
    generate: 'by-proxies',
    retry: 'conditional',
    retryReason: 'authenticate',
    requires: ['Proxy-Authenticate'],
  },
  408: {
    phrase: 'Request Timeout',
    className: 'RequestTimeout',
    retry: 'yes',
    recommends: ['Connection'],
    always: { Connection: 'close' },
  },
  409: { phrase: 'Conflict', className: 'Conflict', retry: 'conditional', retryReason: 'refetch', recommends: ['ETag'] },
  410: { phrase: 'Gone', className: 'Gone', cacheable: 'heuristic', retry: 'no', recommends: ['Cache-Control'] },
  411: { phrase: 'Length Required', className: 'LengthRequired', retry: 'conditional', retryReason: 'after-change' },
  412: {
    phrase: 'Precondition Failed',
    className: 'PreconditionFailed',
    retry: 'conditional',
    retryReason: 'refetch',
    recommends: ['ETag'],
  },
  413: {
    phrase: 'Content Too Large',
    formerPhrase: 'Payload Too Large',
    className: 'ContentTooLarge',
    aliases: ['PayloadTooLarge', 'RequestEntityTooLarge'],
    retry: 'conditional',
    retryReason: 'transient',
    retryNeedsHint: true,
    recommends: ['Retry-After', 'Connection'],
  },
  414: { phrase: 'URI Too Long', className: 'URITooLong', cacheable: 'heuristic', retry: 'no', recommends: ['Cache-Control'] },
  415: {
    phrase: 'Unsupported Media Type',
    className: 'UnsupportedMediaType',
    retry: 'conditional',
    retryReason: 'after-change',
    recommends: ['Accept', 'Accept-Encoding', 'Accept-Patch', 'Accept-Post', 'Accept-Query'],
  },
  416: {
    phrase: 'Range Not Satisfiable',
    className: 'RangeNotSatisfiable',
    retry: 'conditional',
    retryReason: 'after-change',
    recommends: ['Content-Range'],
  },
  417: { phrase: 'Expectation Failed', className: 'ExpectationFailed', retry: 'conditional', retryReason: 'after-change' },
  418: { phrase: "I'm a Teapot", className: 'ImATeapot', registration: 'unused', generate: 'never', retry: 'no' },
  421: {
    phrase: 'Misdirected Request',
    className: 'MisdirectedRequest',
    generate: 'not-by-proxies',
    retry: 'yes',
    notBegun: true,
  },
  422: {
    phrase: 'Unprocessable Content',
    formerPhrase: 'Unprocessable Entity',
    className: 'UnprocessableContent',
    aliases: ['UnprocessableEntity'],
    retry: 'no',
  },
  423: {
    phrase: 'Locked',
    className: 'Locked',
    retry: 'conditional',
    retryReason: 'transient',
    retryNeedsHint: true,
    recommends: ['Retry-After'],
  },
  424: { phrase: 'Failed Dependency', className: 'FailedDependency', retry: 'conditional', retryReason: 'after-change' },
  425: { phrase: 'Too Early', className: 'TooEarly', generate: 'early-data', retry: 'yes', notBegun: true },
  426: {
    phrase: 'Upgrade Required',
    className: 'UpgradeRequired',
    retry: 'conditional',
    retryReason: 'after-change',
    requires: ['Upgrade', 'Connection'],
    always: { Connection: 'Upgrade' },
  },
  428: {
    phrase: 'Precondition Required',
    className: 'PreconditionRequired',
    cacheable: 'must-not-store',
    retry: 'conditional',
    retryReason: 'refetch',
    recommends: ['ETag', 'Cache-Control'],
  },
  429: {
    phrase: 'Too Many Requests',
    className: 'TooManyRequests',
    cacheable: 'must-not-store',
    retry: 'yes',
    retryReason: 'throttled',
    recommends: ['Retry-After', 'RateLimit', 'RateLimit-Policy', 'Cache-Control'],
  },
  431: {
    phrase: 'Request Header Fields Too Large',
    className: 'RequestHeaderFieldsTooLarge',
    cacheable: 'must-not-store',
    retry: 'conditional',
    retryReason: 'after-change',
    recommends: ['Cache-Control'],
  },
  451: {
    phrase: 'Unavailable For Legal Reasons',
    className: 'UnavailableForLegalReasons',
    cacheable: 'heuristic',
    retry: 'no',
    recommends: ['Link', 'Cache-Control'],
  },
  500: {
    phrase: 'Internal Server Error',
    className: 'InternalServerError',
    retry: 'conditional',
    retryReason: 'transient',
    recommends: ['Cache-Control'],
  },
  501: {
    phrase: 'Not Implemented',
    className: 'NotImplemented',
    cacheable: 'heuristic',
    retry: 'no',
    recommends: ['Cache-Control'],
  },
  502: { phrase: 'Bad Gateway', className: 'BadGateway', retry: 'yes', recommends: ['Proxy-Status'] },
  503: {
    phrase: 'Service Unavailable',
    className: 'ServiceUnavailable',
    retry: 'yes',
    recommends: ['Retry-After', 'RateLimit', 'RateLimit-Policy'],
  },
  504: {
    phrase: 'Gateway Timeout',
    className: 'GatewayTimeout',
    retry: 'conditional',
    retryReason: 'transient',
    recommends: ['Proxy-Status'],
  },
  505: { phrase: 'HTTP Version Not Supported', className: 'HTTPVersionNotSupported', retry: 'no' },
  506: { phrase: 'Variant Also Negotiates', className: 'VariantAlsoNegotiates', retry: 'no' },
  507: {
    phrase: 'Insufficient Storage',
    className: 'InsufficientStorage',
    retry: 'conditional',
    retryReason: 'after-change',
    recommends: ['Retry-After'],
  },
  508: { phrase: 'Loop Detected', className: 'LoopDetected', retry: 'no' },
  510: { phrase: 'Not Extended', className: 'NotExtended', registration: 'obsoleted', generate: 'never', retry: 'no' },
  511: {
    phrase: 'Network Authentication Required',
    className: 'NetworkAuthenticationRequired',
    generate: 'by-proxies',
    cacheable: 'must-not-store',
    retry: 'conditional',
    retryReason: 'after-change',
    recommends: ['Cache-Control'],
  },
} as const satisfies Readonly<Record<number, ErrorStatusFacts & Reasoned>>

/** A registered 4xx or 5xx code. */
export type ErrorStatus = keyof typeof errorCodes

/** The facts by any number, for a look-up whose key is known only at run time. */
export const errorFacts: Readonly<Record<number, ErrorStatusFacts | undefined>> = bareTable(errorCodes)

const ofVendors = {
  419: 403,
  420: 429,
  430: 403,
  440: 401,
  444: 400,
  449: 428,
  450: 403,
  460: 408,
  463: 400,
  464: 505,
  494: 431,
  495: 400,
  496: 400,
  497: 400,
  498: 401,
  499: 408,
  509: 503,
  520: 502,
  521: 502,
  522: 504,
  523: 502,
  524: 504,
  525: 502,
  526: 502,
  527: 502,
  529: 503,
  530: 503,
  561: 401,
  598: 504,
  599: 504,
} as const satisfies Readonly<Record<number, ErrorStatus>>

/** A 4xx or 5xx code that a vendor uses without registration. */
export type VendorStatus = keyof typeof ofVendors

/**
 * The registered code that is sent in the place of one that a vendor uses without registration (RFC 9205 4.6). What else is known of vendors'
 * codes stands in `vendor-codes.ts`, for those who decode them.
 */
export const equivalents: Readonly<Record<number, ErrorStatus | undefined>> = bareTable(ofVendors)

/** The methods that every server is expected to recognize, whatever its routes are (RFC 9110 9.1, RFC 5789): no 501 for these. */
export const commonMethods: ReadonlySet<string> = new Set(['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'])

/** Every known code below 400. */
export const otherCodes: Readonly<Record<number, OtherStatusFacts | undefined>> = bareTable({
  100: { phrase: 'Continue' },
  101: { phrase: 'Switching Protocols' },
  102: { phrase: 'Processing' },
  103: { phrase: 'Early Hints' },
  122: { phrase: 'Request-URI Too Long', vendor: 'unknown' },
  200: { phrase: 'OK' },
  201: { phrase: 'Created' },
  202: { phrase: 'Accepted' },
  203: { phrase: 'Non-Authoritative Information' },
  204: { phrase: 'No Content' },
  205: { phrase: 'Reset Content' },
  206: { phrase: 'Partial Content' },
  207: { phrase: 'Multi-Status' },
  208: { phrase: 'Already Reported' },
  226: { phrase: 'IM Used' },
  300: { phrase: 'Multiple Choices' },
  301: { phrase: 'Moved Permanently' },
  302: { phrase: 'Found' },
  303: { phrase: 'See Other' },
  304: { phrase: 'Not Modified' },
  305: { phrase: 'Use Proxy' },
  306: { phrase: 'Switch Proxy' },
  307: { phrase: 'Temporary Redirect' },
  308: { phrase: 'Permanent Redirect' },
})

// Without Object.prototype: what stands there, in a polluted process, is no fact of a status.
function bareTable<Table extends Readonly<Record<number, object | number | undefined>>>(table: Table): Table {
  for (const facts of Object.values(table)) Object.setPrototypeOf(facts, null)
  return Object.setPrototypeOf(table, null) as Table
}

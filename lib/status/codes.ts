/**
 * Holds the facts of every status code: phrase, class name, cacheability, retry verdict, header fields.
 *
 * The only place where they are written; classes, handlers and documents derive from it. The prose lives in `meanings.ts`.
 */

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
  /** Field names that a response with this code must carry. */
  readonly requires?: readonly string[]
  /** Field names that help, each with its reason in `meanings.ts`. */
  readonly recommends?: readonly string[]
  /** Fields whose value is the same in every response with this code (sent over HTTP/1.1 only: both are connection fields). */
  readonly always?: Readonly<Record<string, string>>
}

/** The facts of a code that a vendor uses without registration: to be decoded, never generated (RFC 9205 4.6). */
export interface VendorStatusFacts extends ErrorStatusFacts {
  readonly vendor: string
  /** The registered code that a handler answers with. */
  readonly equivalent: number
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
    requires: ['WWW-Authenticate'],
    recommends: ['Cache-Control', 'Access-Control-Expose-Headers'],
  },
  402: { phrase: 'Payment Required', className: 'PaymentRequired', retry: 'conditional' },
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
  406: { phrase: 'Not Acceptable', className: 'NotAcceptable', retry: 'conditional', recommends: ['Vary'] },
  407: {
    phrase: 'Proxy Authentication Required',
    className: 'ProxyAuthenticationRequired',
    generate: 'by-proxies',
    retry: 'conditional',
    requires: ['Proxy-Authenticate'],
  },
  408: {
    phrase: 'Request Timeout',
    className: 'RequestTimeout',
    retry: 'yes',
    recommends: ['Connection'],
    always: { Connection: 'close' },
  },
  409: { phrase: 'Conflict', className: 'Conflict', retry: 'conditional', recommends: ['ETag'] },
  410: { phrase: 'Gone', className: 'Gone', cacheable: 'heuristic', retry: 'no', recommends: ['Cache-Control'] },
  411: { phrase: 'Length Required', className: 'LengthRequired', retry: 'conditional' },
  412: { phrase: 'Precondition Failed', className: 'PreconditionFailed', retry: 'conditional', recommends: ['ETag'] },
  413: {
    phrase: 'Content Too Large',
    formerPhrase: 'Payload Too Large',
    className: 'ContentTooLarge',
    aliases: ['PayloadTooLarge', 'RequestEntityTooLarge'],
    retry: 'conditional',
    recommends: ['Retry-After', 'Connection'],
  },
  414: { phrase: 'URI Too Long', className: 'URITooLong', cacheable: 'heuristic', retry: 'no', recommends: ['Cache-Control'] },
  415: {
    phrase: 'Unsupported Media Type',
    className: 'UnsupportedMediaType',
    retry: 'conditional',
    recommends: ['Accept', 'Accept-Encoding', 'Accept-Patch', 'Accept-Post', 'Accept-Query'],
  },
  416: { phrase: 'Range Not Satisfiable', className: 'RangeNotSatisfiable', retry: 'conditional', recommends: ['Content-Range'] },
  417: { phrase: 'Expectation Failed', className: 'ExpectationFailed', retry: 'conditional' },
  418: { phrase: "I'm a Teapot", className: 'ImATeapot', registration: 'unused', generate: 'never', retry: 'no' },
  421: { phrase: 'Misdirected Request', className: 'MisdirectedRequest', generate: 'not-by-proxies', retry: 'yes' },
  422: {
    phrase: 'Unprocessable Content',
    formerPhrase: 'Unprocessable Entity',
    className: 'UnprocessableContent',
    aliases: ['UnprocessableEntity'],
    retry: 'no',
  },
  423: { phrase: 'Locked', className: 'Locked', retry: 'conditional', recommends: ['Retry-After'] },
  424: { phrase: 'Failed Dependency', className: 'FailedDependency', retry: 'conditional' },
  425: { phrase: 'Too Early', className: 'TooEarly', generate: 'early-data', retry: 'yes' },
  426: {
    phrase: 'Upgrade Required',
    className: 'UpgradeRequired',
    retry: 'conditional',
    requires: ['Upgrade', 'Connection'],
    always: { Connection: 'Upgrade' },
  },
  428: {
    phrase: 'Precondition Required',
    className: 'PreconditionRequired',
    cacheable: 'must-not-store',
    retry: 'conditional',
    recommends: ['ETag', 'Cache-Control'],
  },
  429: {
    phrase: 'Too Many Requests',
    className: 'TooManyRequests',
    cacheable: 'must-not-store',
    retry: 'yes',
    recommends: ['Retry-After', 'RateLimit', 'RateLimit-Policy', 'Cache-Control'],
  },
  431: {
    phrase: 'Request Header Fields Too Large',
    className: 'RequestHeaderFieldsTooLarge',
    cacheable: 'must-not-store',
    retry: 'conditional',
    recommends: ['Cache-Control'],
  },
  451: {
    phrase: 'Unavailable For Legal Reasons',
    className: 'UnavailableForLegalReasons',
    cacheable: 'heuristic',
    retry: 'no',
    recommends: ['Link', 'Cache-Control'],
  },
  500: { phrase: 'Internal Server Error', className: 'InternalServerError', retry: 'conditional', recommends: ['Cache-Control'] },
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
  504: { phrase: 'Gateway Timeout', className: 'GatewayTimeout', retry: 'conditional', recommends: ['Proxy-Status'] },
  505: { phrase: 'HTTP Version Not Supported', className: 'HTTPVersionNotSupported', retry: 'no' },
  506: { phrase: 'Variant Also Negotiates', className: 'VariantAlsoNegotiates', retry: 'no' },
  507: { phrase: 'Insufficient Storage', className: 'InsufficientStorage', retry: 'conditional', recommends: ['Retry-After'] },
  508: { phrase: 'Loop Detected', className: 'LoopDetected', retry: 'no' },
  510: { phrase: 'Not Extended', className: 'NotExtended', registration: 'obsoleted', generate: 'never', retry: 'no' },
  511: {
    phrase: 'Network Authentication Required',
    className: 'NetworkAuthenticationRequired',
    generate: 'by-proxies',
    cacheable: 'must-not-store',
    retry: 'conditional',
    recommends: ['Cache-Control'],
  },
} as const satisfies Readonly<Record<number, ErrorStatusFacts>>

/** A registered 4xx or 5xx code. */
export type ErrorStatus = keyof typeof errorCodes

/** The facts by any number, for a look-up whose key is known only at run time. */
export const errorFacts: Readonly<Record<number, ErrorStatusFacts | undefined>> = bareTable(errorCodes)

/** 4xx and 5xx codes that are seen in the wild and are not registered. */
export const vendorCodes: Readonly<Record<number, VendorStatusFacts | undefined>> = bareTable({
  419: { phrase: 'Page Expired', className: 'PageExpired', retry: 'conditional', vendor: 'Laravel', equivalent: 403 },
  420: {
    phrase: 'Enhance Your Calm',
    className: 'EnhanceYourCalm',
    aliases: ['MethodFailure'],
    retry: 'yes',
    vendor: 'Twitter API v1 (also Spring: Method Failure, deprecated)',
    equivalent: 429,
  },
  430: { phrase: 'Security Rejection', className: 'SecurityRejection', retry: 'no', vendor: 'Shopify', equivalent: 403 },
  440: {
    phrase: 'Login Time-out',
    className: 'LoginTimeOut',
    retry: 'conditional',
    vendor: 'Microsoft IIS / Exchange OWA',
    equivalent: 401,
  },
  444: { phrase: 'No Response', className: 'NoResponse', retry: 'no', vendor: 'nginx', equivalent: 400 },
  449: {
    phrase: 'Retry With',
    className: 'RetryWith',
    retry: 'conditional',
    vendor: 'Microsoft (WebDAV, Exchange ActiveSync)',
    equivalent: 428,
  },
  450: {
    phrase: 'Blocked by Windows Parental Controls',
    className: 'BlockedByWindowsParentalControls',
    retry: 'no',
    vendor: 'Microsoft',
    equivalent: 403,
  },
  460: {
    phrase: 'Client Closed Connection',
    className: 'ClientClosedConnection',
    retry: 'conditional',
    vendor: 'AWS ALB',
    equivalent: 408,
  },
  463: {
    phrase: 'Too Many Forwarded IP Addresses',
    className: 'TooManyForwardedIPAddresses',
    retry: 'no',
    vendor: 'AWS ALB',
    equivalent: 400,
  },
  464: { phrase: 'Incompatible Protocol', className: 'IncompatibleProtocol', retry: 'no', vendor: 'AWS ALB', equivalent: 505 },
  494: { phrase: 'Request Header Too Large', className: 'RequestHeaderTooLarge', retry: 'no', vendor: 'nginx', equivalent: 431 },
  495: { phrase: 'SSL Certificate Error', className: 'SSLCertificateError', retry: 'no', vendor: 'nginx', equivalent: 400 },
  496: {
    phrase: 'SSL Certificate Required',
    className: 'SSLCertificateRequired',
    retry: 'conditional',
    vendor: 'nginx',
    equivalent: 400,
  },
  497: {
    phrase: 'HTTP Request Sent to HTTPS Port',
    className: 'HTTPRequestSentToHTTPSPort',
    retry: 'conditional',
    vendor: 'nginx',
    equivalent: 400,
  },
  498: { phrase: 'Invalid Token', className: 'InvalidToken', retry: 'conditional', vendor: 'Esri ArcGIS', equivalent: 401 },
  499: {
    phrase: 'Client Closed Request',
    className: 'ClientClosedRequest',
    aliases: ['TokenRequired'],
    retry: 'no',
    vendor: 'nginx, Cloudflare logs (Esri: Token Required)',
    equivalent: 408,
  },
  509: {
    phrase: 'Bandwidth Limit Exceeded',
    className: 'BandwidthLimitExceeded',
    retry: 'conditional',
    vendor: 'Apache add-ons / cPanel',
    equivalent: 503,
  },
  520: {
    phrase: 'Web Server Returned an Unknown Error',
    className: 'WebServerReturnedAnUnknownError',
    retry: 'yes',
    vendor: 'Cloudflare',
    equivalent: 502,
  },
  521: { phrase: 'Web Server Is Down', className: 'WebServerIsDown', retry: 'yes', vendor: 'Cloudflare', equivalent: 502 },
  522: { phrase: 'Connection Timed Out', className: 'ConnectionTimedOut', retry: 'yes', vendor: 'Cloudflare', equivalent: 504 },
  523: { phrase: 'Origin Is Unreachable', className: 'OriginIsUnreachable', retry: 'yes', vendor: 'Cloudflare', equivalent: 502 },
  524: {
    phrase: 'A Timeout Occurred',
    className: 'ATimeoutOccurred',
    retry: 'conditional',
    vendor: 'Cloudflare',
    equivalent: 504,
  },
  525: {
    phrase: 'SSL Handshake Failed',
    className: 'SSLHandshakeFailed',
    retry: 'conditional',
    vendor: 'Cloudflare',
    equivalent: 502,
  },
  526: {
    phrase: 'Invalid SSL Certificate',
    className: 'InvalidSSLCertificate',
    retry: 'no',
    vendor: 'Cloudflare (also Cloud Foundry gorouter)',
    equivalent: 502,
  },
  527: {
    phrase: 'Railgun Listener to Origin',
    className: 'RailgunListenerToOrigin',
    retry: 'conditional',
    vendor: 'Cloudflare (retired)',
    equivalent: 502,
  },
  529: {
    phrase: 'The Service Is Overloaded',
    className: 'TheServiceIsOverloaded',
    retry: 'yes',
    vendor: 'Qualys SSL Labs; Anthropic API (overloaded_error)',
    equivalent: 503,
  },
  530: {
    phrase: 'Site Is Frozen / Origin DNS Error',
    className: 'SiteIsFrozen',
    retry: 'conditional',
    vendor: 'Pantheon (frozen site); Cloudflare and Shopify (origin host name not resolved, body has a 1xxx code)',
    equivalent: 503,
  },
  561: {
    phrase: 'Unauthorized',
    className: 'UnauthorizedByIdentityProvider',
    retry: 'conditional',
    vendor: 'AWS ALB',
    equivalent: 401,
  },
  598: {
    phrase: 'Network Read Timeout Error',
    className: 'NetworkReadTimeoutError',
    retry: 'conditional',
    vendor: 'some HTTP proxies (informal)',
    equivalent: 504,
  },
  599: {
    phrase: 'Network Connect Timeout Error',
    className: 'NetworkConnectTimeoutError',
    retry: 'yes',
    vendor: 'some HTTP proxies (informal)',
    equivalent: 504,
  },
})

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
function bareTable<Table extends Readonly<Record<number, object | undefined>>>(table: Table): Table {
  for (const facts of Object.values(table)) Object.setPrototypeOf(facts, null)
  return Object.setPrototypeOf(table, null) as Table
}

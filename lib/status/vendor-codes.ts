/**
 * The facts of 4xx and 5xx codes that vendors use without registration. Such a code is decoded and never generated (RFC 9205 4.6), so only those
 * who decode load this table: whoever makes a problem needs the `equivalents` alone. A plain record, so that bundlers can leave it out.
 */
import { type ErrorStatusFacts, equivalents, type Reasoned, type VendorStatus } from './codes.js'

/** The facts of a code that a vendor uses without registration. */
export interface VendorStatusFacts extends ErrorStatusFacts {
  readonly vendor: string
  /** The registered code that a handler answers with. */
  readonly equivalent: number
}

/** Gives the facts of a vendor's code; `undefined` for every other code. */
export function vendorFacts(code: number): VendorStatusFacts | undefined {
  const equivalent = equivalents[code]
  if (equivalent === undefined) return undefined
  // Both tables have the same codes. The facts come without Object.prototype, as those of registered codes.
  return Object.assign(Object.create(null) as object, facts[code as VendorStatus], { equivalent })
}

const facts: Readonly<Record<VendorStatus, Omit<VendorStatusFacts, 'equivalent'> & Reasoned>> = {
  419: { phrase: 'Page Expired', className: 'PageExpired', retry: 'conditional', retryReason: 'after-change', vendor: 'Laravel' },
  420: {
    phrase: 'Enhance Your Calm',
    className: 'EnhanceYourCalm',
    aliases: ['MethodFailure'],
    retry: 'yes',
    retryReason: 'throttled',
    vendor: 'Twitter API v1 (also Spring: Method Failure, deprecated)',
  },
  430: { phrase: 'Security Rejection', className: 'SecurityRejection', retry: 'no', vendor: 'Shopify' },
  440: {
    phrase: 'Login Time-out',
    className: 'LoginTimeOut',
    retry: 'conditional',
    retryReason: 'authenticate',
    vendor: 'Microsoft IIS / Exchange OWA',
  },
  444: { phrase: 'No Response', className: 'NoResponse', retry: 'no', vendor: 'nginx' },
  449: {
    phrase: 'Retry With',
    className: 'RetryWith',
    retry: 'conditional',
    retryReason: 'after-change',
    vendor: 'Microsoft (WebDAV, Exchange ActiveSync)',
  },
  450: {
    phrase: 'Blocked by Windows Parental Controls',
    className: 'BlockedByWindowsParentalControls',
    retry: 'no',
    vendor: 'Microsoft',
  },
  460: {
    phrase: 'Client Closed Connection',
    className: 'ClientClosedConnection',
    retry: 'conditional',
    retryReason: 'after-change',
    vendor: 'AWS ALB',
  },
  463: {
    phrase: 'Too Many Forwarded IP Addresses',
    className: 'TooManyForwardedIPAddresses',
    retry: 'no',
    vendor: 'AWS ALB',
  },
  464: { phrase: 'Incompatible Protocol', className: 'IncompatibleProtocol', retry: 'no', vendor: 'AWS ALB' },
  494: { phrase: 'Request Header Too Large', className: 'RequestHeaderTooLarge', retry: 'no', vendor: 'nginx' },
  495: { phrase: 'SSL Certificate Error', className: 'SSLCertificateError', retry: 'no', vendor: 'nginx' },
  496: {
    phrase: 'SSL Certificate Required',
    className: 'SSLCertificateRequired',
    retry: 'conditional',
    retryReason: 'after-change',
    vendor: 'nginx',
  },
  497: {
    phrase: 'HTTP Request Sent to HTTPS Port',
    className: 'HTTPRequestSentToHTTPSPort',
    retry: 'conditional',
    retryReason: 'after-change',
    vendor: 'nginx',
  },
  498: {
    phrase: 'Invalid Token',
    className: 'InvalidToken',
    retry: 'conditional',
    retryReason: 'authenticate',
    vendor: 'Esri ArcGIS',
  },
  499: {
    phrase: 'Client Closed Request',
    className: 'ClientClosedRequest',
    aliases: ['TokenRequired'],
    retry: 'no',
    vendor: 'nginx, Cloudflare logs (Esri: Token Required)',
  },
  509: {
    phrase: 'Bandwidth Limit Exceeded',
    className: 'BandwidthLimitExceeded',
    retry: 'conditional',
    retryReason: 'throttled',
    retryNeedsHint: true,
    vendor: 'Apache add-ons / cPanel',
  },
  520: {
    phrase: 'Web Server Returned an Unknown Error',
    className: 'WebServerReturnedAnUnknownError',
    retry: 'yes',
    vendor: 'Cloudflare',
  },
  521: { phrase: 'Web Server Is Down', className: 'WebServerIsDown', retry: 'yes', vendor: 'Cloudflare' },
  522: { phrase: 'Connection Timed Out', className: 'ConnectionTimedOut', retry: 'yes', vendor: 'Cloudflare' },
  523: { phrase: 'Origin Is Unreachable', className: 'OriginIsUnreachable', retry: 'yes', vendor: 'Cloudflare' },
  524: {
    phrase: 'A Timeout Occurred',
    className: 'ATimeoutOccurred',
    retry: 'conditional',
    retryReason: 'transient',
    vendor: 'Cloudflare',
  },
  525: {
    phrase: 'SSL Handshake Failed',
    className: 'SSLHandshakeFailed',
    retry: 'conditional',
    retryReason: 'after-change',
    vendor: 'Cloudflare',
  },
  526: {
    phrase: 'Invalid SSL Certificate',
    className: 'InvalidSSLCertificate',
    retry: 'no',
    vendor: 'Cloudflare (also Cloud Foundry gorouter)',
  },
  527: {
    phrase: 'Railgun Listener to Origin',
    className: 'RailgunListenerToOrigin',
    retry: 'conditional',
    retryReason: 'transient',
    vendor: 'Cloudflare (retired)',
  },
  529: {
    phrase: 'The Service Is Overloaded',
    className: 'TheServiceIsOverloaded',
    retry: 'yes',
    retryReason: 'throttled',
    vendor: 'Qualys SSL Labs; Anthropic API (overloaded_error)',
  },
  530: {
    phrase: 'Site Is Frozen / Origin DNS Error',
    className: 'SiteIsFrozen',
    retry: 'conditional',
    retryReason: 'transient',
    vendor: 'Pantheon (frozen site); Cloudflare and Shopify (origin host name not resolved, body has a 1xxx code)',
  },
  561: {
    phrase: 'Unauthorized',
    className: 'UnauthorizedByIdentityProvider',
    retry: 'conditional',
    retryReason: 'authenticate',
    vendor: 'AWS ALB',
  },
  598: {
    phrase: 'Network Read Timeout Error',
    className: 'NetworkReadTimeoutError',
    retry: 'conditional',
    retryReason: 'transient',
    vendor: 'some HTTP proxies (informal)',
  },
  599: {
    phrase: 'Network Connect Timeout Error',
    className: 'NetworkConnectTimeoutError',
    retry: 'yes',
    vendor: 'some HTTP proxies (informal)',
  },
}

// Generated from lib/status with `npm run generate`; do not edit.
/** Facts of status codes that clients need. */

/** The phrase of every registered code. */
export const phrases: Readonly<Record<number, string>> = {
  400: "Bad Request",
  401: "Unauthorized",
  402: "Payment Required",
  403: "Forbidden",
  404: "Not Found",
  405: "Method Not Allowed",
  406: "Not Acceptable",
  407: "Proxy Authentication Required",
  408: "Request Timeout",
  409: "Conflict",
  410: "Gone",
  411: "Length Required",
  412: "Precondition Failed",
  413: "Content Too Large",
  414: "URI Too Long",
  415: "Unsupported Media Type",
  416: "Range Not Satisfiable",
  417: "Expectation Failed",
  418: "I'm a Teapot",
  421: "Misdirected Request",
  422: "Unprocessable Content",
  423: "Locked",
  424: "Failed Dependency",
  425: "Too Early",
  426: "Upgrade Required",
  428: "Precondition Required",
  429: "Too Many Requests",
  431: "Request Header Fields Too Large",
  451: "Unavailable For Legal Reasons",
  500: "Internal Server Error",
  501: "Not Implemented",
  502: "Bad Gateway",
  503: "Service Unavailable",
  504: "Gateway Timeout",
  505: "HTTP Version Not Supported",
  506: "Variant Also Negotiates",
  507: "Insufficient Storage",
  508: "Loop Detected",
  510: "Not Extended",
  511: "Network Authentication Required",
}

/** Whether the same request may be sent again, of every registered code where it may. */
export const retryVerdicts: Readonly<Record<number, 'conditional' | 'yes'>> = {
  401: 'conditional',
  402: 'conditional',
  406: 'conditional',
  407: 'conditional',
  408: 'yes',
  409: 'conditional',
  411: 'conditional',
  412: 'conditional',
  413: 'conditional',
  415: 'conditional',
  416: 'conditional',
  417: 'conditional',
  421: 'yes',
  423: 'conditional',
  424: 'conditional',
  425: 'yes',
  426: 'conditional',
  428: 'conditional',
  429: 'yes',
  431: 'conditional',
  500: 'conditional',
  502: 'yes',
  503: 'yes',
  504: 'conditional',
  507: 'conditional',
  511: 'conditional',
}

/** What is known of a code that a vendor uses without registration. */
export interface VendorFacts {
  /** Who uses the code. */
  readonly name: string
  readonly phrase: string
  /** The registered code that means about the same. */
  readonly equivalent: number
  /** Whether the same request may be sent again. */
  readonly retry: 'no' | 'conditional' | 'yes'
}

/** The codes of vendors. */
export const vendors: Readonly<Record<number, VendorFacts>> = {
  419: {"name":"Laravel","phrase":"Page Expired","equivalent":403,"retry":"conditional"},
  420: {"name":"Twitter API v1 (also Spring: Method Failure, deprecated)","phrase":"Enhance Your Calm","equivalent":429,"retry":"yes"},
  430: {"name":"Shopify","phrase":"Security Rejection","equivalent":403,"retry":"no"},
  440: {"name":"Microsoft IIS / Exchange OWA","phrase":"Login Time-out","equivalent":401,"retry":"conditional"},
  444: {"name":"nginx","phrase":"No Response","equivalent":400,"retry":"no"},
  449: {"name":"Microsoft (WebDAV, Exchange ActiveSync)","phrase":"Retry With","equivalent":428,"retry":"conditional"},
  450: {"name":"Microsoft","phrase":"Blocked by Windows Parental Controls","equivalent":403,"retry":"no"},
  460: {"name":"AWS ALB","phrase":"Client Closed Connection","equivalent":408,"retry":"conditional"},
  463: {"name":"AWS ALB","phrase":"Too Many Forwarded IP Addresses","equivalent":400,"retry":"no"},
  464: {"name":"AWS ALB","phrase":"Incompatible Protocol","equivalent":505,"retry":"no"},
  494: {"name":"nginx","phrase":"Request Header Too Large","equivalent":431,"retry":"no"},
  495: {"name":"nginx","phrase":"SSL Certificate Error","equivalent":400,"retry":"no"},
  496: {"name":"nginx","phrase":"SSL Certificate Required","equivalent":400,"retry":"conditional"},
  497: {"name":"nginx","phrase":"HTTP Request Sent to HTTPS Port","equivalent":400,"retry":"conditional"},
  498: {"name":"Esri ArcGIS","phrase":"Invalid Token","equivalent":401,"retry":"conditional"},
  499: {"name":"nginx, Cloudflare logs (Esri: Token Required)","phrase":"Client Closed Request","equivalent":408,"retry":"no"},
  509: {"name":"Apache add-ons / cPanel","phrase":"Bandwidth Limit Exceeded","equivalent":503,"retry":"conditional"},
  520: {"name":"Cloudflare","phrase":"Web Server Returned an Unknown Error","equivalent":502,"retry":"yes"},
  521: {"name":"Cloudflare","phrase":"Web Server Is Down","equivalent":502,"retry":"yes"},
  522: {"name":"Cloudflare","phrase":"Connection Timed Out","equivalent":504,"retry":"yes"},
  523: {"name":"Cloudflare","phrase":"Origin Is Unreachable","equivalent":502,"retry":"yes"},
  524: {"name":"Cloudflare","phrase":"A Timeout Occurred","equivalent":504,"retry":"conditional"},
  525: {"name":"Cloudflare","phrase":"SSL Handshake Failed","equivalent":502,"retry":"conditional"},
  526: {"name":"Cloudflare (also Cloud Foundry gorouter)","phrase":"Invalid SSL Certificate","equivalent":502,"retry":"no"},
  527: {"name":"Cloudflare (retired)","phrase":"Railgun Listener to Origin","equivalent":502,"retry":"conditional"},
  529: {"name":"Qualys SSL Labs; Anthropic API (overloaded_error)","phrase":"The Service Is Overloaded","equivalent":503,"retry":"yes"},
  530: {"name":"Pantheon (frozen site); Cloudflare and Shopify (origin host name not resolved, body has a 1xxx code)","phrase":"Site Is Frozen / Origin DNS Error","equivalent":503,"retry":"conditional"},
  561: {"name":"AWS ALB","phrase":"Unauthorized","equivalent":401,"retry":"conditional"},
  598: {"name":"some HTTP proxies (informal)","phrase":"Network Read Timeout Error","equivalent":504,"retry":"conditional"},
  599: {"name":"some HTTP proxies (informal)","phrase":"Network Connect Timeout Error","equivalent":504,"retry":"yes"},
}

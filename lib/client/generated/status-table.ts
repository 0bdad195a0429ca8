// Generated from lib/status with `npm run generate`; do not edit.
/**
 * A line for each code from 400 on, as lines are the fewest bytes: the phrase, and of a vendor's code the vendor.
 */
export const statusTable = `Bad Request
Unauthorized
Payment Required
Forbidden
Not Found
Method Not Allowed
Not Acceptable
Proxy Authentication Required
Request Timeout
Conflict
Gone
Length Required
Precondition Failed
Content Too Large
URI Too Long
Unsupported Media Type
Range Not Satisfiable
Expectation Failed
I'm a Teapot
Page Expired|Laravel
Enhance Your Calm|Twitter API v1
Misdirected Request
Unprocessable Content
Locked
Failed Dependency
Too Early
Upgrade Required

Precondition Required
Too Many Requests
Security Rejection|Shopify
Request Header Fields Too Large








Login Time-out|Microsoft IIS / Exchange OWA



No Response|nginx




Retry With|Microsoft
Blocked by Windows Parental Controls|Microsoft
Unavailable For Legal Reasons








Client Closed Connection|AWS ALB


Too Many Forwarded IP Addresses|AWS ALB
Incompatible Protocol|AWS ALB





























Request Header Too Large|nginx
SSL Certificate Error|nginx
SSL Certificate Required|nginx
HTTP Request Sent to HTTPS Port|nginx
Invalid Token|Esri ArcGIS
Client Closed Request|nginx, Cloudflare logs
Internal Server Error
Not Implemented
Bad Gateway
Service Unavailable
Gateway Timeout
HTTP Version Not Supported
Variant Also Negotiates
Insufficient Storage
Loop Detected
Bandwidth Limit Exceeded|Apache add-ons / cPanel
Not Extended
Network Authentication Required








Web Server Returned an Unknown Error|Cloudflare
Web Server Is Down|Cloudflare
Connection Timed Out|Cloudflare
Origin Is Unreachable|Cloudflare
A Timeout Occurred|Cloudflare
SSL Handshake Failed|Cloudflare
Invalid SSL Certificate|Cloudflare
Railgun Listener to Origin|Cloudflare

The Service Is Overloaded|Qualys SSL Labs; Anthropic API
Site Is Frozen / Origin DNS Error|Pantheon; Cloudflare and Shopify






























Unauthorized|AWS ALB




































Network Read Timeout Error|some HTTP proxies
Network Connect Timeout Error|some HTTP proxies`

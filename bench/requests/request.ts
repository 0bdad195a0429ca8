/** The one request that every contender answers. */

/** The bytes of the request, as a client with a few usual fields sends it. */
export const REQUEST = Buffer.from(
  [
    'GET /orders/7 HTTP/1.1',
    'Host: 127.0.0.1',
    'Accept: application/json',
    'User-Agent: bench',
    'Accept-Encoding: gzip, deflate',
    '',
    '',
  ].join('\r\n'),
)

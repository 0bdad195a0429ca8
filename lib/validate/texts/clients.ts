/** Tells texts that clients of other servers and readers of tokens write into errors from those that a person wrote for a client. */

const BY_CLIENTS = [
  // axios, got, node-fetch, ofetch, undici, superagent.
  "^(?:Request failed with status code \\d|Response code \\d{3}|Network Error$|Request aborted$|timeout of \\d+ ?ms exceeded|Timeout awaiting '|Request timed out(?::|\\.$)|maxContentLength size of |Maximum number of redirects exceeded|Unsupported protocol |Only (?:absolute URLs|HTTP\\(S\\) protocols) |request to \\S+ failed|network timeout at: |invalid json response body at |uri requested responds with |Invalid response body |Redirected when followRedirect|Cannot follow redirect|(?:Headers|Body|Connect) Timeout Error)",
  '^\\[[A-Z]{3,7}\\] "|^\\d{1,2} [A-Z_]{3,}: |^Parse Error: |^Client network socket disconnected|^Response does not match the HTTP|^(?:Connection|Stream) error|^Protocol error',
  // TLS.
  '^(?:self[- ]signed certificate|unable to (?:verify the first|get (?:local )?issuer)|certificate (?:has expired|is not yet valid)|Hostname/IP does not match|unable to verify leaf signature)',
  // Tokens.
  '^(?:jwt (?:malformed|expired|not active|must be |signature is required|audience invalid|issuer invalid|id invalid|subject invalid)|invalid (?:signature|token|algorithm)$|secret or public key must be |(?:signature verification failed|no applicable key found|Invalid Compact JW)|"\\w+" claim |(?:missing|unexpected) (?:required )?"\\w+" (?:JWT )?(?:claim|Claim)|JW[SET]s? |Invalid (?:Token or Protected|JW[STE])|Unsecured JWT|maxAge exceeded$|The specified key does not|UnknownEndpoint|The security token included|Missing credentials in config|Could not load credentials|The AWS Access Key)',
  // Hashes of passwords, and dates.
  '^(?:data and (?:salt|hash) (?:arguments required|must be)|Illegal arguments: |Not a valid BCrypt hash|Invalid DateTime|Invalid unit |unparsable: |Use `\\w+` instead of `)',
]

const CLIENT = new RegExp(BY_CLIENTS.join('|'), 's')

/** Tells whether a text is one that a client of another server or a reader of tokens writes. */
export function isTextOfClient(text: string): boolean {
  return CLIENT.test(text)
}

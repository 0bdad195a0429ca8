/**
 * Takes out of a text what looks like a secret, for logs: libraries put URLs, statements and whole header fields into the messages of their errors.
 * Each pattern is bounded, so that no text of a request makes it slow.
 */

/** What stands in the place of a secret. */
export const REDACTED = '[redacted]'

type Rule = readonly [pattern: RegExp, replacement: string | ((...parts: string[]) => string)]

const SECRET_NAME =
  '(?:password|passwd|passphrase|passcode|(?<![a-z])pass|pwd|secret|api[-_]?key|(?:access|account|private|shared|signing|encryption)[-_]?key|token|credentials?|session(?:[-_]?id)?|(?<![a-z])(?:sid|otp)|connection[-_]?string|signature)'

// Words that stand behind a colon, or behind the name of a scheme, in a sentence.
const SAID =
  '(?!\\[redacted|(?:yes|no|true|false|null|undefined|required|missing|invalid|expired|authentication|authorization|credentials|scheme|tokens?|realm|challenge)(?=[\\s"\'),.;]|$))'

// A text in quotes, up to its end or to that of the line; in the JSON of a JSON, the quotes are escaped.
const QUOTED = `\\\\"(?:[^"\\\\\\n]|\\\\(?!"))*(?:\\\\")?|"(?:[^"\\\\\\n]|\\\\.)*"?|'(?:[^'\\\\\\n]|\\\\.)*'?`

const rules: readonly Rule[] = [
  [/([a-z][a-z\d+.-]{1,20}:\/\/)([^\s"'<>`]+)/gi, (_, scheme, rest) => scheme + redactUrl(rest)],
  // An account where no scheme stands in front: a user, a password and a host; neither an address, nor a path of Windows with a version.
  [/(?<![\w.%+~-])((?!(?:mailto|acct|npm|jsr):)[\w.%+~-]{1,60}:)[^\s"'<>`@/\\:[\]]{1,200}(?=@[a-z\d])/gi, `$1${REDACTED}`],
  // The query of a path.
  [/\?[\w%.~[\]-]{1,100}=[^\s"'<>`)]*/g, `?${REDACTED}`],
  // RFC 9110 11.4: the credentials behind a scheme.
  [new RegExp(`\\b(Bearer|DPoP|Basic|Digest|Negotiate|AWS4-HMAC-SHA256)[ \\t]+${SAID}[\\w.~+/=:-]{6,}`, 'gi'), `$1 ${REDACTED}`],
  // Fields that hold credentials, up to the end of the line or of the quotes.
  [
    new RegExp(
      `(\\b(?:(?:proxy-)?authorization|(?:set-)?cookie2?)(?:\\\\?["'])?\\s{0,5}[:=]\\s{0,5})(?:${QUOTED}|\\[[^\\]\\n]*\\]?|[^\\s"'[][^\\n]*)`,
      'gi',
    ),
    `$1${REDACTED}`,
  ],
  // A JSON web token, and what is left of one that was cut off.
  [/\beyJ[\w-]{8,}(?:\.[\w-]*){0,4}/g, REDACTED],
  [/-----BEGIN [A-Z ]{0,40}PRIVATE KEY-----(?:(?!-----END)[\s\S])*(?:-----END [A-Z ]{0,40}-----)?/g, REDACTED],
  // Keys that tell by their beginning what they are: of Stripe, OpenAI, Anthropic, AWS, GitHub, GitLab, Slack, Google, SendGrid, npm, Mailgun, webhooks.
  [/\b(?:sk|pk|rk)[-_][\w-]{16,}/g, REDACTED],
  [/\b(?:AKIA|ASIA)[A-Z\d]{16}\b/g, REDACTED],
  [/\b(?:gh[pousr]_|github_pat_|glpat-|xox[a-z]-|xapp-|AIza|SG\.|npm_|ya29\.|whsec_|shp(?:at|ca|pa|ss)_)[\w.-]{10,}/g, REDACTED],
  [/\bkey-[\da-f]{32}\b/g, REDACTED],
  // A value behind a name that says what it is; in what was encoded for a URL, the sign between them is too.
  [
    new RegExp(
      `(${SECRET_NAME}(?:\\\\?["'])?\\s{0,5}(?:[:=]|%3[ad])\\s{0,5})${SAID}(?:${QUOTED}|\\[[^\\]\\n]*\\]?|\\{[^}\\n]*\\}?|[^\\s"',;&)}\\]]+)`,
      'gi',
    ),
    `$1${REDACTED}`,
  ],
]

// The user and the password, also where nobody has escaped a slash or an @ in the password; the query, and a fragment with values.
function redactUrl(rest: string): string {
  const at = rest.lastIndexOf('@')
  // Not an @ in the path or the query: behind a host, or a host with a port.
  const hasUser = at >= 0 && /^[^/?#:]*(?:$|:(?!\d{1,5}[/?#]))/.test(rest.slice(0, at))
  const place = hasUser ? `${REDACTED}${rest.slice(at)}` : rest
  return place.replace(/\?[^)]+|#[^)]*=[^)]*/, `?${REDACTED}`)
}

// A statement of SQL, whose literals are data.
const STATEMENT =
  /\b(?:(?:insert|replace|merge)\s{1,9}into|delete\s{1,9}from|update\s{1,9}\S{1,100}\s{1,9}set|select\s[\s\S]{1,500}?\sfrom)\s/i
const LITERAL = /'(?:[^'\\]|\\[\s\S]|'')*(?:'|$)/g

/** Writes a text without what looks like a secret; `[redacted]` stands in its place. */
export function redact(text: string): string {
  let redacted = text
  // The two kinds of a replacement have each an overload of their own.
  for (const [pattern, replacement] of rules) redacted = redacted.replace(pattern, replacement as string)
  return STATEMENT.test(redacted) ? redacted.replace(LITERAL, `'${REDACTED}'`) : redacted
}

const SECRET_KEY = new RegExp(`${SECRET_NAME}$|^(?:(?:proxy-)?authorization|(?:set-)?cookies?|auth)$`, 'i')

/** Tells whether the value of a property with a name is a secret. */
export function isSecretName(name: string): boolean {
  return SECRET_KEY.test(name)
}

// A URL with a password that was cut off in its midst would no longer be told as one.
const LONGEST_WORD = 500

/** Cuts a text before a word, and takes out what looks like a secret. */
export function redactStart(text: string, most: number): string {
  if (text.length <= most) return redact(text)
  return `${redact(text.slice(0, most).replace(new RegExp(`\\S{0,${LONGEST_WORD}}$`), ''))}…`
}

/** A small, strict parser of one challenge (RFC 9110 11.6.1), written apart from the code that it checks. */

/** What a challenge says. */
export interface ParsedChallenge {
  readonly scheme: string
  readonly parameters: Readonly<Record<string, string>>
  /** The parameters as they are written, with their quotes. */
  readonly raw: Readonly<Record<string, string>>
}

const TCHAR = "[!#$%&'*+.^_`|~0-9A-Za-z-]"
const SCHEME = new RegExp(`^(${TCHAR}+)(?: |$)`)
// RFC 9110 5.6.4: quoted-string = DQUOTE *( qdtext / quoted-pair ) DQUOTE.
const QUOTED = '"(?:[\\t \\x21\\x23-\\x5b\\x5d-\\x7e\\x80-\\xff]|\\\\[\\t \\x21-\\x7e\\x80-\\xff])*"'
const PARAMETER = new RegExp(`^(${TCHAR}+)=(${TCHAR}+|${QUOTED})(?:, |$)`)

/** Parses a challenge, or throws where a byte does not fit. */
export function parseChallenge(line: unknown): ParsedChallenge {
  if (typeof line !== 'string') throw new Error(`a challenge of type ${typeof line}`)
  const scheme = SCHEME.exec(line)
  if (scheme === null) throw new Error(`no scheme in ${JSON.stringify(line)}`)
  const parameters: Record<string, string> = {}
  const raw: Record<string, string> = {}
  let rest = line.slice(scheme[0].length)
  while (rest !== '') {
    const match = PARAMETER.exec(rest)
    if (match === null) throw new Error(`no parameter at ${JSON.stringify(rest)}`)
    const [all, name = '', value = ''] = match
    // RFC 9110 11.2: names are matched without case, and each occurs once.
    if (Object.keys(raw).some((other) => other.toLowerCase() === name.toLowerCase())) throw new Error(`${name} occurs twice`)
    raw[name] = value
    parameters[name] = value.startsWith('"') ? value.slice(1, -1).replace(/\\(.)/gs, '$1') : value
    rest = rest.slice(all.length)
  }
  return { scheme: scheme[1] ?? '', parameters, raw }
}

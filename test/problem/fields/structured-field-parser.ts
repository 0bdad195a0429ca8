/** A strict parser of the part of RFC 9651 that RateLimit uses: a list of strings with parameters. Written apart from the code that it checks. */

/** A member of the list. */
export interface ParsedItem {
  readonly name: string
  readonly parameters: Readonly<Record<string, number | string | Uint8Array>>
}

// RFC 9651 4.2.5: a string; 4.2.4: an integer of at most 15 digits; 4.2.7: a byte sequence.
const STRING = /^"((?:[\x20-\x21\x23-\x5b\x5d-\x7e]|\\["\\])*)"/
const INTEGER = /^-?\d{1,15}(?![\d.])/
const BYTES = /^:([A-Za-z0-9+/]*={0,2}):/
const KEY = /^;([a-z*][a-z0-9_.*-]*)=/

/** Parses a field value, or throws where a byte does not fit. */
export function parseStrings(value: unknown): ParsedItem[] {
  if (typeof value !== 'string') throw new Error(`a field of type ${typeof value}`)
  const items: ParsedItem[] = []
  let rest = value
  for (;;) {
    const [name, afterName] = bare(rest)
    if (typeof name !== 'string') throw new Error(`no string at ${JSON.stringify(rest)}`)
    const parameters: Record<string, number | string | Uint8Array> = {}
    rest = afterName
    for (let key = KEY.exec(rest); key !== null; key = KEY.exec(rest)) {
      const [parameter, after] = bare(rest.slice(key[0].length))
      parameters[key[1] ?? ''] = parameter
      rest = after
    }
    items.push({ name, parameters })
    if (rest === '') return items
    if (!rest.startsWith(', ')) throw new Error(`no comma at ${JSON.stringify(rest)}`)
    rest = rest.slice(2)
  }
}

function bare(text: string): [value: number | string | Uint8Array, rest: string] {
  const string = STRING.exec(text)
  if (string !== null) return [(string[1] ?? '').replace(/\\(.)/g, '$1'), text.slice(string[0].length)]
  const integer = INTEGER.exec(text)
  if (integer !== null) return [Number(integer[0]), text.slice(integer[0].length)]
  const bytes = BYTES.exec(text)
  if (bytes !== null) return [new Uint8Array(Buffer.from(bytes[1] ?? '', 'base64')), text.slice(bytes[0].length)]
  throw new Error(`no value at ${JSON.stringify(text)}`)
}

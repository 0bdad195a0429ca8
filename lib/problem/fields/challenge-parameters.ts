/** Adds parameters to a challenge that is finished (RFC 9110 11.6.1): what is wrong with a token is told beside the realm of the app. */
import { quotedString } from './field-value.js'

// A comma inside of a quoted-string separates nothing.
const ITEM = /(?:[^,"]|"(?:[^"\\]|\\.)*"?)+/g

// A scheme is a token that stands alone, or in front of something else than the `=` of a parameter.
const SCHEME = /^([!#$%&'*+\-.^_`|~0-9A-Za-z]+)(?:[ \t]+[^= \t]|$)/

/** One challenge of a line: its scheme in lower case, and its text. */
interface OneChallenge {
  readonly scheme: string
  readonly text: string
}

/**
 * Adds parameters to the challenge of a scheme, the first of the schemes that the lines have. Where they have none of them, or the challenge
 * has one of the parameters already, the lines stay as they are.
 */
export function withParameters(
  lines: readonly string[],
  schemes: readonly string[],
  parameters: Readonly<Record<string, string>>,
): readonly string[] {
  const all = lines.map(challengesIn)
  const wanted = schemes.find((scheme) => all.flat().some((one) => one.scheme === scheme))
  const target = all.flat().find(({ scheme }) => scheme === wanted)
  if (target === undefined || hasOneOf(target, Object.keys(parameters))) return lines
  const added = Object.entries(parameters).map(([name, value]) => `, ${name}=${quotedString(value)}`)
  return all.map((challenges) => challenges.map((one) => (one === target ? one.text + added.join('') : one.text)).join(', '))
}

function challengesIn(line: string): OneChallenge[] {
  const challenges: OneChallenge[] = []
  for (const text of itemsIn(line)) {
    const scheme = SCHEME.exec(text)?.[1]
    const before = challenges.at(-1)
    if (scheme !== undefined || before === undefined) challenges.push({ scheme: String(scheme).toLowerCase(), text })
    else challenges[challenges.length - 1] = { ...before, text: `${before.text}, ${text}` }
  }
  return challenges
}

function itemsIn(text: string): string[] {
  return Array.from(text.matchAll(ITEM), ([item]) => item.trim())
}

function hasOneOf({ text }: OneChallenge, names: readonly string[]): boolean {
  const given = itemsIn(text).map((item) => /([^\s=]+)\s*=/.exec(item)?.[1]?.toLowerCase())
  return names.some((name) => given.includes(name))
}

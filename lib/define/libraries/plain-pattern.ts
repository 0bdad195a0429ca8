/**
 * Writes a regular expression as a `pattern` of JSON Schema: one without flags, read with the flag `u` (JSON Schema 2020-12 core, 6.4).
 *
 * A pattern that cannot be written so is refused, since it would say something else to everybody who reads the schema.
 */
import { caseVariants } from './case-variants.js'

interface Flags {
  readonly ignoresCase: boolean
  readonly isUnicode: boolean
  readonly isMultiline: boolean
  readonly matchesAll: boolean
}

// One part of an expression: an escape, a class, the start of a group, a quantifier, or one character.
const PART =
  /\\(?:u\{[\da-fA-F]+\}|u[\da-fA-F]{4}|x[\da-fA-F]{2}|c[A-Za-z]|[pP]\{[^}]*\}|k<[^>]*>|\d+|[\s\S])|\[(?:\\[\s\S]|[^\]\\])*\]|\((?:\?(?:[:=!]|<[=!]|<[^>]*>|[ims-]*:))?|\{\d+(?:,\d*)?\}|[\s\S]/gu
const CLASS_PART = /\\(?:u\{[\da-fA-F]+\}|u[\da-fA-F]{4}|x[\da-fA-F]{2}|c[A-Za-z]|[pP]\{[^}]*\}|[\s\S])|[\s\S]/gu

const LINE_END = '\\n\\r\\u2028\\u2029'

// What `\w` is with the flags `i` and `u`, and what it is not: s and k have a third form each.
const WORD = '\\wſ\u212a'
const NO_WORD = '\\0-/:-@\\[-^`{-\\u017e\\u0180-\\u2129\\u212b-\\u{10ffff}'
const BOUNDARY = `(?:(?<=[${WORD}])(?![${WORD}])|(?<![${WORD}])(?=[${WORD}]))`
const NO_BOUNDARY = `(?:(?<=[${WORD}])(?=[${WORD}])|(?<![${WORD}])(?![${WORD}]))`

const SYNTAX = /[\^$\\.*+?()[\]{}|/]/

// Without the flag `u` these escapes mean letters; the flag `v` has sets of its own. Flags of a part are too new for most readers.
const OTHER_WITHOUT_U = /\\(?:u\{|[pP]\{)/
const PART_FLAGS = /\(\?[ims-]+:/
const SETS = /--|&&|\\q|\[(?:\\[\s\S]|[^\]\\])*\[/

/** Gives the pattern; `undefined` where there is none that says the same. Without flags that are known, it is read as JSON Schema does if it can be. */
export function plainPattern(source: string, known?: string): string | undefined {
  const flags = known ?? (isPlain(source) ? 'u' : '')
  if (flags.includes('v') && SETS.test(source)) return undefined
  const isOther = PART_FLAGS.test(source) || (!/[uv]/.test(flags) && OTHER_WITHOUT_U.test(source))
  if (!/[ims]/.test(flags) && !isOther && isPlain(source)) return source
  const pattern = rewritten(source, {
    ignoresCase: flags.includes('i'),
    isUnicode: /[uv]/.test(flags),
    isMultiline: flags.includes('m'),
    matchesAll: flags.includes('s'),
  })
  return pattern !== undefined && isPlain(pattern) ? pattern : undefined
}

function isPlain(source: string): boolean {
  try {
    new RegExp(source, 'u')
    return true
  } catch {
    return false
  }
}

function rewritten(source: string, flags: Flags): string | undefined {
  const parts = source.match(PART) ?? []
  const groups = parts.filter((part) => /^\((?:$|\?<[^=!])/.test(part)).length
  const written = parts.map((part) => writePart(part, flags, groups))
  return written.includes(undefined) ? undefined : written.join('')
}

function writePart(part: string, flags: Flags, groups: number): string | undefined {
  if (part.startsWith('[')) return writeClass(part, flags)
  if (PART_FLAGS.test(part)) return undefined
  if (part.length > 1 && !part.startsWith('\\')) return part
  switch (part) {
    case '.':
      return flags.matchesAll ? '[\\s\\S]' : '.'
    case '^':
      return flags.isMultiline ? `(?<![^${LINE_END}])` : '^'
    case '$':
      return flags.isMultiline ? `(?![^${LINE_END}])` : '$'
    // Outside of what they open, these stand for themselves without the flag `u`.
    case '{':
    case '}':
    case ']':
      return `\\${part}`
    default:
      return part.startsWith('\\') ? writeEscape(part, flags, groups) : writeLiteral(part, flags)
  }
}

function writeEscape(part: string, flags: Flags, groups: number): string | undefined {
  const hasWiderWords = flags.ignoresCase && flags.isUnicode
  if (/^\\[bB]$/.test(part) && hasWiderWords) return part === '\\b' ? BOUNDARY : NO_BOUNDARY
  if (/^\\[dDsSbB]$/.test(part)) return part
  if (/^\\[wW]$/.test(part)) return hasWiderWords ? writeClass(`[${part}]`, flags) : part
  const number = /^\\([1-9]\d*)$/.exec(part)?.[1]
  // What a group has matched may come again in another case.
  if (number !== undefined) return Number(number) <= groups && !flags.ignoresCase ? part : undefined
  if (part.startsWith('\\k<')) return groups > 0 && !flags.ignoresCase ? part : undefined
  if (/^\\[pP]\{/.test(part) && flags.isUnicode) return flags.ignoresCase ? writeClass(`[${part}]`, flags) : part
  const literal = writeCharacter(part, flags)
  return literal === undefined ? undefined : writeLiteral(literal, flags)
}

// A character by its escape: as it is where the flag `u` takes it, else without the backslash, which meant nothing.
function writeCharacter(part: string, { isUnicode }: Flags): string | undefined {
  if (/^\\(?:[tnvfr0]|x..|u[^{]...|c.)$/u.test(part) || (isUnicode && part.startsWith('\\u{'))) return part
  // An octal number, a repeated `u`, and what is not complete.
  if (/^\\(?:\d|u|x|c|k|p|P)/.test(part)) return undefined
  const [, character = ''] = Array.from(part)
  return SYNTAX.test(character) ? part : character
}

function writeLiteral(literal: string, { ignoresCase, isUnicode }: Flags): string {
  const variants = ignoresCase && !/^[*+?|()]$/.test(literal) ? caseVariants(literal, isUnicode) : ''
  return variants === '' ? literal : `[${literal}${variants}]`
}

function writeClass(part: string, flags: Flags): string | undefined {
  const start = part.startsWith('[^') ? 2 : 1
  const parts = part.slice(start, -1).match(CLASS_PART) ?? []
  const written = parts.map((inner, index) => {
    // At the ends there is no range, nor beside `\w`.
    const stands = inner === '-' && [parts[index - 1], parts[index + 1]].some((other) => /^(?:\\[dDsSwW])?$/.test(other ?? ''))
    return stands ? '\\-' : writeClassPart(inner, flags)
  })
  if (written.includes(undefined)) return undefined
  const inside = written.join('')
  try {
    const variants = flags.ignoresCase && inside !== '' ? caseVariants(inside, flags.isUnicode) : ''
    return `${part.slice(0, start)}${inside}${variants}]`
  } catch {
    // The text is no class with the flag `u`.
    return undefined
  }
}

function writeClassPart(part: string, flags: Flags): string | undefined {
  if (!part.startsWith('\\')) return part
  if (part === '\\W' && flags.ignoresCase && flags.isUnicode) return NO_WORD
  if (/^\\[dDsSwWb-]$/.test(part) || (flags.isUnicode && /^\\[pP]\{/.test(part))) return part
  // Half of a character that takes two: with the flag `u` it is never met alone.
  if (!flags.isUnicode && /^\\u[dD][89a-fA-F]/.test(part)) return undefined
  return writeCharacter(part, flags)
}

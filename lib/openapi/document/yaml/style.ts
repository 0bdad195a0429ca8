/** Finds out how a YAML document is written, and writes values in the same way. */
import type { YamlDocument, YamlMap, YamlNode, YamlPackage, YamlToken } from './package.js'

/** How a document is written. */
export interface YamlStyle {
  /** How the first line ends. */
  readonly lineBreak: string
  /** How far what is in a map stands inside of it, where it does not tell itself: as far as it stands inside of another one. */
  readonly stepIn: (map: YamlMap) => number
  /** Writes a key and its value in lines, without the indentation of the place. */
  readonly lines: (key: string, value: unknown, step: number) => readonly string[]
  /** Writes a value in one line; in a document that is JSON, in several where it stands on lines of its own. */
  readonly inline: (value: unknown, step?: string) => string
}

/** A part of a text that becomes another one. */
export interface TextEdit {
  readonly start: number
  readonly end: number
  readonly text: string
  /** How far the place is indented: of what is put at one place, the innermost comes first. */
  readonly depth: number
}

/** A text with the way in which it is written. */
export interface StyledText {
  readonly text: string
  readonly style: YamlStyle
}

interface Traits {
  readonly steps: Map<YamlMap, number>
  singleQuotes: number
  doubleQuotes: number
  flushLists: number
  indentedLists: number
}

/** Looks at all nodes of a document. */
export function styleOf(yaml: YamlPackage, document: YamlDocument, text: string): YamlStyle {
  const traits = traitsOf(yaml, document)
  const isJson = document.contents?.flow === true
  // A text block at the end of a document without a line break would lose its own.
  const hasEnd = text.endsWith('\n')
  const usual = mostCommon([...traits.steps.values()]) ?? 2
  const shared = {
    // Lines are not folded, no anchors are made, and what YAML 1.1 would take for a date, a number or a truth value is quoted.
    lineWidth: 0,
    aliasDuplicateObjects: false,
    compat: 'yaml-1.1',
    doubleQuotedMinMultiLineLength: Number.MAX_SAFE_INTEGER,
    indentSeq: traits.indentedLists >= traits.flushLists,
  }
  // Within single quotes, a line break is one.
  const singleQuote = traits.singleQuotes >= traits.doubleQuotes
  const withoutEnd = (written: string): string => written.replace(/\n$/, '')
  return {
    lineBreak: /\r?\n/.exec(text)?.[0] ?? '\n',
    stepIn: (map) => traits.steps.get(map) ?? usual,
    lines: (key, value, step) => {
      const blockQuote = hasEnd && !needsQuotes(value)
      return withoutEnd(
        yaml.stringify({ [key]: value }, { ...shared, indent: step, blockQuote, singleQuote: singleQuote && blockQuote }),
      ).split('\n')
    },
    inline: (value, step) => {
      if (isJson && step !== undefined) return JSON.stringify(value, null, step)
      const quotes = isJson ? { defaultStringType: 'QUOTE_DOUBLE', defaultKeyType: 'QUOTE_DOUBLE', doubleQuotedAsJSON: true } : {}
      const options = {
        ...shared,
        collectionStyle: 'flow',
        blockQuote: false,
        singleQuote: singleQuote && !hasLineBreak(value),
        ...quotes,
      }
      return withoutEnd(yaml.stringify(value, options))
    },
  }
}

function traitsOf(yaml: YamlPackage, document: YamlDocument): Traits {
  const traits: Traits = { steps: new Map(), singleQuotes: 0, doubleQuotes: 0, flushLists: 0, indentedLists: 0 }
  const indentOf = ({ srcToken }: YamlNode): number => (srcToken as YamlToken).indent
  const outer = (ancestors: readonly unknown[]): YamlMap | undefined => {
    const parent = ancestors.at(-2)
    return yaml.isMap(parent) && parent.flow !== true ? parent : undefined
  }
  yaml.visit(document, {
    Scalar: (_: unknown, { type }: { readonly type: string }) => {
      if (type === 'QUOTE_SINGLE') traits.singleQuotes++
      if (type === 'QUOTE_DOUBLE') traits.doubleQuotes++
    },
    Map: (_: unknown, node: YamlMap, ancestors: readonly unknown[]) => {
      const parent = outer(ancestors)
      if (parent !== undefined && node.flow !== true) traits.steps.set(node, indentOf(node) - indentOf(parent))
    },
    Seq: (_: unknown, node: YamlNode, ancestors: readonly unknown[]) => {
      const parent = outer(ancestors)
      if (parent === undefined || node.flow === true) return
      if (indentOf(node) > indentOf(parent)) traits.indentedLists++
      else traits.flushLists++
    },
  })
  return traits
}

function mostCommon(numbers: readonly number[]): number | undefined {
  const counts = new Map<number, number>()
  for (const number of numbers) counts.set(number, (counts.get(number) ?? 0) + 1)
  return [...counts].sort(([, one], [, other]) => other - one)[0]?.[0]
}

// A text block that begins with a space has to say how far it is indented, and one that ends with empty lines takes those behind it along.
function needsQuotes(value: unknown): boolean {
  return hasText(value, /^\s|\n\n$/)
}

function hasLineBreak(value: unknown): boolean {
  return hasText(value, /\n/)
}

function hasText(value: unknown, pattern: RegExp): boolean {
  if (typeof value === 'string') return pattern.test(value)
  return typeof value === 'object' && value !== null && Object.values(value).some((inner) => hasText(inner, pattern))
}

/** Edits a map that is written in lines. */

import type { YamlMap, YamlNode, YamlPair, YamlToken } from './package.js'
import type { StyledText, TextEdit } from './style.js'
import type { MapTasks } from './tasks.js'

/** Makes the edits of a map that is written in lines. */
export function lineEdits(source: StyledText, map: YamlMap, { added, replaced, removed }: MapTasks): readonly TextEdit[] {
  const { text, style } = source
  const { indent } = map.srcToken as YamlToken
  const inner = (value: YamlNode | null): number => {
    const step = isLineMap(value) ? value.srcToken.indent - indent : 0
    return step > 0 ? step : style.stepIn(map)
  }
  const edits: TextEdit[] = []
  for (const [pair, value] of replaced) edits.push(replacement(source, pair, value, indent, inner(pair.value)))
  const isEmptied = added.size === 0 && removed.size === map.items.length
  let before: YamlPair | undefined
  for (const pair of map.items) {
    if (removed.has(pair)) edits.push(removal(source, pair, before, indent, isEmptied && pair === map.items[0]))
    else before = pair
  }
  if (added.size === 0) return edits
  const step = inner(map.items.map(({ value }) => value).find(isLineMap) ?? null)
  const lines = [...added].flatMap(([key, value]) => style.lines(key, value, step))
  const start = behind(text, map, indent)
  return [...edits, { start, end: start, text: asLines(source, start, lines, indent), depth: indent }]
}

// What a pair is replaced with begins behind its key, where its old value may have stood in the same line or in the next ones.
function replacement({ text, style }: StyledText, pair: YamlPair, value: unknown, indent: number, step: number): TextEdit {
  const end = endOf(pair)
  const [first = '', ...lines] = style.lines('k', value, step).map((line, index) => (index === 0 ? line.slice(1) : line))
  const isLineEnd = text[end - 1] === '\n'
  // A comment that stood behind the value stays in the line of the key.
  const comment = isLineEnd ? '' : text.slice(end, lineEnd(text, end)).replace(/\r$/, '')
  const space = comment === '' || /^[ \t]/.test(comment) ? '' : ' '
  const written = [`${first}${space}${comment}`, ...lines.map((line) => indented(line, indent))]
  return {
    start: pair.key.range[1],
    end: end + comment.length,
    text: written.join(style.lineBreak) + (isLineEnd ? style.lineBreak : ''),
    depth: indent,
  }
}

function removal(
  { text, style }: StyledText,
  pair: YamlPair,
  before: YamlPair | undefined,
  indent: number,
  isLast: boolean,
): TextEdit {
  const start = text.lastIndexOf('\n', pair.key.range[0] - 1) + 1
  const next = nextLine(text, endOf(pair))
  // Where a text block above keeps the line breaks behind it, the empty lines that follow would become its own.
  const isKept = before !== undefined && /^[|>]\d?\+/.test(text.slice(lastNode(before).range[0], lastNode(before).range[0] + 3))
  const [blank] = (isKept && /(?:[ \t]*\r?\n)*/y.exec(text.slice(next))) || ['']
  return { start, end: next + blank.length, text: isLast ? `${' '.repeat(indent)}{}${style.lineBreak}` : '', depth: indent }
}

// Behind the last line of a map, and behind the comments that are indented as it is: they are about what stands above them.
function behind(text: string, map: YamlMap, indent: number): number {
  let end = nextLine(text, endOf(map.items.at(-1) as YamlPair))
  const next = /(?:[ \t]*\r?\n)*( *)#[^\n]*(?:\n|$)/y
  for (next.lastIndex = end; ; next.lastIndex = end) {
    const [comment, spaces = ''] = next.exec(text) ?? []
    if (comment === undefined || spaces.length < indent) return end
    end += comment.length
  }
}

function asLines({ text, style }: StyledText, start: number, lines: readonly string[], indent: number): string {
  const written = lines.map((line) => indented(line, indent)).join(style.lineBreak)
  // A text without a line break at its end stays one.
  return start > 0 && text[start - 1] !== '\n' ? `${style.lineBreak}${written}` : `${written}${style.lineBreak}`
}

function indented(line: string, indent: number): string {
  return line === '' ? '' : `${' '.repeat(indent)}${line}`
}

// Where the value of a pair ends, and not the comments behind it.
function endOf(pair: YamlPair): number {
  return lastNode(pair).range[1]
}

// The last node of a pair that is written in one piece.
function lastNode(pair: YamlPair): YamlNode {
  const node = pair.value ?? pair.key
  const { items } = node as Partial<YamlMap>
  const last = node.flow === true ? undefined : items?.at(-1)
  if (last === undefined) return node
  return isNode(last) ? lastNode({ key: last, value: last }) : lastNode(last)
}

function isNode(item: YamlPair | YamlNode): item is YamlNode {
  return Object.hasOwn(item, 'range')
}

function isLineMap(node: YamlNode | null): node is YamlMap & { readonly srcToken: { readonly indent: number } } {
  const first = (node as Partial<YamlMap> | null)?.items?.[0]
  return node !== null && node.flow !== true && node.srcToken !== undefined && first !== undefined && !isNode(first)
}

function lineEnd(text: string, from: number): number {
  const end = text.indexOf('\n', from)
  return end === -1 ? text.length : end
}

// A text block may end in the spaces of a last line, which is then the next one itself.
function nextLine(text: string, from: number): number {
  const start = text.lastIndexOf('\n', from - 1) + 1
  return text.slice(start, from).trim() === '' ? start : Math.min(lineEnd(text, from) + 1, text.length)
}

/** Edits a map that is written in brackets, as in JSON. */

import type { YamlMap, YamlPair } from './package.js'
import type { StyledText, TextEdit } from './style.js'
import type { MapTasks } from './tasks.js'

/** Makes the edits of a map that is written in brackets. */
export function bracketEdits(source: StyledText, map: YamlMap, { added, replaced, removed }: MapTasks): readonly TextEdit[] {
  const { text, style } = source
  const close = map.range[1] - 1
  const lineStart = text.lastIndexOf('\n', close) + 1
  const outer = text.slice(lineStart, close)
  // Whether the closing bracket begins a line: then each key has a line of its own.
  const hasLines = outer.trim() === '' && map.items.length > 0
  const first = map.items[0]
  const inner = hasLines ? indentBefore(text, first as YamlPair, outer + ' '.repeat(style.stepIn(map))) : ''
  const step = hasLines && inner.startsWith(outer) ? inner.slice(outer.length) : undefined
  const write = (value: unknown): string => style.inline(value, step).replaceAll('\n', `${style.lineBreak}${inner}`)

  const depth = inner.length
  const edits: TextEdit[] = []
  for (const [pair, value] of replaced)
    edits.push({ start: pair.key.range[1], end: endOf(pair), text: `: ${write(value)}`, depth })
  for (const [index, pair] of map.items.entries()) if (removed.has(pair)) edits.push(removal(map, index, removed, depth))
  if (added.size === 0) return edits

  const entries = [...added].map(([key, value]) => `${style.inline(key)}: ${write(value)}`)
  const isKept = map.items.some((pair) => !removed.has(pair))
  const end = isKept ? endOf(map.items.at(-1) as YamlPair) : map.range[0] + 1
  const comma = isKept ? trailingComma(map) : undefined
  if (hasLines) {
    if (comma === undefined && isKept) edits.push({ start: end, end, text: ',', depth })
    const lines = entries.map((entry, index) => `${inner}${entry}${index < entries.length - 1 || comma !== undefined ? ',' : ''}`)
    return [...edits, { start: lineStart, end: lineStart, text: lines.map((line) => line + style.lineBreak).join(''), depth: -1 }]
  }
  const start = comma === undefined ? end : comma + 1
  const before = comma !== undefined || !isKept ? ' ' : ', '
  const after = comma !== undefined ? ',' : text[start] === '}' && !isKept ? ' ' : ''
  return [...edits, { start, end: start, text: `${before}${entries.join(', ')}${after}`, depth }]
}

// With the comma in front of it, or with what is behind it where nothing is left in front.
function removal(map: YamlMap, index: number, removed: ReadonlySet<YamlPair>, depth: number): TextEdit {
  const { items } = map
  const pair = items[index] as YamlPair
  const end = endOf(pair)
  const isFirst = items.slice(0, index).every((one) => removed.has(one))
  if (!isFirst) return { start: endOf(items[index - 1] as YamlPair), end, text: '', depth }
  const comma = trailingComma(map)
  const next = items[index + 1]?.key.range[0] ?? (comma === undefined ? end : comma + 1)
  return { start: pair.key.range[0], end: next, text: '', depth }
}

// A comma behind the last key is an item without a key.
function trailingComma({ srcToken }: YamlMap): number | undefined {
  const last = srcToken?.items?.at(-1)
  if (last === undefined || last.key || last.value) return undefined
  return last.start.find(({ type }) => type === 'comma')?.offset
}

function indentBefore(text: string, pair: YamlPair, otherwise: string): string {
  const start = pair.key.range[0]
  const before = text.slice(text.lastIndexOf('\n', start) + 1, start)
  return before.trim() === '' ? before : otherwise
}

function endOf({ key, value }: YamlPair): number {
  return Math.max(key.range[1], value?.range[1] ?? 0)
}

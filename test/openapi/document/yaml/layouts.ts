/** Writes data as YAML in all the ways in which people lay it out: what is drawn from a number is the same each time. */
import { isRecord } from '../../../../lib/guard/read.js'

/** A layout: the text of a document, and whether all of its maps are written in lines. */
export interface Layout {
  readonly text: string
  readonly hasBrackets: boolean
}

/** Draws numbers from a seed (mulberry32). */
export function drawFrom(seed: number): (below: number) => number {
  let state = seed | 0
  return (below) => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below
  }
}

/** Lays data out: maps, lists of scalars, and scalars. */
export function layOut(data: Readonly<Record<string, unknown>>, seed: number): Layout {
  const draw = drawFrom(seed)
  const step = 2 + draw(3)
  const lineBreak = draw(3) === 0 ? '\r\n' : '\n'
  const flushLists = draw(2) === 0
  let hasBrackets = false
  let anchors = 0

  const pick = <Item>(...items: readonly Item[]): Item => items[draw(items.length)] as Item
  const maybe = (chance: number, text: string): string => (draw(chance) === 0 ? text : '')
  const pad = (depth: number): string => ' '.repeat(depth)
  const key = (name: string): string => {
    if (/^\d/.test(name)) return pick(name, `'${name}'`, JSON.stringify(name))
    return pick(name, name, name, `'${name}'`, JSON.stringify(name))
  }
  const remark = (): string => maybe(4, `  # a comment: { [ ' " \t*x &y${maybe(2, '  ')}`)
  const between = (depth: number): readonly string[] => [
    ...(draw(8) === 0 ? [pick('', '  ', pad(depth))] : []),
    ...(draw(6) === 0
      ? [`${pick(pad(depth), pad(depth), pad(depth + 1), pad(draw(depth + 1)))}# - about: "what" comes ${draw(99)}`]
      : []),
  ]
  const anchor = (): string => maybe(6, `&a${anchors++} `)
  const flowScalar = (value: unknown): string =>
    typeof value === 'string' ? pick(JSON.stringify(value), quoted(value)) : String(value)

  const flow = (value: unknown): string => {
    if (Array.isArray(value)) return `[${value.map(flow).join(pick(', ', ','))}]`
    if (!isRecord(value)) return flowScalar(value)
    const entries = Object.entries(value).map(([name, inner]) => `${pick(quoted(name), JSON.stringify(name))}: ${flow(inner)}`)
    const space = pick('', ' ')
    return entries.length === 0 ? '{}' : `{${space}${entries.join(', ')}${maybe(4, ',')}${space}}`
  }
  const flowLines = (value: Readonly<Record<string, unknown>>, depth: number): readonly string[] => [
    `{${remark()}`,
    ...Object.entries(value).map(
      ([name, inner], index, all) =>
        `${pad(depth + step)}${quoted(name)}: ${flow(inner)}${index < all.length - 1 ? ',' : pick('', ',')}${remark()}`,
    ),
    `${pad(depth)}}`,
  ]
  const scalar = (value: unknown, depth: number): readonly string[] => {
    if (typeof value !== 'string') return [`${value === null ? pick('null', '~', '') : String(value as number)}${remark()}`]
    if (/^[a-z]+( [a-z]+)*$/i.test(value) && value !== 'null') {
      const [first = '', ...words] = value.split(' ')
      const style = draw(6)
      if (style === 0) return [`|-${remark()}`, `${pad(depth + step)}${value}`]
      if (style === 1) return [`>-`, ...value.split(' ').map((word) => `${pad(depth + step)}${word}`)]
      if (style === 2 && words.length > 0) return [first, ...words.map((word) => `${pad(depth + step)}${word}`)]
      if (style === 3) return [`${value}${remark()}`]
    }
    if (/^[a-z]+\n+$/.test(value) && draw(4) > 0) return [`|+${remark()}`, `${pad(depth + step)}${value.trim()}`, ...blank(value)]
    return [`${flowScalar(value)}${remark()}`]
  }
  const value = (inner: unknown, depth: number): readonly string[] => {
    if (isRecord(inner)) {
      const isEmpty = Object.keys(inner).length === 0
      if (isEmpty) return [`${anchor()}{}${remark()}`]
      if (draw(7) === 0) {
        hasBrackets = true
        const [first = '', ...rest] = draw(2) === 0 ? [flow(inner)] : flowLines(inner, depth)
        return [`${anchor()}${first}`, ...rest.slice(0, -1), ...rest.slice(-1).map((line) => `${line}${remark()}`)]
      }
      return [`${anchor().trimEnd()}${remark()}`, ...map(inner, depth + step)]
    }
    if (!Array.isArray(inner) || inner.length === 0) return Array.isArray(inner) ? ['[]'] : scalar(inner, depth)
    if (draw(3) === 0) return [flow(inner)]
    return [remark(), ...inner.map((item) => `${pad(flushLists ? depth : depth + step)}- ${flow(item)}${remark()}`)]
  }
  const map = (inner: Readonly<Record<string, unknown>>, depth: number): readonly string[] =>
    Object.entries(inner).flatMap(([name, one]) => {
      const [first = '', ...rest] = value(one, depth)
      const space = first === '' || first.startsWith(' ') ? '' : ' '
      const isBlock = /^[|>]/.test(first)
      return [...(isBlock ? [] : between(depth)), `${pad(depth)}${key(name)}:${space}${first}`, ...rest]
    })

  const lines = [
    ...maybe(3, '# the head of the document').split('|').filter(Boolean),
    ...(draw(4) === 0 ? ['---'] : []),
    ...map(data, 0),
    ...between(0).filter((line) => !line.startsWith(' #')),
    ...(draw(6) === 0 ? ['...'] : []),
  ]
  return { text: `${maybe(5, '\ufeff')}${lines.join(lineBreak)}${maybe(4, lineBreak) === '' ? lineBreak : ''}`, hasBrackets }
}

// The line breaks behind the first one.
function blank(text: string): readonly string[] {
  return text.split('\n').slice(2)
}

function quoted(text: string): string {
  return /[\n\t]/.test(text) ? JSON.stringify(text) : `'${text.replaceAll("'", "''")}'`
}

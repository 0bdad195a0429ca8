/** Reads the Markdown of a problem with the reference parser of CommonMark: what it tells, and nothing but the nodes that we write. */
import { type Node, Parser } from 'commonmark'

/** What the text tells. */
export interface ToldProblem {
  readonly status: number
  readonly title: string
  /** The paragraph below the heading. */
  readonly text: string
  readonly retry: string
  readonly advice: string
  readonly type: string
  /** The extension members and `instance`; of a list that is shortened, those items that are told. */
  readonly members: Readonly<Record<string, unknown>>
  readonly reference: string | undefined
  readonly isShortened: boolean
}

/** Reads a text. Throws where it has markup that is not ours. */
export function readMarkdown(text: string): ToldProblem {
  const [heading, ...blocks] = childrenOf(new Parser().parse(text))
  if (heading?.type !== 'heading' || heading.level !== 1) throw new Error('there is no heading')
  const [, status = '', title = ''] = /^(\d{3}) ?(.*)$/s.exec(textOf(heading)) ?? []
  const paragraph = blocks[0]?.type === 'paragraph' ? blocks.shift() : undefined
  const list = blocks.shift()
  if (list?.type !== 'list') throw new Error(`a ${list?.type} stands in the place of the list`)
  const end = blocks.map(textOf)
  const isShortened = end.length === 1 && end[0] === 'This is shortened; application/problem+json has everything.'
  if (!isShortened && end.length > 0) throw new Error(`behind the list stands: ${end.join()}`)
  const { lines, members, references } = itemsOf(list)
  return {
    status: Number(status),
    title,
    text: paragraph === undefined ? '' : textOf(paragraph),
    retry: lines.get('Retry') ?? '',
    advice: lines.get('What to do') ?? '',
    type: lines.get('Type') ?? 'about:blank',
    members: Object.fromEntries(members),
    reference: references[0],
    isShortened,
  }
}

interface Items {
  readonly lines: Map<string, string>
  readonly members: Map<string, unknown>
  readonly references: string[]
}

function itemsOf(list: Node): Items {
  const items: Items = { lines: new Map(), members: new Map(), references: [] }
  for (const item of childrenOf(list)) {
    const [paragraph, ...others] = childrenOf(item)
    if (paragraph?.type !== 'paragraph' || others.length > 0) throw new Error(`an item has ${others.length} more blocks`)
    readItem(childrenOf(paragraph), items)
  }
  return items
}

function readItem(nodes: readonly Node[], { lines, members, references }: Items): void {
  const [first, second, third, fourth] = nodes
  if (first?.type === 'code') return addMember(literalOf(first), literalOf(third), members)
  const [label = '', rest = ''] = textBefore(nodes)
  if (label === 'Reference') {
    references.push(literalOf(fourth))
    return addMember(literalOf(fourth), literalOf(second), members)
  }
  if (second?.type === 'code') lines.set(label, JSON.parse(literalOf(second)))
  else if (second?.type === 'link') lines.set(label, textOf(second))
  else lines.set(label, rest)
}

function textBefore(nodes: readonly Node[]): string[] {
  const text = nodes
    .filter(({ type }) => type === 'text')
    .map(literalOf)
    .join('')
  return [text.slice(0, text.indexOf(':')), text.slice(text.indexOf(':') + 2)]
}

function literalOf(node: Node | undefined): string {
  return node?.literal ?? ''
}

function addMember(written: string, json: string, members: Map<string, unknown>): void {
  const [, word, place] = /^("(?:[^"\\]|\\.)*"|[\w.-]+)(?:\[(\d+)\])?$/.exec(written) ?? []
  if (word === undefined) throw new Error(`no name of a member: ${written}`)
  const name: string = word.startsWith('"') ? JSON.parse(word) : word
  if (place === undefined) members.set(name, JSON.parse(json))
  else {
    const list = (members.get(name) ?? []) as unknown[]
    list[Number(place)] = JSON.parse(json)
    members.set(name, list)
  }
}

function childrenOf(node: Node): Node[] {
  const children: Node[] = []
  for (let child = node.firstChild; child !== null; child = child.next) children.push(child)
  return children
}

function textOf(node: Node): string {
  return childrenOf(node)
    .map((child) => {
      if (child.type === 'text' || child.type === 'code') return child.literal ?? ''
      // The address of the type stands in a link that shows it.
      if (child.type === 'link' && child.destination === textOf(child)) return textOf(child)
      throw new Error(`there is a node of the type ${child.type}`)
    })
    .join('')
}

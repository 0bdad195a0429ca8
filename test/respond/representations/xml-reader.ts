/** Reads application/problem+xml by the mapping that the reference documents, with a parser that refuses what is not well-formed. */
import { SaxesParser, type SaxesTagNS } from 'saxes'

/** What XML can tell: texts, lists, records. */
export type Told = string | readonly Told[] | { readonly [member: string]: Told }

interface Node {
  readonly name: string
  readonly children: Node[]
  text: string
}

/** Reads a document. Throws for what is not well-formed, has another root, an attribute, or an element of another namespace. */
export function readXml(text: string): Told {
  const top: Node = { name: '', children: [], text: '' }
  const open: Node[] = [top]
  const parser = new SaxesParser({ xmlns: true, position: false })
  parser.on('error', (error) => {
    throw error
  })
  parser.on('opentag', (tag: SaxesTagNS) => {
    if (tag.uri !== 'urn:ietf:rfc:7807') throw new Error(`<${tag.name}> stands in the namespace ${tag.uri}`)
    const attributes = Object.keys(tag.attributes).filter((name) => name !== 'xmlns')
    if (attributes.length > 0) throw new Error(`<${tag.name}> has attributes: ${attributes.join()}`)
    const node: Node = { name: tag.local, children: [], text: '' }
    open.at(-1)?.children.push(node)
    open.push(node)
  })
  parser.on('text', (part) => {
    const node = open.at(-1)
    if (node !== undefined) node.text += part
  })
  parser.on('closetag', () => {
    open.pop()
  })
  parser.write(text).close()
  const [root] = top.children
  if (root?.name !== 'problem') throw new Error('the root is no problem')
  return told(root)
}

function told({ name, children, text }: Node): Told {
  if (children.length === 0) return text
  if (text.trim() !== '') throw new Error(`<${name}> has text beside elements`)
  // RFC 9457 Appendix B: an element with children named `i` alone is an array, another with children an object.
  if (children.every((child) => child.name === 'i')) return children.map(told)
  // Names such as `constructor` and `__proto__` are names like others.
  return Object.fromEntries(children.map((child) => [nameOf(child.name), told(child)]))
}

/** Reads the name of an element as the name of a member. */
export function nameOf(tag: string): string {
  if (tag === '_') return ''
  return tag.replace(/_x([0-9A-F]{4}|[0-9A-F]{6})_/g, (_, digits: string) => String.fromCodePoint(Number.parseInt(digits, 16)))
}

/** Gives what the XML of a value tells: without members that are null, and with texts in the place of numbers and of what is empty. */
export function toldBy(value: unknown): Told {
  if (value === null) return ''
  if (Array.isArray(value)) return value.length === 0 ? '' : value.map(toldBy)
  if (typeof value !== 'object') return carried(String(value))
  const entries = Object.entries(value).filter(([, member]) => member !== null)
  return entries.length === 0 ? '' : Object.fromEntries(entries.map(([name, member]) => [name, toldBy(member)]))
}

// One half of a surrogate pair is no character either; what JSON has may hold one.
function carried(text: string): string {
  const isCharacter = (code: number): boolean =>
    [0x9, 0xa, 0xd].includes(code) || (code >= 0x20 && code < 0xd800) || (code > 0xdfff && code !== 0xfffe && code !== 0xffff)
  return Array.from(text, (character) => (isCharacter(character.codePointAt(0) ?? 0) ? character : '\ufffd')).join('')
}

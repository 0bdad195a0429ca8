/** Reads doc comments from the sources, which all have the same simple form. */

/** One declaration with its comment. */
export interface Declaration {
  readonly name: string
  readonly kind: 'class' | 'function' | 'const' | 'type' | 'interface'
  readonly summary: string
  /** The whole text in front of the tags. */
  readonly text: string
  readonly examples: readonly string[]
  readonly tags: Readonly<Record<string, string>>
}

/** One member of an interface. */
export interface Member {
  readonly name: string
  readonly optional: boolean
  readonly type: string
  readonly text: string
  readonly tags: Readonly<Record<string, string>>
}

const DECLARATION =
  /^\/\*\*((?:(?!\*\/)[\s\S])*)\*\/\n(?:\/\/.*\n)*export (?:declare )?(?:async )?(class|function|const|type|interface) (\w+)/gm
const MEMBER = /^ {2}(?:\/\*\*((?:(?!\*\/)[\s\S])*)\*\/\n {2})?readonly (\w+)(\??): (.+)$/gm

/** Lists the exported declarations of a source that have a doc comment. */
export function declarationsOf(source: string): readonly Declaration[] {
  return [...source.matchAll(DECLARATION)].map(({ 1: comment = '', 2: kind, 3: name = '' }) => ({
    name,
    kind: kind as Declaration['kind'],
    ...parseComment(comment),
  }))
}

/** Lists the members of an interface in a source. */
export function membersOf(source: string, name: string): readonly Member[] {
  const body = new RegExp(`^export interface ${name}\\b[^{]*\\{\\n([\\s\\S]*?)^\\}`, 'm').exec(source)?.[1]
  if (body === undefined) throw new Error(`No interface ${name} in the source`)
  return [...body.matchAll(MEMBER)].map(({ 1: comment = '', 2: member = '', 3: mark, 4: type = '' }) => {
    const { text, tags } = parseComment(comment)
    return {
      name: member,
      optional: mark === '?',
      type: type.includes('=>') ? type : type.replace(/ \| undefined$/, ''),
      text,
      tags,
    }
  })
}

function parseComment(comment: string): Omit<Declaration, 'name' | 'kind'> {
  const lines = comment
    .split('\n')
    .map((line) => line.replace(/^\s*\* ?/, '').trimEnd())
    .join('\n')
    .trim()
  const [text = '', ...tagged] = lines.split(/^@(?=[a-z])/m)
  const pairs = tagged.map((tag) => /^(\w+)\s*([\s\S]*)$/.exec(tag)?.slice(1) as [string, string])
  const plain = text.trim().replace(/(?<!\n)\n(?!\n)/g, ' ')
  return {
    text: plain,
    summary: firstSentence(plain),
    examples: pairs.filter(([tag]) => tag === 'example').map(([, value]) => value.trim()),
    tags: Object.fromEntries(pairs.filter(([tag]) => tag !== 'example').map(([tag, value]) => [tag, value.trim()])),
  }
}

// A full stop ends a sentence where a capital letter or nothing follows: `15.5.1` and `e.g.` do not.
function firstSentence(text: string): string {
  return /^[\s\S]*?\.(?=\s+[A-Z`]|$)/.exec(text.replace(/\s+/g, ' '))?.[0] ?? text
}

/** The page of the public names. */
import { entries } from '../../entries.js'
import { type PublicName, publicNames } from '../public-api.js'
import { code, note } from './table.js'

/** Writes the page. */
export function apiPage(): string {
  return `${note}

# Public names

What each entry of the package exports. The schema of RFC 9457 is \`http-problems/schemas/problem.json\`.

${entries.map(({ name }) => entrySection(name)).join('\n\n')}
`
}

function entrySection(entry: string): string {
  const names = publicNames(entry)
  const values = names.filter(({ typeOnly }) => !typeOnly)
  const types = names.filter(({ typeOnly }) => typeOnly)
  const [explained, short] = [values.filter(hasExample), values.filter((name) => !hasExample(name))]
  return [
    `## \`${entry}\``,
    ...explained.map(section),
    ...(short.length === 0 ? [] : [short.map(line).join('\n')]),
    'Types:',
    types.map(line).join('\n'),
  ].join('\n\n')
}

function hasExample({ declaration }: PublicName): boolean {
  return declaration.examples.length > 0
}

function section({ name, declaration: { kind, text, tags, examples } }: PublicName): string {
  const throws = tags['throws'] === undefined ? '' : `\n\nThrows a ${tags['throws']}.`
  const blocks = examples.map((example) => `\n\n\`\`\`ts\n${example}\n\`\`\``).join('')
  return `### ${code(kind === 'function' ? `${name}()` : name)}\n\n${text}${throws}${blocks}`
}

function line({ name, declaration: { summary, tags } }: PublicName): string {
  const deprecated = tags['deprecated'] === undefined ? '' : `**Deprecated.** ${tags['deprecated']}`
  return `- ${code(name)}: ${[summary, deprecated].filter((part) => part !== '').join(' ')}`
}

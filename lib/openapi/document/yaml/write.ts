/** Writes changes into the text of a YAML document, and into no other line of it. */
import { differences } from './differences.js'
import { type EditedText, edited } from './edits.js'
import type { YamlPackage } from './package.js'
import { type ReadYaml, readYaml } from './read.js'
import { styleOf } from './style.js'
import { tasksOf, type YamlChange } from './tasks.js'
import { type Borrowed, linksOf, wayTo } from './way.js'

/**
 * Writes changes into a text and reads it again: what is given means what was meant. `undefined` where that cannot be done.
 *
 * What stands behind an alias is changed once, where the alias points to. Where that would change places that shall stay as they are, the
 * places that shall change get a copy of their own.
 */
export function writeChanges(
  yaml: YamlPackage,
  text: string,
  { document }: ReadYaml,
  changes: readonly YamlChange[],
  meant: unknown,
): EditedText | undefined {
  const links = linksOf(yaml, document)
  const source = { text, style: styleOf(yaml, document, text) }
  const own = new Map<Borrowed, unknown>()
  const known = new Set<string>()
  const innermost = (path: readonly string[]): Borrowed | undefined =>
    wayTo(links, document.contents, path).borrowed.findLast((one) => !known.has(JSON.stringify(one.path)))
  // A place that is wrong without borrowing anything is one that others borrow, for whom the changes were meant.
  const sharing = (path: readonly string[]): readonly Borrowed[] => {
    const { maps } = wayTo(links, document.contents, path)
    const others = changes.filter(({ names }) => maps.some((map) => map === wayTo(links, document.contents, names).map))
    return others.flatMap(({ names }) => innermost(names) ?? [])
  }
  for (;;) {
    const written = edited(source, tasksOf(links, document.contents, changes, own))
    if (written === undefined) return undefined
    const wrong = differences(dataOf(yaml, written.text), meant)
    if (wrong.length === 0) return written
    const found = wrong.flatMap((path) => innermost(path) ?? sharing(path))
    if (found.length === 0) return undefined
    for (const one of found) {
      own.set(one, valueAt(meant, one.path))
      known.add(JSON.stringify(one.path))
    }
  }
}

function dataOf(yaml: YamlPackage, text: string): unknown {
  try {
    return readYaml(yaml, text).data
  } catch {
    return undefined
  }
}

function valueAt(data: unknown, path: readonly string[]): unknown {
  return path.reduce<unknown>((value, key) => (value as Readonly<Record<string, unknown>> | undefined)?.[key], data)
}

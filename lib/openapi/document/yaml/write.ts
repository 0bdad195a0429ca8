/** Writes changes into the text of a YAML document, and into no other line of it. */
import { jsonText } from '../../../../schemas/json-text.js'
import { defineOwn } from '../../../guard/bare.js'
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
  { document, data }: ReadYaml,
  changes: readonly YamlChange[],
): EditedText | undefined {
  const meant = changed(data, changes)
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

function changed(data: unknown, changes: readonly YamlChange[]): unknown {
  const copy: unknown = JSON.parse(jsonText(data as object))
  for (const { action, names, value } of changes) {
    const holder = valueAt(copy, names.slice(0, -1)) as object
    const name = names.at(-1) as string
    if (action === 'remove') Reflect.deleteProperty(holder, name)
    else defineOwn(holder, name, value)
  }
  return copy
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

/** Plans the components: those that responses need, those that are stale, and those that nothing mentions any more. */
import { jsonPointer, own } from '../../../schemas/json.js'
import { equals } from '../../guard/equals.js'
import { isRecord, ownKeys } from '../../guard/read.js'
import type { DocumentChange } from './changes.js'
import type { ComponentBook } from './component-book.js'
import { isGenerated } from './mark.js'
import { type ComponentKind, type ComponentName, componentKinds, mentionsIn } from './mentions.js'
import type { OpenDocument } from './read-document.js'

/** Plans the changes of components that the changes of responses call for. */
export function planComponents(
  { root }: OpenDocument,
  responses: readonly DocumentChange[],
  book: ComponentBook,
  outdated: ReadonlySet<unknown>,
): readonly DocumentChange[] {
  const components = own(root, 'components') ?? {}
  const generated = componentKinds.flatMap((kind) => namesOf(components, kind).filter((one) => isGenerated(book.existing(one))))
  const skipped = new Set([...outdated, ...generated.map(book.existing)])
  const mentioned = mentionsIn(root, (value) => skipped.has(value))
  const needed = reachable([...responses.flatMap(({ value }) => mentionsIn(value)), ...mentioned], book)
  const additions = new Map<ComponentKind, Map<string, object>>()
  const changes: DocumentChange[] = []
  for (const { kind, name } of [...needed.values()].sort(inOrder)) {
    const [existing, made] = [book.existing({ kind, name }), book.made({ kind, name })]
    if (made === undefined) continue
    if (existing === undefined) additions.set(kind, (additions.get(kind) ?? new Map<string, object>()).set(name, made))
    else if (!equals(existing, made)) changes.push(change('replace', ['components', kind, name], made))
  }
  const orphans = generated.filter((component) => !needed.has(keyOf(component)))
  return [
    ...changes,
    ...orphans.map(({ kind, name }) => change('remove', ['components', kind, name], undefined)),
    ...added(root, additions),
  ]
}

function namesOf(components: unknown, kind: ComponentKind): readonly ComponentName[] {
  const group = isRecord(components) ? own(components, kind) : undefined
  return ownKeys(group ?? {}).map((name) => ({ kind, name }))
}

function keyOf({ kind, name }: ComponentName): string {
  return `${kind}/${name}`
}

function inOrder(one: ComponentName, other: ComponentName): number {
  const kinds = componentKinds.indexOf(one.kind) - componentKinds.indexOf(other.kind)
  if (kinds !== 0) return kinds
  return one.name < other.name ? -1 : 1
}

// A component that is made, or was made earlier, mentions others.
function reachable(mentioned: readonly ComponentName[], book: ComponentBook): ReadonlyMap<string, ComponentName> {
  const found = new Map<string, ComponentName>()
  const waiting = [...mentioned]
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    if (found.has(keyOf(next))) continue
    found.set(keyOf(next), next)
    const existing = book.existing(next)
    waiting.push(...mentionsIn(book.made(next) ?? (isGenerated(existing) ? existing : undefined)))
  }
  return found
}

// What is added is put into something that the document has.
function added(root: object, additions: ReadonlyMap<ComponentKind, ReadonlyMap<string, object>>): readonly DocumentChange[] {
  const kinds = componentKinds.flatMap((kind) => {
    const group = additions.get(kind)
    return group === undefined ? [] : [[kind, Object.fromEntries(group)] as const]
  })
  const components = own(root as { readonly components?: object }, 'components')
  if (components === undefined) return kinds.length === 0 ? [] : [change('add', ['components'], Object.fromEntries(kinds))]
  return kinds.flatMap(([kind, group]) =>
    Object.hasOwn(components, kind)
      ? Object.entries(group).map(([name, value]) => change('add', ['components', kind, name], value))
      : [change('add', ['components', kind], group)],
  )
}

function change(action: DocumentChange['action'], names: readonly string[], value: unknown): DocumentChange {
  return { action, names, pointer: jsonPointer(names), value, responses: [] }
}

/**
 * Asks the alternatives of a union of valibot one by one: its issue has one list for all of them, which nobody can take apart without the
 * schema.
 */

import { callNow } from '../../guard/call.js'
import { isRecord, itemsOf, listOf, read } from '../../guard/read.js'
import type { StandardSchema } from '../schemas-type.js'
import type { AskAlternatives } from './read-issue.js'

/** Makes what asks the alternatives of the unions in a schema, for one check. One that is not found, or does not answer at once, is not asked. */
export function valibotUnions(schema: unknown): AskAlternatives {
  // The paths of what an alternative finds begin at the union.
  const owners = new Map<unknown, unknown>()
  return (issue) => {
    const options = optionsAt(owners.get(issue) ?? schema, listOf(read(issue, 'path')))
    const found = options.map((option) => ({ option, issues: issuesOf(option, read(issue, 'input')) }))
    if (found.length === 0 || found.some(({ issues }) => issues.length === 0)) return undefined
    for (const { option, issues } of found) for (const one of issues) owners.set(one, option)
    return found.map(({ issues }) => issues)
  }
}

function issuesOf(option: unknown, input: unknown): readonly unknown[] {
  // Schemas of valibot are Standard Schemas; what is none throws.
  const { given } = callNow(() => (option as StandardSchema)['~standard'].validate(input))
  return listOf(read(given, 'issues'))
}

function optionsAt(schema: unknown, path: readonly unknown[]): readonly unknown[] {
  let nodes = spread([schema])
  for (const item of path) nodes = spread(nodes.map((node) => below(node, read(item, 'key'))))
  return nodes.flatMap((node) => (read(node, 'type') === 'union' ? listOf(read(node, 'options')) : []))
}

// What wraps a schema, and what follows it in a pipe, judges the same place.
function spread(nodes: readonly unknown[]): readonly unknown[] {
  const seen = new Set<unknown>()
  const pending = [...nodes]
  while (pending.length > 0) {
    const node = pending.pop()
    if (!isRecord(node) || seen.has(node)) continue
    seen.add(node)
    pending.push(read(node, 'wrapped'), ...listOf(read(node, 'pipe')))
  }
  return [...seen]
}

function below(node: unknown, key: unknown): unknown {
  const entries = read(node, 'entries')
  if (typeof key === 'string' && isRecord(entries) && Object.hasOwn(entries, key)) return entries[key]
  if (typeof key === 'number') return read(itemsOf(read(node, 'items')), key) ?? read(node, 'item') ?? read(node, 'rest')
  return read(node, 'value') ?? read(node, 'rest')
}

/** Finds the names that the texts of a schema of yup may begin with: its labels, and the path. */
import { isRecord, itemsOf, listOf, ownKeys, read } from '../../guard/read.js'

/** Gives these names; `undefined` where the schema is not known, or is made only when a value comes, so that it may have any. */
export function yupNames(schema: unknown, issue: unknown): readonly string[] | undefined {
  const labels: unknown[] = []
  const seen = new Set<unknown>()
  const pending: unknown[] = [schema]
  while (pending.length > 0) {
    const node = pending.pop()
    if (seen.has(node)) continue
    seen.add(node)
    if (seen.size > MOST_NODES || !isKnown(node)) return undefined
    labels.push(read(read(node, 'spec'), 'label'))
    const fields = read(node, 'fields')
    const types = read(read(node, 'spec'), 'types')
    const below = [read(node, 'innerType'), ...listOf(types), ...ownKeys(fields).map((name) => read(fields, name))]
    pending.push(...below.filter((one) => one !== undefined && !isReference(one)))
  }
  return [...labels.filter((label) => typeof label === 'string'), pathOf(read(issue, 'path')), 'this']
}

const MOST_NODES = 5000

// A lazy schema has no spec of a type, and one with conditions takes on others.
function isKnown(node: unknown): boolean {
  return (
    isRecord(read(node, 'spec')) &&
    typeof read(node, 'type') === 'string' &&
    read(node, 'type') !== 'lazy' &&
    listOf(read(node, 'conditions')).length === 0
  )
}

function isReference(node: unknown): boolean {
  return read(node, '__isYupRef') === true
}

// As yup writes it: `a.b[0]["c.d"]`.
function pathOf(path: unknown): string {
  return (itemsOf(path) ?? []).map(String).reduce((before, key) => {
    if (/^\d+$/.test(key)) return `${before}[${key}]`
    if (key.includes('.')) return `${before}["${key}"]`
    return before === '' ? key : `${before}.${key}`
  }, '')
}

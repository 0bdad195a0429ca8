/** Tells how the texts of a schema of joi name the value: in quotation marks, unless an option says otherwise. */
import { isRecord, itemsOf, ownKeys, read } from '../../guard/read.js'

/** Tells whether the name may stand in the texts in another way, or not at all; so it may where the schema is not known. */
export function haveLabelsAnyForm(schema: unknown): boolean {
  if (schema === undefined) return true
  const seen = new Set<unknown>()
  const pending: unknown[] = [schema]
  for (let node = pending.pop(); node !== undefined; node = pending.pop()) {
    if (seen.has(node)) continue
    seen.add(node)
    if (seen.size > MOST_NODES || isRecord(read(read(node, '_preferences'), 'errors'))) return true
    pending.push(...membersOf(node))
  }
  return false
}

const MOST_NODES = 5000

// Schemas hold others in their terms: as keys, items, patterns, and what they switch to.
function membersOf(node: unknown): readonly unknown[] {
  const terms = read(node, '$_terms')
  const holder = isRecord(terms) ? terms : node
  const members = itemsOf(holder) ?? ownKeys(holder).map((name) => read(holder, name))
  return members.filter((member) => itemsOf(member) !== undefined || mayHoldSchemas(member))
}

// Not a value that is allowed, nor a reference.
function mayHoldSchemas(member: unknown): boolean {
  return (
    isRecord(member) &&
    (isRecord(read(member, '$_terms')) ||
      HOLDERS.some((name) => isRecord(read(member, name)) || itemsOf(read(member, name)) !== undefined))
  )
}

const HOLDERS = ['schema', 'rule', 'is', 'not', 'then', 'otherwise', 'switch', 'matches', 'concat']

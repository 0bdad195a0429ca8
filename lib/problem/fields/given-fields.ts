/** Reads header fields in whichever form they come: a record, a Headers object or a Map, pairs, or names and values in turn. */
import { callMethod } from '../../guard/call.js'
import { isEmptyRecord, isPropertyBag, itemsOf, ownKeys, read, readOrTell } from '../../guard/read.js'

/** Fields as they came: neither names nor values are checked. */
export type GivenFields = readonly (readonly [name: unknown, value: unknown])[]

// No server sends as many, and whoever iterates for ever is stopped.
const MOST_FIELDS = 1000

// RFC 9110 10.2.3 and 14.4: the value is no list, so a second line of these cannot be joined to the first.
const SINGLE: ReadonlySet<string> = new Set(['retry-after', 'content-range'])

/** Lists the fields; `undefined` where the value has none of the forms. A value that throws when it is read is told by its name. */
export function givenFields(source: unknown, unreadable: (name: string) => void = () => undefined): GivenFields | undefined {
  if (typeof source !== 'object' || source === null) return undefined
  // Most problems have no fields, and to look for the other forms takes longer than all other fields of an answer.
  if (isEmptyRecord(source)) return []
  const listed = listOf(source)
  if (listed !== undefined) return fieldsOfList(listed)
  if (isFunction(source, 'getHeaders')) return recordFields(callMethod(source, 'getHeaders'), unreadable)
  return recordFields(source, unreadable)
}

/** Reads one field by its name, whatever the case of that; lines of a list are joined. It is the one reader of a header field. */
export function givenField(source: unknown, name: string): unknown {
  if (isEmptyRecord(source)) return undefined
  const field = givenFields(source)?.find(([one]) => typeof one === 'string' && one.toLowerCase() === name.toLowerCase())
  const value = field === undefined ? callMethod(source, 'get', name) : field[1]
  return itemsOf(value)?.filter(isLine).join(', ') ?? value ?? undefined
}

// A list may hold what cannot become a text, such as a symbol.
function isLine(item: unknown): boolean {
  return typeof item === 'string' || typeof item === 'number'
}

function recordFields(record: unknown, unreadable: (name: string) => void): GivenFields | undefined {
  if (!isPropertyBag(record)) return undefined
  return ownKeys(record).map((name) => [name, readOrTell(record, name, () => unreadable(name))])
}

// The Headers of fetch, node-fetch and axios, a Map, and any list can be iterated; the oldest ones call back.
function listOf(source: object): unknown[] | undefined {
  const items = itemsOf(source)
  if (items !== undefined) return items
  try {
    if (isFunction(source, Symbol.iterator)) return firstOf(source as Iterable<unknown>)
    if (!isFunction(source, 'forEach')) return undefined
    const pairs: unknown[] = []
    // Headers and Map call back with the value first.
    callMethod(source, 'forEach', (value: unknown, name: unknown) => {
      if (pairs.length < MOST_FIELDS) pairs.push([name, value])
    })
    return pairs
  } catch {
    return undefined
  }
}

function firstOf(source: Iterable<unknown>): unknown[] {
  const items: unknown[] = []
  for (const item of source) if (items.push(item) >= MOST_FIELDS) break
  return items
}

function fieldsOfList(items: readonly unknown[]): GivenFields | undefined {
  const pairs = items.every((item) => typeof item === 'string') ? inTurn(items) : items.map(itemsOf)
  return pairs.every(isPair) ? joined(pairs) : undefined
}

function isPair(items: unknown): items is [unknown, unknown] {
  return itemsOf(items)?.length === 2
}

function inTurn(items: readonly unknown[]): (unknown[] | undefined)[] {
  return Array.from({ length: Math.ceil(items.length / 2) }, (_, index) => items.slice(index * 2, index * 2 + 2))
}

// A record has one value for a name, so lines of one field become a list there. RFC 9110 5.3.
function joined(pairs: GivenFields): GivenFields {
  const fields = new Map<unknown, { readonly name: unknown; value: unknown }>()
  for (const [name, value] of pairs) {
    const key = typeof name === 'string' ? name.toLowerCase() : name
    const before = fields.get(key)
    if (before === undefined) fields.set(key, { name, value })
    else if (!SINGLE.has(String(key))) before.value = [before.value, value].flat()
  }
  return Array.from(fields.values(), ({ name, value }) => [name, value])
}

function isFunction(source: object, key: PropertyKey): boolean {
  return typeof read(source, key) === 'function'
}

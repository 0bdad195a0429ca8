/** Follows references in a document. */
import { own, pointerNames } from '../../../schemas/json.js'
import { nameOwn } from '../../guard/name.js'
import { isRecord } from '../../guard/read.js'
import { type JsonRecord, type OpenDocument, wrongDocument } from './read-document.js'

/** A value of the document, and the way to it. */
export interface Place {
  readonly value: unknown
  readonly names: readonly string[]
}

/** Where references lead, and how many there were. */
export interface End extends Place {
  readonly steps: number
}

/** Gives what a value refers to, or the value itself; `undefined` where it stands in another file. Throws for a reference to nothing, or to itself. */
export function follow(document: OpenDocument, place: Place): End | undefined {
  const seen = new Set<unknown>()
  let now = place
  for (let $ref = refOf(now.value); $ref !== undefined; $ref = refOf(now.value)) {
    if (seen.has(now.value))
      throw wrongDocument([...now.names, '$ref'], 'a reference that comes to an end', `a circle, ${nameOwn($ref)}`)
    seen.add(now.value)
    const names = namesIn(document, $ref)
    if (names === undefined) return undefined
    now = { value: target(document, names, [...now.names, '$ref'], $ref), names }
  }
  return { ...now, steps: seen.size }
}

/** Gives the text of a reference. */
export function refOf(value: unknown): string | undefined {
  const $ref = isRecord(value) ? own(value, '$ref') : undefined
  return typeof $ref === 'string' ? $ref : undefined
}

/** Gives the names on the way that a reference goes from the root; `undefined` where it leads to another file, or to an anchor. */
export function namesIn({ root }: OpenDocument, $ref: string): readonly string[] | undefined {
  const self = own(root, '$self')
  // OpenAPI 3.2 4.1: the document may call itself by its own URI.
  const fragment = typeof self === 'string' && $ref.startsWith(`${self}#`) ? $ref.slice(self.length) : $ref
  return /^#(?:\/|$)/.test(fragment) ? pointerNames(decoded(fragment.slice(1))) : undefined
}

/** Gives what stands at the end of a way. Throws where there is nothing. */
export function target({ root }: OpenDocument, names: readonly string[], at: readonly string[], $ref: string): unknown {
  let value: unknown = root
  for (const name of names) value = typeof value === 'object' && value !== null ? own(value as JsonRecord, name) : undefined
  if (value === undefined) throw wrongDocument(at, WHOLE, `${nameOwn($ref)}, where there is nothing`)
  return value
}

// What was generated is added again where its reference is gone as well.
const WHOLE = 'a reference to a place in the document; write what it refers to, or remove what has the reference'

function decoded(pointer: string): string {
  try {
    return decodeURIComponent(pointer)
  } catch {
    // Not percent-encoded, so the names are as they stand.
    return pointer
  }
}

/**
 * Recognises the faults of one schema over several parts of a request, `schema.parse({ body: req.body, params: req.params })`: their paths
 * begin with the name of a part. A body may have a member of such a name, so what the request has decides: see decision 20.
 */
import { own } from '../../../../schemas/json.js'
import { isRecord, read } from '../../../guard/read.js'
import { isPart, namesOfPointer, type Place, placeIn } from '../../../validate/place.js'
import type { ForeignFacts } from '../../facts.js'

interface Placed extends Place {
  readonly code?: string | undefined
}

/** Places each fault in its part, where all of them are about the parts of a request; else gives them as they are. */
export function inParts<Fault extends Placed>(faults: readonly Fault[], facts: ForeignFacts): readonly Fault[] {
  const placed = faults.map((fault) => ({ fault, path: pathIn(fault) }))
  const named = placed.filter(({ path }) => path === undefined || path.length > 0)
  if (named.length === 0 || !named.every(({ path }) => isPart(path?.[0]))) return faults
  const body = readPart(facts, 'body')
  const isOfParts = named.some(({ fault, path = [] }) =>
    facts.part === undefined ? path.length > 1 : !isInBody(path, own(fault, 'code'), body),
  )
  return isOfParts ? placed.map(({ fault, path = [] }) => inPart(fault, path)) : faults
}

function pathIn(fault: Placed): readonly string[] | undefined {
  return own(fault, 'in') === undefined && own(fault, 'pointer') !== undefined ? namesOfPointer(fault.pointer) : undefined
}

function inPart<Fault extends Placed>(fault: Fault, [name, ...rest]: readonly string[]): Fault {
  if (name === undefined) return fault
  const { pointer: _, ...told } = fault
  // What is left of the fault, and its place anew.
  return { ...told, ...placeIn(name, rest) } as Fault
}

// A schema for the body itself finds nothing below what the body lacks, and of a member that the body lacks only that it is missing.
function isInBody(path: readonly string[], code: string | undefined, body: unknown): boolean {
  if (!isRecord(body)) return false
  const parent = path.slice(0, -1).reduce(ownMember, body)
  if (!isObject(parent)) return false
  return path.length > 1 || code === 'required' || ownMember(body, String(path[0])) !== undefined
}

/** Tells whether the request lacks a value, in the part that the path begins with or else in the body: the object is there, and has no such member. */
export function isLacking(path: readonly (string | number)[], facts: ForeignFacts): boolean {
  const names = path.map(String)
  const [first] = names
  return lacks(readPart(facts, 'body'), names) || (isPart(first) && lacks(readPart(facts, first), names.slice(1)))
}

/** Reads a part of the request. Who calls toProblem() gave it, so it may be anything. */
export function readPart({ part }: ForeignFacts, name: string): unknown {
  try {
    return part?.(name)
  } catch {
    return undefined
  }
}

function lacks(root: unknown, names: readonly string[]): boolean {
  const [last, ...parents] = names.toReversed()
  const parent = parents.reduceRight<unknown>(ownMember, root)
  return last !== undefined && isObject(parent) && ownMember(parent, last) === undefined
}

function ownMember(value: unknown, name: string): unknown {
  return isObject(value) && Object.hasOwn(value, name) ? read(value, name) : undefined
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null
}

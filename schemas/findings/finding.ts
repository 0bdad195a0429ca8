/** What ajv finds, and what of it is told. */

import { escapeName, own, pointerNames } from '../json.js'
import type { Finding } from './alternatives.js'

/** One finding of ajv. */
export interface AjvError {
  readonly keyword: string
  readonly instancePath: string
  readonly schemaPath: string
  readonly params: Readonly<Record<string, unknown>>
  /** The name that is judged, within `propertyNames`. */
  readonly propertyName?: string
}

/** A finding to be told. */
export interface ToldError {
  readonly error: AjvError
  /** The finding of ajv in whose place it stands: that of the keyword, where an alternative has the word. */
  readonly origin: AjvError
  /**
   * What was expected, in words.
   * @default told by the keyword
   */
  readonly expected?: string
  /** The alternative of the whole value that says so, such as `oneOf/1`. */
  readonly branch?: string
  /** What the closest alternative found, where none was meant. */
  readonly closest?: readonly AjvError[]
}

// ajv blames the object for what is wrong with the presence or the name of a property.
const NAMED = ['missingProperty', 'additionalProperty', 'unevaluatedProperty', 'propertyName', 'tag']

/** Gives the name of the member that is judged, where ajv blames the object for it. */
export function memberOf(error: AjvError): string | undefined {
  const name = own(error, 'propertyName') ?? NAMED.map((param) => own(error.params, param)).find((value) => value !== undefined)
  return typeof name === 'string' ? name : undefined
}

/** Gives the JSON Pointer of the value that is judged, also of one that is missing or should not be there. */
export function pointerOf(error: AjvError): string {
  const member = memberOf(error)
  return member === undefined ? error.instancePath : `${error.instancePath}/${escapeName(member)}`
}

const KINDS: Readonly<Record<string, Finding['kind']>> = {
  type: 'type',
  const: 'const',
  enum: 'enum',
  required: 'missing',
  dependentRequired: 'missing',
  additionalProperties: 'stray',
  unevaluatedProperties: 'stray',
  'false schema': 'stray',
}

/** Gives what the choice of an alternative needs of a finding, whose value is at `depth`. */
export function findingOf(error: AjvError, depth: number): Finding {
  const { keyword, instancePath } = error
  const member = memberOf(error)
  const names = [...pointerNames(instancePath), ...(member === undefined ? [] : [member])].slice(depth)
  return { names, kind: (Object.hasOwn(KINDS, keyword) ? KINDS[keyword] : undefined) ?? 'other' }
}

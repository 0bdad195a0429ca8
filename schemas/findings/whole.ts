/** Makes one finding of those of all alternatives, of which none was meant. */

import { escapeName, own } from '../json.js'
import type { Branch } from './branches.js'
import { expectedBy } from './expected.js'
import { type AjvError, memberOf, pointerOf, type ToldError } from './finding.js'

/** Tells of the whole value: as one kind of finding where all alternatives agree, such as on another type. */
export function wholeOf(error: AjvError, branches: readonly Branch[]): ToldError {
  const { instancePath, schemaPath } = error
  const first = branches.map(({ told }) => told.find((one) => isAtWhole(one.error, error)))
  const own = first.filter((one) => one !== undefined)
  const [closest] = branches.toSorted((a, b) => a.told.length - b.told.length)
  const told = { error, origin: error, closest: closest?.told.map((one) => one.error) ?? [] }
  if (own.length === 0 || own.length < branches.length) return told
  const merged = mergedOf(own.map((one) => one.error))
  if (merged !== undefined) return { ...told, error: { instancePath, schemaPath, ...merged } }
  const [keyword = '', ...others] = new Set(own.map((one) => one.error.keyword))
  const expected = [...new Set(own.map(phraseOf))].join(' or ')
  return { ...told, expected, ...(others.length === 0 && { error: { instancePath, schemaPath, keyword, params: {} } }) }
}

function isAtWhole(one: AjvError, { instancePath }: AjvError): boolean {
  return one.instancePath === instancePath && memberOf(one) === undefined
}

function phraseOf(told: ToldError): string {
  const { error } = told
  return own(told, 'expected') ?? expectedBy(error.keyword, error.params)
}

/** Tells of the member that is to choose an alternative: it is missing, or its value is none of theirs. */
export function atTag(error: AjvError, branches: readonly Branch[], tag: string, values?: readonly string[]): ToldError {
  const { instancePath, schemaPath } = error
  const place = `${instancePath}/${escapeName(tag)}`
  const own = branches.flatMap(({ told }) => told.map((one) => one.error).filter((one) => pointerOf(one) === place))
  const missing = own.find(({ keyword }) => keyword === 'required')
  if (missing !== undefined) return { error: missing, origin: error }
  const listed = enumOf(values ?? own.flatMap(valuesOf))
  return { error: { instancePath: place, schemaPath, ...listed }, origin: error }
}

function valuesOf({ keyword, params }: AjvError): readonly unknown[] {
  if (keyword === 'const') return [own(params, 'allowedValue')]
  const allowedValues = own(params, 'allowedValues')
  return Array.isArray(allowedValues) ? (allowedValues as unknown[]) : []
}

type Merged = Pick<AjvError, 'keyword' | 'params'>

function mergedOf(errors: readonly AjvError[]): Merged | undefined {
  if (errors.every(({ keyword }) => keyword === 'type')) {
    return { keyword: 'type', params: { type: [...new Set(errors.flatMap(({ params }) => own(params, 'type')))] } }
  }
  if (!errors.every(({ keyword }) => isListed(keyword))) return undefined
  return enumOf(errors.flatMap(valuesOf))
}

function isListed(keyword: string): boolean {
  return keyword === 'const' || keyword === 'enum'
}

function enumOf(values: readonly unknown[]): Merged {
  return { keyword: 'enum', params: { allowedValues: [...new Set(values)] } }
}

/** Makes faults of lists in the form of ajv, which many libraries hand on. Their `params` and `data` hold values. */

import { type AjvError, pointerOf } from '../../../../schemas/findings/finding.js'
import { meantErrors } from '../../../../schemas/findings/meant.js'
import { jsonPointer } from '../../../../schemas/json.js'
import { itemsOf, listOf, read } from '../../../guard/read.js'
import { codeOf, type ValidationFault } from '../../../validate/faults.js'
import { namesOfPointer, placeIn, pointerOfPointer, pointerOfText } from '../../../validate/place.js'

/** Tells whether a value is a list of errors of ajv. */
export function isAjvList(list: unknown): boolean {
  const items = itemsOf(list)
  return (
    items !== undefined &&
    items.length > 0 &&
    items.every((item) => typeof pathOf(item) === 'string' && typeof read(item, 'keyword') === 'string')
  )
}

// More errors than can be told, as those of all alternatives stand in front of one.
const MOST_ERRORS = 10_000

/** Makes the faults of a list of ajv: of alternatives only those of the one that was meant, and each fault once. */
export function ajvFaults(list: unknown): readonly ValidationFault[] {
  const findings = listOf(list)
    .slice(0, MOST_ERRORS)
    .flatMap((error) => findingsIn(error, 0, error))
    .slice(0, MOST_ERRORS)
  const issues = new Map(findings.map(({ finding, issue }) => [finding, issue]))
  const meant = meantErrors(findings.map(({ finding }) => finding))
  const faults = meant.map(({ error, origin }) => faultOf(error, issues.get(error) ?? issues.get(origin)))
  return [...new Map(faults.map((fault) => [`${fault.pointer} ${fault.code}`, fault])).values()]
}

/** Makes the faults of a list of ajv that is about a part of the request. */
export function ajvFaultsIn(part: string, list: unknown): readonly ValidationFault[] {
  return ajvFaults(list).map(({ pointer, code, issue }) => {
    const names = namesOfPointer(pointer)
    // Parameters and fields are not nested.
    return { ...placeIn(part, part === 'body' ? names : names.slice(0, 1)), code, issue }
  })
}

function faultOf(error: AjvError, issue: unknown): ValidationFault {
  return { pointer: pointerOfPointer(pointerOf(error)), code: codeOf(error.keyword), issue }
}

// Deeper than ajv-errors nests.
const DEEPEST = 4

interface Copied {
  readonly finding: AjvError
  /** What the library gave: of ajv-errors the error with the author's text. */
  readonly issue: unknown
}

// Copies what is needed of an error. An error of ajv-errors holds those whose texts it replaces, one of TypeBox names several members.
function findingsIn(error: unknown, depth: number, issue: unknown): readonly Copied[] {
  const params = read(error, 'params')
  const replaced = read(error, 'keyword') === 'errorMessage' && depth < DEEPEST ? listOf(read(params, 'errors')) : []
  if (replaced.length > 0) return replaced.flatMap((one) => findingsIn(one, depth + 1, issue))
  const finding = {
    keyword: String(read(error, 'keyword')),
    instancePath: placeOf(pathOf(error)),
    schemaPath: schemaPathOf(error),
    params: plainParams(params),
    ...textMember(error, 'propertyName'),
  }
  const several = SEVERAL.flatMap(([param, name]) => textsIn(read(params, param)).map((text) => ({ [name]: text })))
  const all = several.length === 0 ? [finding] : several.map((named) => ({ ...finding, params: named }))
  return all.map((one) => ({ finding: one, issue }))
}

const SEVERAL = [
  ['requiredProperties', 'missingProperty'],
  ['additionalProperties', 'additionalProperty'],
  ['unevaluatedProperties', 'unevaluatedProperty'],
] as const

function textsIn(list: unknown): readonly string[] {
  return listOf(list).filter((item) => typeof item === 'string')
}

const TEXTS = ['missingProperty', 'additionalProperty', 'unevaluatedProperty', 'propertyName', 'tag', 'error', 'type']

function plainParams(params: unknown): AjvError['params'] {
  const texts = Object.assign({}, ...TEXTS.map((name) => textMember(params, name))) as Readonly<Record<string, string>>
  return { ...texts, ...(itemsOf(read(params, 'passingSchemas')) !== undefined && { passingSchemas: [] }) }
}

function textMember(target: unknown, name: string): Readonly<Record<string, string>> {
  const value = read(target, name)
  return typeof value === 'string' ? { [name]: value } : {}
}

// TypeBox leaves the keyword out.
function schemaPathOf(error: unknown): string {
  const [path, keyword] = [read(error, 'schemaPath'), String(read(error, 'keyword'))]
  if (typeof path !== 'string') return ''
  return path.endsWith(`/${keyword}`) ? path : `${path}/${keyword}`
}

// Version 6 of ajv writes a path of JavaScript: .a[0]['b c']
function pathOf(error: unknown): unknown {
  return read(error, 'instancePath') ?? read(error, 'dataPath')
}

function placeOf(path: unknown): string {
  const text = String(path)
  return text === '' || text.startsWith('/') ? text : jsonPointer(namesOfPointer(pointerOfText(text)))
}

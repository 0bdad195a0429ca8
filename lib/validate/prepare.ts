/** Makes the check of a request from the schemas of its parts, once, when the middleware is made. */

import type { SchemaCompiler } from '../../schemas/compile.js'
import { isStandardSchema } from '../define/json-schema-of.js'
import { isPromise } from '../guard/call.js'
import { nameValue } from '../guard/name.js'
import { isPropertyBag, read } from '../guard/read.js'
import { misuse, wrongOption } from '../guard/refuse.js'
import { type Compilers, createCompilers } from './json-schema.js'
import { partCheck, type RequestParts } from './part.js'
import { isPartName, type PartName, partNames } from './place.js'
import type { RequestSchemas } from './schemas-type.js'
import { type CheckedPart, type Verdict, verdictOf } from './verdict.js'

/** Checks a request: at once where all schemas are synchronous. Never throws or rejects. */
export type RequestCheck = (parts: RequestParts) => Verdict | Promise<Verdict>

// One for all calls: an instance of ajv costs 20 ms, and an app has hundreds of routes.
const ownCompilers = createCompilers()

/** Checks the schemas and the options, and compiles. A wrong one is a TypeError with a code. */
export function prepareValidation(schemas: RequestSchemas, options?: ValidateOptions): RequestCheck {
  const names = partNamesOf(schemas)
  const ajv = ajvOf(options)
  const compilers: Compilers = ajv === undefined ? ownCompilers : { check: () => ajv, looks: undefined }
  const checks = names.map((part) => ({ part, check: partCheck(schemas[part], part, compilers) }))

  return (parts) => {
    const checked = checks.map(({ part, check }) => {
      const outcome = check(parts)
      return isPromise(outcome) ? outcome.then((settled): CheckedPart => [part, settled]) : checkedPart(part, outcome)
    })
    return checked.every(isSettled) ? verdictOf(checked) : Promise.all(checked.map((one) => Promise.resolve(one))).then(verdictOf)
  }
}

function checkedPart(...checked: CheckedPart): CheckedPart {
  return checked
}

function isSettled(checked: CheckedPart | Promise<CheckedPart>): checked is CheckedPart {
  return !isPromise(checked)
}

/** Options of `validate()`. */
export interface ValidateOptions {
  /**
   * Compiles the JSON Schemas: your own instance of Ajv, with your formats and keywords. Whether it converts types and fills in defaults is
   * up to its own options.
   * @default one for JSON Schema 2020-12 with the formats of ajv-formats
   */
  readonly ajv?: SchemaCompiler
}

/** Gives the names of the parts that have a schema; a TypeError where there is none, or where a name is no part. */
function partNamesOf(schemas: unknown): readonly PartName[] {
  const refuse = (got: unknown): never => {
    const expected = `an object with a schema for at least one of ${partNames.join(', ')}`
    throw misuse({ code: 'ERR_PROBLEM_ARGUMENT', place: 'validate', expected, got: nameValue(got) })
  }
  if (!isPropertyBag(schemas) || isStandardSchema(schemas)) return refuse(schemas)
  const stranger = Object.keys(schemas).find((name) => !isPartName(name))
  if (stranger !== undefined) refuse(stranger)
  const names = partNames.filter((name) => read(schemas, name) !== undefined)
  return names.length > 0 ? names : refuse(schemas)
}

/** Gives the user's instance of Ajv, if there is one. */
function ajvOf(options: unknown): SchemaCompiler | undefined {
  if (options === undefined) return undefined
  if (!isPropertyBag(options)) throw wrongOption('options', 'an object such as { ajv }', options)
  const stranger = Object.keys(options).find((name) => name !== 'ajv')
  if (stranger !== undefined) throw wrongOption('options', 'ajv, which is the only one', stranger)
  const ajv = read(options, 'ajv')
  if (ajv !== undefined && typeof read(ajv, 'compile') !== 'function') throw wrongOption('options.ajv', 'an instance of Ajv', ajv)
  return ajv as SchemaCompiler | undefined
}

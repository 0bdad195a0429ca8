/** Checks the arguments of `validate()` when the middleware is made. */
import type { SchemaCompiler } from '../../schemas/compile.js'
import { isStandardSchema } from '../define/json-schema-of.js'
import { misuse } from '../guard/fault.js'
import { isPropertyBag, nameValue, read } from '../guard/read.js'
import { wrongOption } from '../problem/wrong-option.js'
import { isLocation, type LocationName, locationNames } from './locations.js'

/** Options of `validate()`. */
export interface ValidateOptions {
  /**
   * Compiles the JSON Schemas: your own instance of Ajv, with your formats and keywords. Whether it converts types and fills in defaults is
   * up to its own options.
   * @default one for JSON Schema 2020-12 with the formats of ajv-formats
   */
  readonly ajv?: SchemaCompiler
}

/** Gives the locations that have a schema; a TypeError where there is none, or where a name is no location. */
export function locationsOf(schemas: unknown): readonly LocationName[] {
  const refuse = (got: unknown): never => {
    const expected = `an object with a schema for at least one of ${locationNames.join(', ')}`
    throw misuse({ code: 'ERR_PROBLEM_ARGUMENT', place: 'validate', expected, got: nameValue(got) })
  }
  if (!isPropertyBag(schemas) || isStandardSchema(schemas)) return refuse(schemas)
  const stranger = Object.keys(schemas).find((name) => !isLocation(name))
  if (stranger !== undefined) refuse(stranger)
  const locations = locationNames.filter((name) => read(schemas, name) !== undefined)
  return locations.length > 0 ? locations : refuse(schemas)
}

/** Gives the user's instance of Ajv, if there is one. */
export function ajvOf(options: unknown): SchemaCompiler | undefined {
  if (options === undefined) return undefined
  if (!isPropertyBag(options)) throw wrongOption('options', 'an object such as { ajv }', options)
  const stranger = Object.keys(options).find((name) => name !== 'ajv')
  if (stranger !== undefined) throw wrongOption('options', 'ajv, which is the only one', stranger)
  const ajv = read(options, 'ajv')
  if (ajv !== undefined && typeof read(ajv, 'compile') !== 'function') throw wrongOption('options.ajv', 'an instance of Ajv', ajv)
  return ajv as SchemaCompiler | undefined
}

/** Makes the check of a request from the schemas of its parts, once, when the middleware is made. */

import type { SchemaCompiler } from '../../schemas/compile.js'
import { ajvRule } from '../define/compile-members.js'
import { isStandardSchema } from '../define/json-schema-of.js'
import { bare, pickGiven } from '../guard/bare.js'
import { isPromise } from '../guard/call.js'
import { isPropertyBag, read } from '../guard/read.js'
import { isFunction, needKnownKeys, needRules, type OptionRule, wrongArgument, wrongOption } from '../guard/refuse.js'
import type { DescribeFault } from './describe-fault.js'
import { type Compilers, createCompilers } from './json-schema.js'
import { partCheck, type RequestParts } from './part.js'
import { type PartName, partNames } from './place.js'
import type { RequestSchemas } from './schemas-type.js'
import { type CheckedPart, type Verdict, verdictOf } from './verdict.js'

/** Options of `validate()`. */
export interface ValidateOptions<Request = unknown> {
  /**
   * Compiles the JSON Schemas: your own instance of Ajv, with your formats and keywords. Whether it converts types and fills in defaults is
   * up to its own options.
   * @default one for JSON Schema 2020-12 with the formats of ajv-formats
   */
  readonly ajv?: SchemaCompiler
  /**
   * Says what is wrong with one value, in the place of our words: `(fault, issue, { request }) => 'Please give your name.'`. `issue` is what
   * the schema library found. `undefined` leaves our words. `faultTexts.fromSchema` takes what the author of the schema wrote.
   * @default our words, which quote nothing of the request
   */
  readonly describeFault?: DescribeFault<Request>
}

/** Checks a request: at once where all schemas are synchronous. `request` is for `describeFault`. Never throws or rejects. */
export type RequestCheck<Request = unknown> = (parts: RequestParts, request?: Request) => Verdict | Promise<Verdict>

// One for all calls: an instance of ajv costs 20 ms, and an app has hundreds of routes.
const ownCompilers = createCompilers()

/** Checks the schemas and the options, and compiles. A wrong one is a TypeError with a code. */
export function prepareValidation<Request = unknown>(
  schemas: RequestSchemas,
  options?: ValidateOptions<Request>,
): RequestCheck<Request> {
  const names = partsOf(schemas)
  const { ajv, describeFault } = optionsOf(options)
  const compilers: Compilers = ajv === undefined ? ownCompilers : { check: () => ajv, looks: undefined }
  const checks = names.map((part) => ({ part, check: partCheck(schemas[part], part, compilers) }))

  return (parts, request) => {
    const checked = checks.map(({ part, check }) => {
      const outcome = check(parts)
      return isPromise(outcome) ? outcome.then((settled) => checkedPart(part, settled)) : checkedPart(part, outcome)
    })
    if (checked.every(isSettled)) return verdictOf(checked, describeFault, request)
    return Promise.all(checked.map((one) => Promise.resolve(one))).then((all) => verdictOf(all, describeFault, request))
  }
}

// Gives the parts that have a schema.
function partsOf(schemas: unknown): readonly PartName[] {
  const expected = `an object with a schema for at least one of ${Object.keys(partNames).join(', ')}`
  if (!isPropertyBag(schemas) || isStandardSchema(schemas)) throw wrongArgument('validate', expected, schemas)
  needKnownKeys(partNames, schemas, 'validate', 'ERR_PROBLEM_ARGUMENT')
  const parts = (Object.keys(partNames) as PartName[]).filter((name) => read(schemas, name) !== undefined)
  if (parts.length === 0) throw wrongArgument('validate', expected, schemas)
  return parts
}

const optionRows: { readonly [Name in keyof Required<ValidateOptions>]: OptionRule } = {
  ajv: ajvRule,
  describeFault: { expected: 'a function', accepts: isFunction },
}

const NO_OPTIONS: Readonly<Record<never, never>> = bare({})

function optionsOf<Request>(options: unknown): ValidateOptions<Request> {
  if (options === undefined) return NO_OPTIONS
  if (!isPropertyBag(options)) throw wrongOption('options', 'an object such as { ajv }', options)
  needKnownKeys(optionRows, options, 'options')
  const given = pickGiven<ValidateOptions<Request>>(options, optionRows)
  needRules(given, optionRows, 'options.')
  return given
}

function checkedPart(...checked: CheckedPart): CheckedPart {
  return checked
}

function isSettled(checked: CheckedPart | Promise<CheckedPart>): checked is CheckedPart {
  return !isPromise(checked)
}

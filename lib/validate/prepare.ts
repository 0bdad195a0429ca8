/** Makes the check of a request from the schemas of its parts, once, when the middleware is made. */

import { isPromise } from '../guard/call.js'
import { ajvOf, locationsOf, type ValidateOptions } from './arguments.js'
import { type Compilers, createCompilers } from './json-schema.js'
import { partCheck, type RequestParts } from './part.js'
import type { RequestSchemas } from './schemas-type.js'
import { type CheckedPart, type Verdict, verdictOf } from './verdict.js'

/** Checks a request: at once where all schemas are synchronous. Never throws or rejects. */
export type RequestCheck = (parts: RequestParts) => Verdict | Promise<Verdict>

// One for all calls: an instance of ajv costs 20 ms, and an app has hundreds of routes.
const ownCompilers = createCompilers()

/** Checks the schemas and the options, and compiles. A wrong one is a TypeError with a code. */
export function prepareValidation(schemas: RequestSchemas, options?: ValidateOptions): RequestCheck {
  const locations = locationsOf(schemas)
  const ajv = ajvOf(options)
  const compilers: Compilers = ajv === undefined ? ownCompilers : { check: () => ajv, looks: undefined }
  const checks = locations.map((location) => ({ location, check: partCheck(schemas[location], location, compilers) }))

  return (parts) => {
    const checked = checks.map(({ location, check }) => {
      const outcome = check(parts)
      return isPromise(outcome) ? outcome.then((settled): CheckedPart => [location, settled]) : part(location, outcome)
    })
    return checked.every(isSettled) ? verdictOf(checked) : Promise.all(checked.map((one) => Promise.resolve(one))).then(verdictOf)
  }
}

function part(...checked: CheckedPart): CheckedPart {
  return checked
}

function isSettled(checked: CheckedPart | Promise<CheckedPart>): checked is CheckedPart {
  return !isPromise(checked)
}

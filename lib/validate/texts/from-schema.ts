/** Takes the texts that the authors of schemas wrote for them. What a library says by itself is never taken: it may quote what came. */

import { callNow } from '../../guard/call.js'
import { itemsOf, read } from '../../guard/read.js'
import { isText } from '../../guard/refuse.js'
import type { FaultContext, ToldFault } from '../describe-fault.js'
import { isValibotIssue } from '../issues/valibot.js'
import { isZodIssue } from '../issues/zod.js'
import { isExpressValidatorError, isExpressValidatorText } from './express-validator.js'
import { isJoiDetail, isJoiText } from './joi.js'
import { isValibotText } from './valibot.js'
import { isYupError, isYupText } from './yup.js'
import { isZodText } from './zod.js'

/**
 * Takes the text of a fault from its schema: what the author wrote there for zod 3 and 4, valibot, joi, yup, express-validator and ajv-errors.
 * `undefined` where the author wrote nothing, or where nobody can tell. For the option `describeFault`.
 *
 * @example
 * const checked = z.object({ name: z.string('Please give your name.'), age: z.number() }).safeParse({ age: 'x' })
 * const problem = toProblem(checked.error, { describeFault: faultTexts.fromSchema, thrownFaults: 'client' })
 * console.log(problem.extensions.errors)
 * // [
 * //   { pointer: '#/name', code: 'required', detail: 'Please give your name.' },
 * //   { pointer: '#/age', code: 'type', detail: 'The value is not allowed here.' }
 * // ]
 */
function fromSchema(_fault: ToldFault, issue: unknown, context?: FaultContext): string | undefined {
  // An issue may be anything, as what was thrown is.
  return callNow(() => authorsText(issue, read(context, 'vendor'))).given
}

function authorsText(issue: unknown, vendor: unknown): string | undefined {
  const text = read(issue, 'message') ?? read(issue, 'msg')
  // The text of a member that nobody knows may have any length, as its name has.
  if (!isText(text) || text.length > LONGEST) return undefined
  const isOfLibrary = libraries.find(({ concerns }) => concerns(issue, vendor))?.says
  return isOfLibrary === undefined || isOfLibrary(issue, text) ? undefined : text
}

// A sentence or two for a person.
const LONGEST = 1000

/** What gives texts to faults: values of the option `describeFault`. */
export const faultTexts: {
  /** Takes the text that the author of a schema wrote for it, and never what a library says by itself. */
  readonly fromSchema: (fault: ToldFault, issue: unknown, context?: FaultContext) => string | undefined
} = { fromSchema }

interface Library {
  readonly concerns: (issue: unknown, vendor: unknown) => boolean
  /** Tells whether a text is one that the library writes by itself. */
  readonly says: (issue: unknown, text: string) => boolean
}

// The schemas of joi and yup, asked as Standard Schemas, give no more than a text and a path.
const libraries: readonly Library[] = [
  { concerns: isZodIssue, says: isZodText },
  { concerns: isValibotIssue, says: isValibotText },
  { concerns: (issue, vendor) => isJoiDetail(issue) || vendor === 'joi', says: isJoiText },
  { concerns: (issue, vendor) => isYupError(issue) || vendor === 'yup', says: isYupText },
  { concerns: isExpressValidatorError, says: isExpressValidatorText },
  // An error of ajv-errors is nothing but the text of the author.
  { concerns: isOfAjvErrors, says: () => false },
]

function isOfAjvErrors(issue: unknown): boolean {
  return read(issue, 'keyword') === 'errorMessage' && itemsOf(read(read(issue, 'params'), 'errors')) !== undefined
}

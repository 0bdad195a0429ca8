/** Takes the texts that the authors of schemas wrote for them. What a library says by itself is never taken: it may quote what came. */

import { callNow } from '../../guard/call.js'
import { itemsOf, read } from '../../guard/read.js'
import { isText } from '../../guard/refuse.js'
import type { FaultContext, ToldFault } from '../describe-fault.js'
import { isValibotIssue } from '../issues/valibot.js'
import { isZodIssue } from '../issues/zod.js'
import { isExpressValidatorError, isExpressValidatorText } from './express-validator.js'
import { isJoiDetail, isJoiText } from './joi.js'
import { mentions, quotesAny } from './quotes.js'
import { type Known, namesOf, SEEN, type Seen, valuesAt } from './seen.js'
import { isValibotText } from './valibot.js'
import { isYupError, isYupText } from './yup.js'
import { isZodText } from './zod.js'

// `undefined` where the author wrote nothing, or where nobody can tell.
function fromSchema(fault: ToldFault, issue: unknown, context?: FaultContext): string | undefined {
  const asked: Asked = { fault, issue, vendor: read(context, 'vendor'), seen: read(context, SEEN) as Seen | undefined }
  // An issue may be anything, as what was thrown is.
  return callNow(() => authorsText(asked)).given
}

interface Asked {
  readonly fault: ToldFault
  readonly issue: unknown
  readonly vendor: unknown
  readonly seen: Seen | undefined
}

function authorsText(asked: Asked): string | undefined {
  const { issue, vendor } = asked
  const text = read(issue, 'message') ?? read(issue, 'msg')
  // The text of a member that nobody knows may have any length, as its name has.
  if (!isText(text) || text.length > LONGEST) return undefined
  const says = libraries.find(({ concerns }) => concerns(issue, vendor))?.says
  if (says === undefined) return undefined
  const values = valuesAt(asked.fault, asked.seen)
  return says(issue, text, { values, schema: read(asked.seen, 'schema') }) || quotes(text, values, asked) ? undefined : text
}

// A sentence or two for a person.
const LONGEST = 1000

// The last rule, for all libraries: what an issue tells of the value, and what is known of it otherwise.
function quotes(text: string, values: readonly unknown[], { fault, issue }: Asked): boolean {
  const [params, context] = [read(issue, 'params'), read(issue, 'context')]
  const told = [
    ...['input', 'value', 'data'].map((name) => read(issue, name)),
    ...['value', 'originalValue'].map((name) => read(params, name)),
    read(context, 'value'),
  ]
  const name = read(fault, 'code') === 'unknown-member' ? namesOf(fault).at(-1) : undefined
  const known = [...values, ...told].filter((value) => value !== undefined)
  return quotesAny(text, [...new Set(known)]) || (name !== undefined && mentions(text, name))
}

/**
 * Gives texts to faults, for the option `describeFault`. `fromSchema` takes what the author of a schema wrote there for zod 3 and 4, valibot,
 * joi, yup, express-validator or ajv-errors, and never what the library says by itself, nor what quotes the value; the others keep our words.
 *
 * @example
 * const { error } = z.object({ name: z.string('Please give your name.') }).safeParse({ name: 7 })
 * const { extensions } = toProblem(error, { describeFault: faultTexts.fromSchema })
 * console.log(JSON.stringify(extensions['errors']))
 * // [{"pointer":"#/name","code":"type","detail":"Please give your name."}]
 */
export const faultTexts: {
  readonly fromSchema: (fault: ToldFault, issue: unknown, context?: FaultContext) => string | undefined
} = { fromSchema }

interface Library {
  readonly concerns: (issue: unknown, vendor: unknown) => boolean
  /** Tells whether a text is one that the library writes by itself. */
  readonly says: (issue: unknown, text: string, known: Known) => boolean
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

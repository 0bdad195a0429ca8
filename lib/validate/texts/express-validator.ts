/** Tells what express-validator says by itself from what an author wrote. */
import { read } from '../../guard/read.js'
import { isTextOfClient } from './clients.js'
import { isTextOfDatabase } from './databases.js'
import { isUsualJoiText } from './joi.js'
import { isTextOfRuntime } from './runtime.js'
import { OF_THIS, QUOTING } from './yup.js'

// Version 6 has no type, but the name of the field.
const TYPES: readonly unknown[] = ['field', 'alternative', 'alternative_grouped', 'unknown_fields']

/** Tells whether an issue is an error of express-validator. */
export function isExpressValidatorError(issue: unknown): boolean {
  return (
    typeof read(issue, 'msg') === 'string' && (TYPES.includes(read(issue, 'type')) || typeof read(issue, 'param') === 'string')
  )
}

/**
 * Tells whether a text is one that express-validator writes by itself, or that of an error which a custom check met: the library keeps nothing of
 * that error but its message, as it does with one that an author has thrown to say what is wrong.
 */
export function isExpressValidatorText(_issue: unknown, text: string): boolean {
  return (
    /^(?:Invalid value(?:\(s\))?|Unknown field\(s\))$/.test(text) ||
    isTextOfRuntime(text) ||
    isTextOfDatabase(text) ||
    isTextOfClient(text) ||
    isTextOfValidator(text)
  )
}

// What another validator says that the check has called.
function isTextOfValidator(text: string): boolean {
  return isUsualJoiText(text) || QUOTING.test(text) || OF_THIS.test(text) || OF_OTHERS.test(text)
}

const OF_OTHERS = new RegExp(
  [
    // zod: all of its issues as JSON, those that it prints for people, and single ones.
    '^\\s*(?:\\[\\s*\\{.*\\}\\s*\\]|\\{\\s*".*\\})\\s*$',
    '^✖ ',
    '^(?:Invalid (?:input|option|string|number|discriminator value|literal value|enum value)[:.,] (?:expected|Expected|must|E)|Expected \\w+, received \\w+$|Too (?:small|big): expected |Unrecognized keys?: )',
    // valibot, superstruct and runtypes, arktype, ajv.
    '^Invalid [\\w ]+: (?:Expected .+ but r|R)eceived ',
    '^Expected .+,? but (?:received|was|got)\\b',
    'must be .+ \\(was .+\\)$',
    '^data(?:[./\\[]\\S*)? (?:must|should) ',
    // validator.js, on which express-validator stands.
    '^Expected (?:a )?string but received an? ',
  ].join('|'),
  's',
)

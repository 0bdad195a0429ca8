/** Tells what express-validator says by itself from what an author wrote. */
import { read } from '../../guard/read.js'
import { isTextOfRuntime } from './runtime.js'

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
  return /^(?:Invalid value(?:\(s\))?|Unknown field\(s\))$/.test(text) || isTextOfRuntime(text)
}

/** What the option `ajv` of handlers and of `validate()` must be. */
import { read } from '../guard/read.js'
import { isFunction, type OptionRule } from '../guard/refuse.js'

/** An instance of Ajv, of whatever version. */
export const ajvRule: OptionRule = { expected: 'an instance of Ajv', accepts: (value) => isFunction(read(value, 'compile')) }

/** Checks what a handler is given to check members with: validators that `http-problems compile` wrote, and the user's own Ajv. */
import type { AjvCheck } from '../../../schemas/check.js'
import type { SchemaCompiler } from '../../../schemas/compile.js'
import { nameOwn } from '../../guard/name.js'
import { isRecord, read } from '../../guard/read.js'
import { misuse, wrongOption } from '../../guard/refuse.js'

/** A validator that `http-problems compile` wrote. */
export interface CompiledValidator {
  /** Tells which schema it was made of. */
  readonly digest: string
  readonly check: AjvCheck
}

/** What `http-problems compile` writes: a validator for each type URI. */
export type CompiledValidators = Readonly<Record<string, CompiledValidator>>

/** Refuses what is no record of validators. */
export function checkValidators(validators: CompiledValidators | undefined): void {
  if (validators === undefined) return
  const expected = 'what the file of `http-problems compile` exports by default'
  if (!isRecord(validators)) throw wrongOption('options.validators', expected, validators)
  for (const [type, validator] of Object.entries(validators) as [string, unknown][]) {
    if (typeof read(validator, 'digest') === 'string' && typeof read(validator, 'check') === 'function') continue
    throw wrongOption(`options.validators[${nameOwn(type)}]`, expected, validator)
  }
}

/** Refuses a compiler whose checks change what they check: wrong members would pass, since what is sent is not what was changed. */
export function checkCompiler(ajv: SchemaCompiler | undefined): void {
  const options = read(ajv, 'opts')
  const name = ['coerceTypes', 'useDefaults', 'removeAdditional'].find((option) => Boolean(read(options, option)))
  if (name === undefined) return
  const expected = `an instance without ${name}, which changes what it checks`
  throw misuse({ code: 'ERR_PROBLEM_OPTION', place: 'options.ajv', expected, got: 'one with it' })
}

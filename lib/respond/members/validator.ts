/** Finds the check for the members of a declared type: compiled ahead of time, at start-up, or at the type's first use. */
import { type MembersCheck, membersCheck } from '../../../schemas/check.js'
import { createCompiler, type SchemaCompiler } from '../../../schemas/compile.js'
import { schemaDigest } from '../../../schemas/digest.js'
import { checkedSchema, compileMembers } from '../../define/compile-members.js'
import type { ProblemDefinition } from '../../define/definition.js'
import { declaredTypes } from '../../define/listed-types.js'
import type { FaultCode, ProblemFault, ReportFault } from '../../guard/fault.js'
import { nameOwn, nameRefusal } from '../../guard/name.js'
import { read } from '../../guard/read.js'
import { misuse } from '../../guard/refuse.js'
import { type CompiledValidator, type CompiledValidators, checkCompiler, checkValidators } from './compiled.js'
import { faultsInMembers } from './faults.js'

/** Gives the check of a type; `undefined` where there is none, and the reason is reported once. Never throws. */
export type MembersValidator = (definition: ProblemDefinition, report: ReportFault) => MembersCheck | undefined

/** What a validator is made of. */
export interface ValidatorOptions {
  readonly types?: readonly unknown[] | undefined
  readonly ajv?: SchemaCompiler | undefined
  readonly validators?: CompiledValidators | undefined
}

/** What was made of a definition. */
export interface CompiledDefinition {
  /** None where the schema cannot be used, or where no code can be made from text. */
  readonly check: MembersCheck | undefined
  readonly faults: readonly ProblemFault[]
}

const UNAVAILABLE: CompiledDefinition = { check: undefined, faults: [] }

/** Checks the listed types, compiles them, and gives the function that finds the check of any type. */
export function createMembersValidator(
  { types, ajv, validators }: ValidatorOptions,
  create: () => SchemaCompiler | undefined = createCompiler,
): MembersValidator {
  checkValidators(validators)
  checkCompiler(ajv)
  const known = new WeakMap<ProblemDefinition, CompiledDefinition>()
  let compiler: SchemaCompiler | undefined = ajv
  let reportsMissing = true
  const make = (definition: ProblemDefinition): CompiledDefinition => {
    const ready = ownEntry(validators, definition.type)
    if (ready !== undefined) return takeReady(definition, ready)
    compiler ??= create()
    return compiler === undefined ? UNAVAILABLE : compileDefinition(definition, compiler)
  }
  for (const definition of types === undefined ? [] : declaredTypes(types, 'options.types')) {
    if (definition.members === undefined) continue
    if (validators !== undefined && ownEntry(validators, definition.type) === undefined) throw misuse(stale(definition, 'none'))
    const made = make(definition)
    const [fault] = made.faults
    if (fault !== undefined) throw misuse(fault)
    known.set(definition, made)
  }

  return (definition, report) => {
    const made = known.get(definition)
    if (made?.check !== undefined) return made.check
    const now = made ?? guarded(() => make(definition))
    known.set(definition, now)
    if (made === undefined) for (const { code, place, expected, got } of now.faults) report(code, place, expected, got)
    if (now === UNAVAILABLE && reportsMissing) {
      reportsMissing = false
      report(
        'ERR_PROBLEM_SCHEMA',
        'options.validators',
        'validators from `http-problems compile`, as ajv cannot run here',
        'none',
      )
    }
    return now.check
  }
}

/** Compiles the schema of a definition and checks its examples. */
export function compileDefinition(definition: ProblemDefinition, compiler: SchemaCompiler): CompiledDefinition {
  try {
    return withExamples(definition, compileMembers(definition, compiler))
  } catch (error) {
    // Workers, a Content-Security-Policy, or `node --disallow-code-generation-from-strings`.
    if (read(error, 'name') === 'EvalError') return UNAVAILABLE
    return unusable('ERR_PROBLEM_SCHEMA', `${definition.name}.members`, 'a JSON Schema (2020-12)', nameRefusal(error))
  }
}

function takeReady(definition: ProblemDefinition, { digest, check }: CompiledValidator): CompiledDefinition {
  const schema = checkedSchema(definition)
  if (digest === schemaDigest(schema)) return withExamples(definition, membersCheck(check, schema, true))
  return { check: undefined, faults: [stale(definition, 'one of another schema')] }
}

function withExamples(definition: ProblemDefinition, check: MembersCheck): CompiledDefinition {
  const faults = definition.examples.flatMap((example, index) =>
    faultsInMembers(check(example), example, `${definition.name}.examples[${index}]`, 'ERR_PROBLEM_DEFINITION'),
  )
  return { check, faults }
}

function stale({ name, type }: ProblemDefinition, got: string): ProblemFault {
  const place = `options.validators[${nameOwn(type)}]`
  return { code: 'ERR_PROBLEM_OPTION', place, expected: `the validator of ${name}; run \`http-problems compile\` again`, got }
}

function unusable(code: FaultCode, place: string, expected: string, got: string): CompiledDefinition {
  return { check: undefined, faults: [{ code, place, expected, got }] }
}

// A definition of another copy, or one that somebody forged, is not what this copy has checked.
function guarded(make: () => CompiledDefinition): CompiledDefinition {
  try {
    return make()
  } catch {
    return unusable('ERR_PROBLEM_SCHEMA', 'definition', 'a definition made by defineProblem', 'one that throws when it is read')
  }
}

function ownEntry(validators: CompiledValidators | undefined, type: string): CompiledValidator | undefined {
  return validators !== undefined && Object.hasOwn(validators, type) ? validators[type] : undefined
}

/** Compiles the schema of a type's members: that of a schema library otherwise than one that a person wrote, as it means something else. */
import type { MembersCheck } from '../../schemas/check.js'
import { compileSchema, type SchemaCompiler } from '../../schemas/compile.js'
import { assertedPart } from '../../schemas/library-schema.js'
import { read } from '../guard/read.js'
import { isFunction, type OptionRule } from '../guard/refuse.js'
import { isFromLibrary, type JsonSchema, type ProblemDefinition } from './definition.js'

/** A definition, as far as its members are concerned. */
export type WithMembers = Pick<ProblemDefinition, 'members'>

/** Gives the schema that members are checked with. Digests are made of it. */
export function checkedSchema(definition: WithMembers): JsonSchema {
  const { members = {} } = definition
  return isFromLibrary(definition) ? assertedPart(members) : members
}

/** What the option `ajv` of handlers and of `validate()` must be, of whatever version. */
export const ajvRule: OptionRule = { expected: 'an instance of Ajv', accepts: (value) => isFunction(read(value, 'compile')) }

/** Gives the compiler for the schema of a type. An instance of Ajv that is the user's own is the same for all. */
export function compilerOf<Compiler extends SchemaCompiler & { readonly forLibraries?: () => Compiler }>(
  definition: WithMembers,
  compiler: Compiler,
): Compiler {
  return (isFromLibrary(definition) ? compiler.forLibraries?.() : undefined) ?? compiler
}

/** Compiles the schema of a type. Throws what `compileSchema` throws. */
export function compileMembers(definition: WithMembers, compiler: SchemaCompiler): MembersCheck {
  return compileSchema(checkedSchema(definition), compilerOf(definition, compiler))
}

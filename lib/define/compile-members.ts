/** Compiles the schema of a type's members, as it is checked: a library means something else by its JSON Schema than people do. */
import type { MembersCheck } from '../../schemas/check.js'
import { compileSchema, type SchemaCompiler } from '../../schemas/compile.js'
import { assertedPart } from '../../schemas/library-schema.js'
import { isFromLibrary, type JsonSchema, type ProblemDefinition } from './definition.js'

/** What has members, and says where their schema comes from. */
export type WithMembers = Pick<ProblemDefinition, 'members'>

/** Gives the schema that is compiled, as its declaration has prepared it. Digests are made of it. */
export function checkedSchema(definition: WithMembers): JsonSchema {
  const { members = {} } = definition
  return isFromLibrary(definition) ? assertedPart(members) : members
}

/** Gives the compiler for it. An instance of Ajv that is the user's own is the same for all. */
export function compilerOf<Compiler extends SchemaCompiler & { readonly forLibraries?: () => Compiler }>(
  definition: WithMembers,
  compiler: Compiler,
): Compiler {
  return (isFromLibrary(definition) ? compiler.forLibraries?.() : undefined) ?? compiler
}

/** Compiles it. Throws what `compileSchema` throws. */
export function compileMembers(definition: WithMembers, compiler: SchemaCompiler): MembersCheck {
  return compileSchema(checkedSchema(definition), compilerOf(definition, compiler))
}

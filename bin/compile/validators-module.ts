/** Writes the module of compiled validators, and its types. */
import { _ } from 'ajv/dist/2020.js'
import standalone from 'ajv/dist/standalone/index.js'
import { checkedSchema, compilerOf } from '../../lib/define/compile-members.js'
import type { ProblemDefinition } from '../../lib/define/definition.js'
import { misuse } from '../../lib/guard/refuse.js'
import { compileDefinition } from '../../lib/respond/members/validator.js'
import { type AjvCompiler, createCompiler, type SchemaCompiler } from '../../schemas/compile.js'
import { schemaDigest } from '../../schemas/digest.js'
import { requiredFunctions } from '../../schemas/keywords/own-keywords.js'
import { inlineModules } from './inline.js'
import type { ModuleFormat } from './module-format.js'

const BANNER = `// Written by \`http-problems compile\`; do not edit.
// Contains parts of ajv, ajv-formats and fast-deep-equal (MIT).
/* eslint-disable */`

/** Gives the text of the module and how many validators it has. A schema or example that is wrong is a TypeError. */
export function validatorsModule(
  definitions: readonly ProblemDefinition[],
  format: ModuleFormat,
): { readonly text: string; readonly count: number } {
  const withMembers = definitions.filter(({ members }) => members !== undefined)
  // Installed with this package.
  needUsable(withMembers, createCompiler() as SchemaCompiler)
  const code = { source: true, formats: _`require("ajv-formats/dist/formats").fullFormats` }
  const compiler = createCompiler(undefined, { messages: false, code }) as AjvCompiler
  const entries = withMembers.map((definition) => {
    const schema = checkedSchema(definition)
    const { ajv, compile } = compilerOf(definition, compiler)
    const source = sourceOf(ajv, compile(schema))
    return `  [${JSON.stringify(definition.type)}]: {
    digest: ${JSON.stringify(schemaDigest(schema))},
    check: ((module) => {
${source}
return module.exports
})({}),
  },`
  })
  const { text, modules } = inlineModules(entries.join('\n'), import.meta.url, requiredFunctions)
  const parts = [
    ...(format === 'cjs' ? ["'use strict'"] : []),
    BANNER,
    'const modules = {}',
    ...modules,
    `const validators = {\n${text}\n}`,
    format === 'cjs' ? 'module.exports = validators' : 'export default validators',
  ]
  return { text: `${parts.join('\n')}\n`, count: entries.length }
}

/** Gives the text of the type declarations. */
export function validatorsTypes(format: ModuleFormat): string {
  return `// Written by \`http-problems compile\`; do not edit.
interface Finding {
  readonly keyword: string
  readonly instancePath: string
  readonly params: Readonly<Record<string, unknown>>
}
interface Validator {
  readonly digest: string
  readonly check: { (data: unknown): boolean; errors?: readonly Finding[] | null }
}
declare const validators: Readonly<Record<string, Validator>>
export ${format === 'cjs' ? '=' : 'default'} validators
`
}

function needUsable(definitions: readonly ProblemDefinition[], compiler: SchemaCompiler): void {
  for (const definition of definitions) {
    const [fault] = compileDefinition(definition, compiler).faults
    if (fault !== undefined) throw misuse(fault)
  }
}

function sourceOf(ajv: unknown, check: unknown): string {
  return (standalone as unknown as { default: (ajv: unknown, check: unknown) => string }).default(ajv, check)
}

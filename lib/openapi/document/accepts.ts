/** Tells whether a schema that a person wrote accepts the documents that a handler sends. */
import type { MembersCheck, MembersFinding } from '../../../schemas/check.js'
import { compileSchema, createCompiler, type SchemaCompiler } from '../../../schemas/compile.js'
import { jsonText } from '../../../schemas/json-text.js'
import { nameRefusal } from '../../guard/name.js'
import { read } from '../../guard/read.js'
import { misuse } from '../../guard/refuse.js'
import { problemExamples } from '../examples.js'
import type { ClassFacts } from '../problem-class.js'
import type { WireDocument } from '../wire-document.js'
import type { OpenDocument } from './read-document.js'
import type { Place } from './references.js'
import { standaloneSchema } from './standalone-schema.js'

/** Says in words why a schema refuses the documents of a class; `undefined` where it accepts them, or where no example is known. */
export type Refusal = (schema: Place, facts: ClassFacts) => string | undefined

/** Gives the check of the schemas of a document. Each schema is compiled once, and so is one that stands in many places. */
export function schemaRefusal(
  document: OpenDocument,
  wire: WireDocument,
  create: () => SchemaCompiler | undefined = () => createCompiler()?.forLibraries(),
): Refusal {
  const checks = new Map<string, MembersCheck | string>()
  const verdicts = new Map<string, string | undefined>()
  const examples = new Map<ClassFacts, readonly object[]>()
  let compiler: SchemaCompiler | undefined

  function checkOf(schema: Place, text: string): MembersCheck | string {
    const check = checks.get(text) ?? compile(schema)
    checks.set(text, check)
    return check
  }

  function compile(schema: Place): MembersCheck | string {
    compiler ??= create()
    if (compiler === undefined) throw unavailable()
    const standalone = standaloneSchema(document, schema)
    try {
      return compileSchema(standalone, compiler)
    } catch (error) {
      // Where no code may be made from text, nothing is wrong with the schema.
      if (read(error, 'name') === 'EvalError') throw unavailable()
      return `it is ${nameRefusal(error)}`
    }
  }

  function examplesOf(facts: ClassFacts): readonly object[] {
    const known = examples.get(facts) ?? Object.values(problemExamples(facts, wire)).map(({ value }) => value)
    examples.set(facts, known)
    return known
  }

  return (schema, facts) => {
    const text = jsonText(schema.value) as string
    const key = `${facts.name} ${text}`
    if (!verdicts.has(key)) verdicts.set(key, refusalOf(checkOf(schema, text), examplesOf(facts)))
    return verdicts.get(key)
  }
}

function refusalOf(check: MembersCheck | string, examples: readonly object[]): string | undefined {
  if (typeof check === 'string') return check
  for (const example of examples) {
    const findings = formsOf(example).map(check)
    if (findings.every((found) => found.length > 0)) return inWords(findings)
  }
  return undefined
}

// Whether a problem has `detail` and `instance` is up to whoever throws it, so a schema may ask for them, or know nothing of them.
function formsOf(example: object): readonly object[] {
  const detail = { detail: 'An explanation of this occurrence.', ...example }
  return [example, detail, { instance: 'https://example.com/occurrences/1', ...detail }]
}

// The form with the fewest findings says best what is wrong.
function inWords(findings: readonly (readonly MembersFinding[])[]): string {
  const fewest = findings.reduce((best, found) => (found.length < best.length ? found : best))
  return fewest
    .slice(0, 1)
    .map(({ expected, pointer }) => `it expects ${expected} at ${pointer === '' ? 'its root' : pointer}`)
    .join()
}

function unavailable(): TypeError {
  const expected = 'ajv, which compares the schemas of the document'
  return misuse({ code: 'ERR_PROBLEM_SCHEMA', place: 'documentProblems', expected, got: 'none that can run here' })
}

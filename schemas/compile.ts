/** Compiles JSON Schemas with ajv, which is loaded when the first one comes: to load it costs as much as a whole server. */

import { type AjvCheck, type MembersCheck, membersCheck } from './check.js'
import { load } from './load.js'
import { haveNoEquals } from './unique-items.js'

/** What compiles schemas: an instance of Ajv, yours or ours. */
export interface SchemaCompiler {
  compile(schema: Readonly<Record<string, unknown>>): AjvCheck
}

/** A compiler of ours. */
export interface AjvCompiler extends SchemaCompiler {
  readonly ajv: unknown
  /** Whether lists of any length may be compared. */
  readonly comparesInOnePass: boolean
}

interface Ajv extends SchemaCompiler {
  addKeyword(keyword: string | object): unknown
  removeKeyword(name: string): unknown
  removeSchema(id: string): unknown
}

/** The options of ajv: wrong keywords are found, and nothing is printed. Types are left to `type`, as JSON Schema has it. */
const ajvOptions = {
  allErrors: true,
  // A member may be called `constructor`.
  ownProperties: true,
  // 19.99 is a multiple of 0.01 for everyone but binary fractions.
  multipleOfPrecision: 8,
  strict: true,
  strictTypes: false,
  strictTuples: false,
  strictRequired: false,
  logger: false,
} as const

// What OpenAPI adds to JSON Schema says nothing about a value; its formats are those of ajv-formats. ajv follows $anchor, and yet does not know it.
const ANNOTATIONS = ['$anchor', 'discriminator', 'example', 'externalDocs', 'xml']

// Formats of zod that are no formats of JSON Schema: it writes a pattern beside them.
const ZOD_FORMATS = 'base64 base64url jwt cidrv4 cidrv6 emoji nanoid cuid cuid2 ulid xid ksuid e164 mac'

const namesOfPatterns = Object.fromEntries(ZOD_FORMATS.split(' ').map((name) => [name, true]))

const uniqueItems = {
  keyword: 'uniqueItems',
  type: 'array',
  schemaType: 'boolean',
  validate: (isOn: boolean, items: readonly unknown[]) => !isOn || haveNoEquals(items),
}

/** Makes a compiler of JSON Schema 2020-12 with formats; `undefined` where ajv cannot be loaded. */
export function createCompiler(loadPackage: (name: string) => unknown = load, options: object = {}): AjvCompiler | undefined {
  const ajvModule = loadPackage('ajv/dist/2020.js') as { Ajv2020: new (options: object) => Ajv } | undefined
  // Not the main module of ajv-formats: it loads the rest of ajv for keywords that are not used.
  const formatsModule = loadPackage('ajv-formats/dist/formats.js') as { fullFormats: object } | undefined
  if (ajvModule === undefined || formatsModule === undefined) return undefined
  const ajv = new ajvModule.Ajv2020({ ...ajvOptions, formats: { ...namesOfPatterns, ...formatsModule.fullFormats }, ...options })
  // Validators that are written into a file can hold no function of ours.
  const comparesInOnePass = !('code' in options)
  if (comparesInOnePass) {
    ajv.removeKeyword('uniqueItems')
    ajv.addKeyword(uniqueItems)
  }
  const annotations = new Set<string>()
  const annotate = (name: string): void => {
    // ajv refuses a keyword that it has.
    if (!annotations.has(name)) ajv.addKeyword(name)
    annotations.add(name)
  }
  for (const name of ANNOTATIONS) annotate(name)
  return {
    ajv,
    comparesInOnePass,
    compile: (schema) => {
      for (const name of extensionKeywords(schema)) annotate(name)
      const check = ajv.compile(schema)
      // Two types may share a schema with an `$id`, which ajv takes once.
      if (typeof schema['$id'] === 'string') ajv.removeSchema(schema['$id'])
      return check
    },
  }
}

/** Compiles one schema. Throws what the compiler throws: an EvalError where code cannot be made from text, else its reason. */
export function compileSchema(schema: Readonly<Record<string, unknown>>, compiler: SchemaCompiler): MembersCheck {
  const check = compiler.compile(schema)
  if ('$async' in check) throw new TypeError('the schema is asynchronous, and an answer does not wait')
  return membersCheck(check, schema, (compiler as Partial<AjvCompiler>).comparesInOnePass)
}

// Specification extensions of OpenAPI, wherever they stand: a member of such a name makes one more keyword known, and that is all.
function extensionKeywords(schema: unknown): string[] {
  if (typeof schema !== 'object' || schema === null) return []
  return Object.entries(schema).flatMap(([name, value]) => [
    ...(/^x-[a-z0-9_$:-]*$/i.test(name) ? [name] : []),
    ...extensionKeywords(value),
  ])
}

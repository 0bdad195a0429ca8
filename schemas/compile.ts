/** Compiles JSON Schemas with ajv, which is loaded when the first one comes: to load it costs as much as a whole server. */

import { type AjvCheck, type MembersCheck, membersCheck } from './check.js'
import { own } from './json.js'
import type { SchemaRecord } from './keywords/keywords.js'
import { withoutNullable } from './keywords/nullable.js'
import { type MakeCode, ownKeywords } from './keywords/own-keywords.js'
import { load } from './load.js'
import { endlessness, RefusedSchema } from './self-reference.js'

/** What compiles schemas: an instance of Ajv, yours or ours. */
export interface SchemaCompiler {
  compile(schema: Readonly<Record<string, unknown>>): AjvCheck
}

/** A compiler of ours. It compares lists of any length in one pass. */
export interface AjvCompiler extends SchemaCompiler {
  readonly ajv: unknown
  /** Gives the compiler for schemas that a library has written, made when the first one comes. */
  readonly forLibraries: () => AjvCompiler
}

interface AjvModule {
  readonly Ajv2020: new (options: object) => Ajv
  readonly _: MakeCode
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
  strict: true,
  strictTypes: false,
  strictTuples: false,
  strictRequired: false,
  // A name in `properties` may fit a pattern too.
  allowMatchingProperties: true,
  logger: false,
} as const

// What OpenAPI adds to JSON Schema says nothing about a value; its formats are those of ajv-formats. ajv follows $anchor, and yet does not know it.
const ANNOTATIONS = ['$anchor', 'discriminator', 'example', 'externalDocs', 'xml']

// Formats of JSON Schema that ajv-formats does not have, and those of zod, which writes a pattern beside them.
const UNCHECKED_FORMATS =
  'idn-email idn-hostname iri iri-reference ' +
  'base64 base64url jwt cidrv4 cidrv6 emoji nanoid cuid cuid2 ulid xid ksuid e164 mac'

const uncheckedFormats = Object.fromEntries(UNCHECKED_FORMATS.split(' ').map((name) => [name, true]))

/** Makes a compiler of JSON Schema 2020-12 with formats; `undefined` where ajv cannot be loaded. */
export function createCompiler(loadPackage: (name: string) => unknown = load, options: object = {}): AjvCompiler | undefined {
  const ajvModule = loadPackage('ajv/dist/2020.js') as AjvModule | undefined
  // Not the main module of ajv-formats: it loads the rest of ajv for keywords that are not used.
  const formatsModule = loadPackage('ajv-formats/dist/formats.js') as { fullFormats: object } | undefined
  if (ajvModule === undefined || formatsModule === undefined) return undefined
  const formats = { ...uncheckedFormats, ...formatsModule.fullFormats }
  let forLibraries: AjvCompiler | undefined
  return {
    ...compilerWith(ajvModule, { ...ajvOptions, formats, ...options }, false),
    forLibraries: () => {
      forLibraries ??= compilerWith(ajvModule, { ...ajvOptions, strict: false, formats, ...options }, true)
      return forLibraries
    },
  }
}

function compilerWith({ Ajv2020, _ }: AjvModule, options: object, isForLibraries: boolean): AjvCompiler {
  const ajv = new Ajv2020(options)
  for (const definition of ownKeywords(_, isForLibraries)) {
    ajv.removeKeyword(definition.keyword)
    ajv.addKeyword(definition)
  }
  const annotations = new Set<string>()
  const annotate = (name: string): void => {
    // ajv refuses a keyword that it has.
    if (!annotations.has(name)) ajv.addKeyword(name)
    annotations.add(name)
  }
  for (const name of ANNOTATIONS) annotate(name)
  const compiler: AjvCompiler = {
    ajv,
    forLibraries: () => compiler,
    compile: (schema) => {
      for (const name of extensionKeywords(schema)) annotate(name)
      const check = ajv.compile(schema)
      // Two types may share a schema with an `$id`, which ajv takes once.
      const id = own(schema, '$id')
      if (typeof id === 'string') ajv.removeSchema(id)
      return check
    },
  }
  return compiler
}

/**
 * Compiles one schema. Throws a RefusedSchema for one that no value could be checked against, else what the compiler throws: an EvalError where
 * code cannot be made from text, or its reason.
 */
export function compileSchema(schema: SchemaRecord, compiler: SchemaCompiler): MembersCheck {
  const check = compiler.compile(preparedSchema(schema))
  if (Object.hasOwn(check, '$async')) throw new TypeError('the schema is asynchronous, and an answer does not wait')
  return membersCheck(check, schema, Object.hasOwn(compiler, 'forLibraries'))
}

// Prepares a copy where the schema has to change. A schema that would never come to an end is thrown as a RefusedSchema.
function preparedSchema(schema: SchemaRecord): SchemaRecord {
  const endless = endlessness(schema)
  if (endless !== undefined) throw new RefusedSchema(endless)
  return withoutNullable(schema)
}

// Specification extensions of OpenAPI, wherever they stand: a member of such a name makes one more keyword known, and that is all.
function extensionKeywords(schema: unknown): string[] {
  if (typeof schema !== 'object' || schema === null) return []
  return Object.entries(schema).flatMap(([name, value]) => [
    ...(/^x-[a-z0-9_$:-]*$/i.test(name) ? [name] : []),
    ...extensionKeywords(value),
  ])
}

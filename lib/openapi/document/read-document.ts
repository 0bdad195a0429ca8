/** Reads an OpenAPI document: a copy of it, its version, and what may be asked of it. */
import { jsonPointer, own } from '../../../schemas/json.js'
import { jsonText } from '../../../schemas/json-text.js'
import { nameOwn, nameValue } from '../../guard/name.js'
import { isRecord } from '../../guard/read.js'
import { type Misuse, misuse } from '../../guard/refuse.js'
import { isOpenApiVersion, type OpenApiVersion, versionsInWords } from '../versions.js'

/** An object of JSON. */
export type JsonRecord = Readonly<Record<string, unknown>>

/** A document that nobody else holds. */
export interface OpenDocument {
  readonly root: JsonRecord
  readonly version: OpenApiVersion
}

// Deeper than any schema that a person or a generator writes, and shallow enough for functions that call themselves.
const DEEPEST = 256

/** Makes the TypeError for a place in the document. */
export function wrongDocument(names: readonly string[], expected: string, got: string): Misuse {
  return misuse({ code: 'ERR_PROBLEM_DOCUMENT', place: `document#${jsonPointer(names)}`, expected, got })
}

/** Gives a value that has to be an object. */
export function needRecord(value: unknown, names: readonly string[], expected: string): JsonRecord {
  if (!isRecord(value)) throw wrongDocument(names, expected, nameValue(value))
  return value
}

/** Gives an object at a place; `undefined` where there is nothing. Throws for what is neither. */
export function recordIn(holder: JsonRecord, name: string, names: readonly string[], expected: string): JsonRecord | undefined {
  const value = own(holder, name)
  return value === undefined ? undefined : needRecord(value, [...names, name], expected)
}

/** Copies a document and reads its version. */
export function readDocument(document: unknown): OpenDocument {
  const root = copyOf(document)
  const version = versionOf(root)
  const paths = recordIn(root, 'paths', [], 'an object with the paths of the API')
  // OpenAPI 3.1 4.8.1: a document may have webhooks or components alone.
  if (paths === undefined && version === '3.0') throw wrongDocument(['paths'], 'an object with the paths of the API', 'nothing')
  const components = recordIn(root, 'components', [], 'an object with components') ?? {}
  for (const kind of Object.keys(components))
    if (!kind.startsWith('x-')) recordIn(components, kind, ['components'], 'an object with components by name')
  return { root, version }
}

function copyOf(document: unknown): JsonRecord {
  if (!isRecord(document)) throw wrongDocument([], 'an OpenAPI document, as JSON.parse gives it', nameValue(document))
  const copy = jsonCopy(document)
  if (!isRecord(copy)) throw wrongDocument([], 'a document without cycles, as JSON.parse gives it', 'one that JSON cannot hold')
  needShallow(copy)
  return copy
}

function jsonCopy(value: object): unknown {
  try {
    return JSON.parse(jsonText(value))
  } catch {
    return undefined
  }
}

// A list of what waits, instead of calls: a deep document must not fill our stack.
function needShallow(root: JsonRecord): void {
  const waiting: [value: object, names: readonly string[]][] = [[root, []]]
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const [value, names] = next
    if (names.length > DEEPEST) throw wrongDocument(names.slice(0, 4), `at most ${DEEPEST} levels`, 'more')
    for (const [name, inner] of Object.entries(value))
      if (typeof inner === 'object' && inner !== null) waiting.push([inner, [...names, name]])
  }
}

function versionOf(root: JsonRecord): OpenApiVersion {
  const given = own(root, 'openapi')
  if (given === undefined && own(root, 'swagger') !== undefined) {
    const expected = `OpenAPI ${versionsInWords} in \`openapi\`; convert a document of Swagger 2 first, with swagger2openapi for example`
    throw wrongDocument(['swagger'], expected, nameOwn(own(root, 'swagger')))
  }
  const [, version] = (typeof given === 'string' && /^(\d+\.\d+)(?:\.\d+)?(?:-[\w.]+)?$/.exec(given)) || []
  if (isOpenApiVersion(version)) return version
  const expected = `a version of OpenAPI ${versionsInWords}, written as a text such as '3.1.2'`
  throw wrongDocument(['openapi'], expected, given === undefined ? 'nothing' : nameOwn(given))
}

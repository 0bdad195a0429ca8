/** The versions of OpenAPI, and in what they differ for problems. A new one is a line here, a name in its type, and the tests. */

/** A version of OpenAPI, without its patch number. */
export type OpenApiVersion = '3.0' | '3.1' | '3.2'

/** In what a version differs. */
interface VersionFacts {
  /** Whether a Schema Object is a JSON Schema (2020-12): before 3.1 it is a dialect of its own, with fewer keywords. */
  readonly hasJsonSchema: boolean
  /** Whether a Discriminator Object has `defaultMapping` (OpenAPI 3.2 4.25). */
  readonly hasDefaultMapping: boolean
  /** The methods that have a place of their own in a Path Item Object. */
  readonly methods: ReadonlySet<string>
  /** What a new document of the version says, with the newest patch number. */
  readonly latest: string
}

const METHODS = ['GET', 'PUT', 'POST', 'DELETE', 'OPTIONS', 'HEAD', 'PATCH', 'TRACE']
const methods = new Set(METHODS)

/** The facts of each version. */
export const openApiVersions: { readonly [Version in OpenApiVersion]: VersionFacts } = {
  '3.0': { hasJsonSchema: false, hasDefaultMapping: false, methods, latest: '3.0.4' },
  '3.1': { hasJsonSchema: true, hasDefaultMapping: false, methods, latest: '3.1.2' },
  // OpenAPI 3.2 4.9: `query` too.
  '3.2': { hasJsonSchema: true, hasDefaultMapping: true, methods: new Set([...METHODS, 'QUERY']), latest: '3.2.0' },
}

/** The versions in words, such as `'3.0', '3.1' or '3.2'`. */
export const versionsInWords = Object.keys(openApiVersions)
  .map((version) => `'${version}'`)
  .join(', ')
  .replace(/, (?=[^,]*$)/, ' or ')

/** Tells whether a value is a version. */
export function isOpenApiVersion(value: unknown): value is OpenApiVersion {
  return typeof value === 'string' && Object.hasOwn(openApiVersions, value)
}

/** Makes an OpenAPI document of nothing but routes, for an API that has none. */
import { existsSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { read } from '../../lib/guard/read.js'
import { loadYaml, type YamlPackage } from '../../lib/openapi/document/yaml/package.js'
import { type OpenApiVersion, openApiVersions } from '../../lib/openapi/versions.js'
import type { RouteRecord } from '../../lib/routes/record.js'
import type { DocumentFormat } from './arguments.js'

/** Makes a document with the routes of an app. It is named after the package that the app belongs to. */
export function newDocument(app: string, version: OpenApiVersion, records: readonly RouteRecord[]): object {
  const { methods, latest } = openApiVersions[version]
  const paths = new Map<string, { readonly path: string; readonly operations: Map<string, object> }>()
  for (const { method, path } of records) {
    if (!methods.has(method)) continue
    // OpenAPI 3.1 4.8.8.2: paths that differ in the names of their parameters alone are the same.
    const key = path.replace(/\{[^}]*\}/g, '{}')
    const item = paths.get(key) ?? { path, operations: new Map<string, object>() }
    paths.set(key, item)
    item.operations.set(method.toLowerCase(), operationOf(item.path))
  }
  return {
    openapi: latest,
    info: infoOf(dirname(app)),
    paths: Object.fromEntries([...paths.values()].map(({ path, operations }) => [path, Object.fromEntries(operations)])),
  }
}

/** Writes a new document as a text. */
export function textOfNew(document: object, format: DocumentFormat): string {
  if (format === 'json') return `${JSON.stringify(document, null, 2)}\n`
  // It is a dependency, and no bundle has the command. What YAML 1.1 would take for a number or a truth value is quoted.
  return (loadYaml() as YamlPackage).stringify(document, { compat: 'yaml-1.1', lineWidth: 0 })
}

// The responses of an operation are never errors alone (OpenAPI 3.1 4.8.16).
function operationOf(path: string): object {
  const names = [...path.matchAll(/\{([^}]*)\}/g)].map(([, name]) => name)
  const parameters = names.map((name) => ({ name, in: 'path', required: true, schema: { type: 'string' } }))
  return { ...(names.length > 0 && { parameters }), responses: { '2XX': { description: 'Success' } } }
}

function infoOf(folder: string): object {
  const file = join(folder, 'package.json')
  if (existsSync(file)) {
    const found = dataIn(file)
    const [name, version] = [read(found, 'name'), read(found, 'version')]
    if (typeof name === 'string') return { title: name, version: typeof version === 'string' ? version : '1.0.0' }
  }
  return dirname(folder) === folder ? { title: 'API', version: '1.0.0' } : infoOf(dirname(folder))
}

// Node reads the nearest one, and whoever wrote those above may have made a mistake, which is none of ours.
function dataIn(file: string): unknown {
  try {
    return JSON.parse(readFileSync(file, 'utf8'))
  } catch {
    return undefined
  }
}

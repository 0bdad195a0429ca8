/** The OpenAPI document of the shop: what its team wrote by hand, and the problems that its routes declare. */
import { readFileSync } from 'node:fs'
import { documentProblems, type OpenApiVersion, type RouteRecords } from 'http-problems/openapi'
import { parse } from 'yaml'

// From .build/examples/bookshop, where this module is compiled to.
const file = new URL('../../../examples/bookshop/api.yaml', import.meta.url)
const patches: Readonly<Record<OpenApiVersion, string>> = { '3.0': '3.0.4', '3.1': '3.1.2', '3.2': '3.2.0' }

/** Writes the document for a version of OpenAPI. The part that is written by hand is the same in all of them. */
export function openApiDocument(records: RouteRecords, version: OpenApiVersion = '3.1'): object {
  const written = parse(readFileSync(file, 'utf8'), { merge: true }) as object
  const { document, conflicts } = documentProblems({ ...written, openapi: patches[version] }, records)
  const [conflict] = conflicts
  if (conflict) throw new Error(`${file.pathname}: ${conflict.message}`)
  return document
}

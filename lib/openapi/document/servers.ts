/** Reads under which paths the servers of a document answer. */
import { own } from '../../../schemas/json.js'
import { isRecord, listOf, read } from '../../guard/read.js'

/** Gives the path of each server; that of a document without servers is the root (OpenAPI 3.1 4.8.1). */
export function basePaths(servers: unknown): readonly string[] {
  const urls = listOf(servers)
    .map(urlOf)
    .filter((url) => url !== undefined)
  return urls.length === 0 ? [''] : [...new Set(urls.map(pathOf))]
}

// A variable has its default value; without one it may be anything, as a parameter of the path is.
function urlOf(server: unknown): string | undefined {
  const url = read(server, 'url')
  const variables = read(server, 'variables')
  if (typeof url !== 'string') return undefined
  return url.replace(/\{([^{}]*)\}/g, (text, name: string) => {
    const value = isRecord(variables) ? read(own(variables, name), 'default') : undefined
    return typeof value === 'string' || typeof value === 'number' ? String(value) : text
  })
}

// A relative URL is relative to where the document is served, which nobody knows here: most often beneath the root.
function pathOf(url: string): string {
  return url
    .replace(/^(?:[a-z][a-z0-9+.-]*:)?\/\/[^/?#]*/i, '')
    .replace(/[?#].*$/s, '')
    .replace(/^(?:\.\.?\/)+|^\.\.?$/, '')
}

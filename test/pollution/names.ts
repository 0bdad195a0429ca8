/** The names that the package may read from an object: every word of its sources that can be one. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('../../../', import.meta.url))

// A property behind a dot, a key, a name that is taken apart, and a text without spaces, such as those in lists of names.
const WORDS = [
  /\.([A-Za-z_$][\w$]*)/g,
  /([A-Za-z_$][\w$]*)\??:/g,
  /[{,]\s*([A-Za-z_$][\w$]*)\s*(?=[,}=:])/g,
  /'([\w$~-]{1,40})'/g,
]

const FOLDERS = ['lib', 'middleware', 'schemas'].map((folder) => join(root, folder))

function sourcesIn(folder: string): readonly string[] {
  const entries = readdirSync(folder, { withFileTypes: true, recursive: true })
  return entries.filter(({ name }) => name.endsWith('.ts')).map(({ parentPath, name }) => join(parentPath, name))
}

// A name that is read guarded, and one that an object may lack by its type.
const OPTIONAL = [/\b(?:read\w*|has|get|text)\((?:[^()']*, )?'([\w$~-]+)'/g, /readonly (\w+)\?:/g]

/** Lists the names of which the package asks objects that may lack them. */
export function optionalNames(): readonly string[] {
  return namesBy(OPTIONAL)
}

/** Lists the names; those that every object has anyway are left out. */
export function namesInSources(): readonly string[] {
  return namesBy(WORDS)
}

function namesBy(patterns: readonly RegExp[]): readonly string[] {
  const names = FOLDERS.flatMap(sourcesIn).flatMap((file) => {
    const source = readFileSync(file, 'utf8').replace(/\/\*[\s\S]*?\*\/|^\s*\/\/.*$/gm, '')
    return patterns.flatMap((word) => [...source.matchAll(word)].map(([, name]) => String(name)))
  })
  return [...new Set([...names, '404', '418'])].filter((name) => !(name in Object.prototype) && !/^\d\d?$/.test(name)).sort()
}

/** Reads which modules a source file names, and which room of the house a file stands in. */
import { readdirSync, readFileSync } from 'node:fs'
import { dirname, posix } from 'node:path'
import { fileURLToPath } from 'node:url'

/** The root of the repository, seen from the compiled test. */
export const root = fileURLToPath(new URL('../../../', import.meta.url))

/** A source file and what it imports: paths from the root for our own files, names for everything else. */
export interface SourceFile {
  readonly path: string
  readonly imports: readonly string[]
  /** How many lines of code it has. */
  readonly lines: number
}

/** Reads every source file of some folders. */
export function sourceFiles(...folders: readonly string[]): readonly SourceFile[] {
  return folders
    .flatMap((folder) =>
      readdirSync(`${root}${folder}`, { recursive: true, encoding: 'utf8' }).map((name) => `${folder}/${name}`),
    )
    .filter((path) => path.endsWith('.ts'))
    .sort()
    .map((path) => {
      const text = readFileSync(`${root}${path}`, 'utf8')
      return { path, imports: importsOf(path, text), lines: linesOfCode(text) }
    })
}

// `import ... from 'x'`, `export ... from 'x'`, `import 'x'`, `import('x')`, `require('x')`; at the start of a statement, so that
// the examples in comments do not count.
const STATEMENT = /^\s*(?:import|export)\b[^'"`;]*?\bfrom\s*['"]([^'"]+)['"]|^\s*import\s*['"]([^'"]+)['"]/gm
const CALL = /\b(?:import|require)\s*\(\s*['"`]([^'"`]+)['"`]/g

/** Lists what a text imports, types included. */
export function importsOf(path: string, text: string): readonly string[] {
  const code = text.replace(/\/\*[\s\S]*?\*\/|^\s*\/\/.*$/gm, '')
  const named = [...code.matchAll(STATEMENT), ...code.matchAll(CALL)].map(([, first, second]) => first ?? second ?? '')
  return named.map((name) => (name.startsWith('.') ? posix.join(dirname(path), name).replace(/\.js$/, '.ts') : name))
}

/** Counts the lines of code. Documentation does not count, or files would grow shorter by saying less; nor do blank lines. */
export function linesOfCode(text: string): number {
  const lines = text.replace(/^ *\/\*\*[\s\S]*?\*\//gm, '').split('\n')
  return lines.filter((line) => line.trim() !== '').length
}

/** Names the room of a file: `lib/problem`, `middleware/koa`, `schemas`; a file that stands in `lib` itself has the room `lib`. */
export function roomOf(path: string): string {
  const [house = '', room = ''] = path.split('/')
  return house === 'lib' || house === 'middleware' ? (room.endsWith('.ts') ? house : `${house}/${room}`) : house
}

/** Finds the files that import each other, directly or through others: what is one thing then stands in several files. */
export function circles(files: readonly SourceFile[]): readonly (readonly string[])[] {
  const imports = new Map(files.map((file) => [file.path, file.imports]))
  const reach = new Map(files.map(({ path }) => [path, reachable(path, imports)]))
  const groups = files.map(({ path }) =>
    files.map((other) => other.path).filter((other) => reach.get(path)?.has(other) && reach.get(other)?.has(path)),
  )
  // Each group once, told by its first file.
  return groups.filter((group, index) => group[0] === files[index]?.path)
}

function reachable(from: string, imports: ReadonlyMap<string, readonly string[]>): ReadonlySet<string> {
  const seen = new Set<string>()
  const waiting = [...(imports.get(from) ?? [])]
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    if (seen.has(next)) continue
    seen.add(next)
    waiting.push(...(imports.get(next) ?? []))
  }
  return seen
}

/** The entries of the package that have code, as package.json lists them. */
import { readFileSync } from 'node:fs'

/** One entry. */
export interface Entry {
  /** The name that users import, such as `http-problems/express`. */
  readonly name: string
  /** Its index, as a path from the root: `middleware/express/index.ts`. */
  readonly source: string
  /** What `require()` loads, as a path from the root. */
  readonly commonjs: string
}

interface Target {
  readonly import: { readonly default: string }
  readonly require: { readonly default: string }
}

const manifest = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8')) as {
  readonly exports: Readonly<Record<string, Target | string>>
}

/** The entries, in their order. */
export const entries: readonly Entry[] = Object.entries(manifest.exports).flatMap(([key, target]) =>
  typeof target === 'string'
    ? []
    : [
        {
          name: key.replace('.', 'http-problems'),
          source: target.import.default.replace(/^\.\/dist\/esm\/(.*)\.js$/, '$1.ts'),
          commonjs: target.require.default.replace('./', ''),
        },
      ],
)

/** Gives the source of an entry. */
export function sourceOf(name: string): string {
  const entry = entries.find((candidate) => candidate.name === name)
  if (entry === undefined) throw new Error(`package.json has no entry ${name}`)
  return entry.source
}

/** Loads the source of an entry, compiled beside the tests. */
export function loadEntry(name: string): Promise<object> {
  return import(new URL(`../${sourceOf(name).replace(/ts$/, 'js')}`, import.meta.url).href) as Promise<object>
}

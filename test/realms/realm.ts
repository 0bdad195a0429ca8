/** Another realm: the package as CommonJS in a context of its own, with the language and nothing of a host but what is given to it. */
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { type Context, createContext, runInContext, Script } from 'node:vm'
import { entries } from '../entries.js'

const root = fileURLToPath(new URL('../../../', import.meta.url))

/** A realm. */
export interface Realm {
  /** Evaluates an expression there, with the entries of the package at hand by their names, the main one as `main`. */
  readonly evaluate: (expression: string) => unknown
}

// Read once: a polluted realm is no place for options of Node's own functions.
const scripts = new Map<string, Script>()

function scriptOf(file: string): Script {
  const known =
    scripts.get(file) ?? new Script(`(function (exports, require, module, __filename) {${readFileSync(file, 'utf8')}\n})`)
  scripts.set(file, known)
  return known
}

/** Makes a realm and loads all entries there; `before` runs first. */
export function makeRealm(globals: object = {}, before: (context: Context) => void = () => undefined): Realm {
  const context = createContext({ ...globals })
  before(context)
  const loaded = new Map<string, { exports: unknown }>()
  const load = (file: string): unknown => {
    const known = loaded.get(file)
    if (known !== undefined) return known.exports
    const module = { exports: runInContext('({})', context) as unknown }
    loaded.set(file, module)
    const require = (name: string): unknown =>
      name.startsWith('.') ? load(join(dirname(file), name)) : (createRequire(file)(name) as unknown)
    scriptOf(file).runInContext(context)(module.exports, require, module, file)
    return module.exports
  }
  const modules = entries.map(({ name, commonjs }) => [name.split('/')[1] ?? 'main', load(join(root, commonjs))] as const)
  return {
    evaluate: (expression) => {
      const names = modules.map(([name]) => name).join(', ')
      const run = runInContext(`(function (${names}) { return (${expression}) })`, context) as (...all: unknown[]) => unknown
      return run(...modules.map(([, exported]) => exported))
    },
  }
}

/** Puts CommonJS modules that generated code needs into the code itself, so that it runs where there is no package. */
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { RequiredFunction } from '../../schemas/keywords/own-keywords.js'

const REQUIRE = /\brequire\("([^"]+)"\)/g

/** A text without `require`, and what must stand in front of it. */
export interface Inlined {
  readonly text: string
  /** Declarations of `modules`, each behind what it needs itself. */
  readonly modules: readonly string[]
}

/** Replaces each `require("name")`; names that are not among the functions are resolved as the file that is given would resolve them. */
export function inlineModules(text: string, from: string, functions: Readonly<Record<string, RequiredFunction>>): Inlined {
  const declared = new Map<string, string>()
  const inline = (code: string, requester: string): string =>
    code.replace(REQUIRE, (_, name: string) => {
      if (Object.hasOwn(functions, name)) {
        declared.set(name, `module.exports = ${functions[name]?.toString()}`)
        return `modules[${JSON.stringify(name)}]`
      }
      const file = createRequire(requester).resolve(name)
      if (!declared.has(file)) {
        // The module is known before its own needs are looked at: some of ajv's modules name themselves.
        declared.set(file, '')
        const source = inline(readFileSync(file, 'utf8').replace(/^\/\/# source\w+=.*$/m, ''), file)
        // The module moves behind those that it needs, which were declared meanwhile.
        declared.delete(file)
        declared.set(file, source)
      }
      return `modules[${JSON.stringify(idOf(file))}]`
    })
  const result = inline(text, from)
  const modules = [...declared].map(
    ([file, source]) =>
      `modules[${JSON.stringify(idOf(file))}] = ((module) => {\nconst exports = module.exports;\n${source}\nreturn module.exports;\n})({ exports: {} });`,
  )
  return { text: result, modules }
}

// The name of a module is the same on every machine, so that a file in version control does not change.
function idOf(file: string): string {
  return file.replaceAll('\\', '/').split('/node_modules/').at(-1) as string
}

/** Imports the module with the problem types that a command is about, and says what is wrong with it: which file, and what to do. */
import { existsSync, statSync } from 'node:fs'
import { extname, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { ProblemDefinition } from '../lib/define/definition.js'
import { declaredTypes } from '../lib/define/listed-types.js'
import { ownKeys } from '../lib/guard/read.js'
import { reasonOf } from './command.js'
import { declaredClasses } from './compile/declared-classes.js'

/** Gives the definitions of the problem types that a module exports. What stands before its name on the command line is for the message that says how to go on. */
export async function definitionsIn(source: string, command: string): Promise<readonly ProblemDefinition[]> {
  const module = await load(source, command)
  const definitions = withName(source, () => declaredTypes(declaredClasses(module), 'its classes'))
  if (definitions.length > 0) return definitions
  const names = ownKeys(module).slice(0, 10).join(', ')
  const exported = names === '' ? 'nothing' : names
  throw new Error(
    `${source} exports no problem types made with defineProblem, but ${exported}. Export the classes, alone or in a list or an object`,
  )
}

/** Does something with what a module exports; what goes wrong is told with the name of the module. */
export function withName<Made>(source: string, make: () => Made): Made {
  try {
    return make()
  } catch (error) {
    throw new Error(`${source}: ${reasonOf(error)}`, { cause: error })
  }
}

async function load(source: string, command: string): Promise<unknown> {
  const file = resolve(source)
  if (!existsSync(file)) throw new Error(`${source}: there is no such file; looked for ${file}`)
  if (statSync(file).isDirectory()) throw new Error(`${source} is a folder. Name the module in it that exports the problem types`)
  // The event loop may end first: nothing throws then.
  const left = (): void => {
    const why =
      process.exitCode === UNSETTLED ? 'waits at its top level for what never comes' : 'ends the process when it is imported'
    process.stderr.write(`http-problems: ${source} ${why}, so nothing was written\n`)
    process.exitCode = 1
  }
  process.once('exit', left)
  try {
    return await import(pathToFileURL(file).href).finally(() => process.off('exit', left))
  } catch (error) {
    throw new Error(`${source} cannot be imported: ${reasonOf(error)}${typeScriptHint(source, command)}`, { cause: error })
  }
}

// Node's exit code for a top-level await that is never settled.
const UNSETTLED = 13

/** Says how a module in TypeScript is given to a command; nothing for others. */
export function typeScriptHint(source: string, command: string): string {
  if (!/^\.[cm]?tsx?$/.test(extname(source))) return ''
  return `. Compile TypeScript first and name the JavaScript, or run with a loader: NODE_OPTIONS="--import tsx" npx http-problems ${command} ${source} ...`
}

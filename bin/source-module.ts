/** Imports the module with the problem types that a command is about, and says what is wrong with it: which file, and what to do. */
import { pathToFileURL } from 'node:url'
import type { ProblemDefinition } from '../lib/define/definition.js'
import { declaredTypes } from '../lib/define/listed-types.js'
import { ownKeys } from '../lib/guard/read.js'
import { InputError, reasonOf } from './command.js'
import { declaredClasses } from './compile/declared-classes.js'
import { moduleFile, tellEarlyEnd, typeScriptHint } from './module-file.js'

/**
 * Gives the definitions of the problem types that a module exports; what is wrong with it is an InputError. `command` is what stands before the name of
 * the module on the command line, for the message that says how to go on.
 */
export async function definitionsIn(source: string, command: string): Promise<readonly ProblemDefinition[]> {
  const module = await load(source, command)
  const definitions = withName(source, () => declaredTypes(declaredClasses(module), 'its classes'))
  if (definitions.length > 0) return definitions
  const names = ownKeys(module).slice(0, 10).join(', ')
  const exported = names === '' ? 'nothing' : names
  throw new InputError(
    `${source} exports no problem types made with defineProblem, but ${exported}. Export the classes, alone or in a list or an object`,
  )
}

/** Does something with what a module exports; what goes wrong is told with the name of the module. */
export function withName<Made>(source: string, make: () => Made): Made {
  try {
    return make()
  } catch (error) {
    throw new InputError(`${source}: ${reasonOf(error)}`, { cause: error })
  }
}

async function load(source: string, command: string): Promise<unknown> {
  const file = moduleFile(source, 'the problem types')
  const stop = tellEarlyEnd(source)
  try {
    return await import(pathToFileURL(file).href).finally(stop)
  } catch (error) {
    throw new InputError(`${source} cannot be imported: ${reasonOf(error)}${typeScriptHint(source, command)}`, { cause: error })
  }
}

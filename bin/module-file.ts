/** What every command does with a module of the user's: it must be a file, it may end the process when it is imported, and it may be TypeScript. */
import { existsSync, statSync } from 'node:fs'
import { extname, resolve } from 'node:path'
import { InputError } from './command.js'

/** Gives the path of a module; what is no file is an InputError. `exported` says what the module is needed for, such as `the app`. */
export function moduleFile(source: string, exported: string): string {
  const file = resolve(source)
  if (!existsSync(file)) throw new InputError(`${source}: there is no such file; looked for ${file}`)
  if (statSync(file).isDirectory()) throw new InputError(`${source} is a folder. Name the module in it that exports ${exported}`)
  return file
}

/** Tells when a module lets the event loop or the process end while it is imported, as nothing throws then. Gives the function that stops that. */
export function tellEarlyEnd(source: string): () => void {
  const left = (): void => {
    const why =
      process.exitCode === UNSETTLED ? 'waits at its top level for what never comes' : 'ends the process when it is imported'
    process.stderr.write(`http-problems: ${source} ${why}, so nothing was written\n`)
    process.exitCode = 2
  }
  process.once('exit', left)
  return () => process.off('exit', left)
}

// Node's exit code for a top-level await that is never settled.
const UNSETTLED = 13

/** Says how a module in TypeScript is given to a command; nothing for others. */
export function typeScriptHint(source: string, command: string): string {
  if (!/^\.[cm]?tsx?$/.test(extname(source))) return ''
  return `. Compile TypeScript first and name the JavaScript, or run with a loader: NODE_OPTIONS="--import tsx" npx http-problems ${command} ${source} ...`
}

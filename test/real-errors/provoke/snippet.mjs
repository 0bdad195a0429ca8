/** Compiles the text of a row into a function. */
import { fileURLToPath } from 'node:url'
import { constants, runInThisContext } from 'node:vm'

// A file beside node_modules, so that import() in a snippet finds the packages.
const filename = fileURLToPath(new URL('../snippet.js', import.meta.url))

/** Compiles `(h) => ...` or `function anonymous(h) {...}`; free names are read from the global object. */
export function compile(text) {
  return runInThisContext(`(${text})`, { filename, importModuleDynamically: constants.USE_MAIN_CONTEXT_DEFAULT_LOADER })
}

/** Gives modules of Node where they can be had without an import: whoever records has a server, and so Node or what behaves like it. */
import { callMethod } from '../../guard/call.js'
import { read } from '../../guard/read.js'

/** Gives a module of Node by its name without `node:`; `undefined` where the host has none. */
export function builtin(name: string): unknown {
  return callMethod(read(globalThis, 'process'), 'getBuiltinModule', name)
}

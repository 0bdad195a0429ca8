/** Tells the format of a JavaScript file as Node does. */
import { existsSync, readFileSync } from 'node:fs'
import { dirname, extname, join } from 'node:path'
import { read } from '../../lib/guard/read.js'
import { InputError, reasonOf } from '../command.js'

/** The two formats of modules. */
export type ModuleFormat = 'esm' | 'cjs'

const BY_EXTENSION: Readonly<Record<string, ModuleFormat | undefined>> = { '.mjs': 'esm', '.cjs': 'cjs' }

/** Gives the format of a file: what its name says, what is wished, or what the nearest package.json says. `undefined` where they disagree. */
export function formatOf(file: string, wished?: string): ModuleFormat | undefined {
  const extension = extname(file)
  const fixed = BY_EXTENSION[extension]
  if (fixed === undefined && extension !== '.js') return undefined
  const format = wished ?? fixed ?? nearestFormat(dirname(file))
  if (format !== 'esm' && format !== 'cjs') return undefined
  return fixed === undefined || fixed === format ? format : undefined
}

function nearestFormat(folder: string): ModuleFormat {
  const file = join(folder, 'package.json')
  if (existsSync(file)) return read(parsed(file), 'type') === 'module' ? 'esm' : 'cjs'
  return dirname(folder) === folder ? 'cjs' : nearestFormat(dirname(folder))
}

function parsed(file: string): unknown {
  try {
    return JSON.parse(readFileSync(file, 'utf8'))
  } catch (error) {
    throw new InputError(`${file} cannot be read: ${reasonOf(error)}. Mend it, or say --format esm or --format cjs`, {
      cause: error,
    })
  }
}

// The entries with code, as package.json lists them: a new one is named there, and nowhere else.
import { readFileSync } from 'node:fs'

const { exports } = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8'))

/** The sources of the entries, as paths from the root without their ending: `lib/index`. */
export const entries = Object.values(exports)
  .filter((target) => typeof target === 'object')
  .map((target) => target.import.default.replace(/^\.\/dist\/esm\/(.*)\.js$/, '$1'))

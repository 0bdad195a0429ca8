/** How arktype is asked for JSON Schema. */
import { itemsOf, read } from '../../guard/read.js'
import { culpritAlone, type NotePattern, type SchemaLibrary } from './library.js'

// arktype writes `{}`, which everything fits, for what JSON cannot carry.
function refuse({ code }: { readonly code: unknown }): never {
  throw new Error(`JSON Schema has nothing for what arktype calls "${String(code)}"`)
}

const fallback = { date: refuse, domain: refuse, morph: refuse, proto: refuse, symbolKey: refuse, unit: refuse }

const options = (schema: object, note: NotePattern): object => {
  for (const part of itemsOf(read(read(schema, 'internal'), 'references')) ?? [])
    if (read(part, 'kind') === 'pattern') note(read(part, 'instance'))
  return { fallback }
}

/** The library. */
export const arktype: SchemaLibrary = { options, culprit: culpritAlone(options) }

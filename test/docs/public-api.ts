/** Finds the public names of the package: what the index of each entry lists, and where it is declared. */
import { dirname, join } from 'node:path'
import { sourceOf } from '../entries.js'
import { type Declaration, declarationsOf } from './doc-comments.js'
import { readSource } from './root.js'

/** One public name. */
export interface PublicName {
  readonly name: string
  readonly typeOnly: boolean
  /** The source that declares it, as a path from the root. */
  readonly file: string
  readonly declaration: Declaration
}

const EXPORT = /export (type )?\{([^}]*)\} from '(\.[^']+)\.js'/g

/** Lists the public names of an entry in the order of its index. */
export function publicNames(entry: string): readonly PublicName[] {
  const index = sourceOf(entry)
  return [...readSource(index).matchAll(EXPORT)].flatMap(({ 1: allTypes, 2: list = '', 3: from = '' }) => {
    const file = `${join(dirname(index), from)}.ts`
    const declarations = declarationsOf(readSource(file))
    return list
      .split(',')
      .map((item) => item.trim())
      .filter((item) => item !== '')
      .map((item) => {
        // `jsonRepresentation as json`: the public name may be shorter than that of the source.
        const [declared = '', name = declared] = item.replace(/^type /, '').split(' as ')
        const declaration = declarations.find((candidate) => candidate.name === declared)
        if (declaration === undefined) throw new Error(`${file}: ${declared} is public and has no doc comment`)
        return { name, typeOnly: allTypes !== undefined || item.startsWith('type '), file, declaration }
      })
  })
}

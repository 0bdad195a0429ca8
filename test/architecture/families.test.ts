/** The families of errors: who may import one, what they may share, and that none is forgotten. */
import { readFileSync } from 'node:fs'
import { pathToFileURL } from 'node:url'
import { expect } from 'chai'
import { allFamilies } from '../../lib/foreign/families/families.js'
import type { Family } from '../../lib/foreign/family.js'
import { root, type SourceFile, sourceFiles } from './imports.js'

const ROOM = 'lib/foreign/families/'

// The lists of families are all that imports a family, and what the rest of the house may import.
const LISTS = ['before-http-errors.ts', 'families.ts', 'clients/client-families.ts'].map((name) => `${ROOM}${name}`)

// What kinds of families share: makers of rows, and readers of faults that one library hands on from another.
const SHARED = /-(?:row|faults)\.ts$|\/rows\.ts$/

const files = sourceFiles('lib', 'middleware', 'bin')
const familyFiles = files.filter(({ path }) => path.startsWith(ROOM) && holdsFamily(path)).map(({ path }) => path)

function holdsFamily(path: string): boolean {
  return /^export const \w+: Family =/m.test(readFileSync(`${root}${path}`, 'utf8'))
}

/** Names the kind of a family by its folder: `databases`; nothing for what stands beside the folders. */
function kindOf(path: string): string | undefined {
  return path.slice(ROOM.length).split('/').at(-2)
}

/** Lists the imports from the room of the families that a file may not have. */
function wrongImports({ path, imports }: Pick<SourceFile, 'path' | 'imports'>): readonly string[] {
  const ours = imports.filter((name) => name.startsWith(ROOM))
  if (LISTS.includes(path)) return []
  if (!path.startsWith(ROOM)) return ours.filter((name) => !LISTS.includes(name))
  const isOwn = (name: string): boolean => kindOf(name) === kindOf(path) || SHARED.test(name)
  return ours.filter((name) => LISTS.includes(name) || familyFiles.includes(name) || !isOwn(name))
}

function isFamily(value: unknown): value is Family {
  return typeof value === 'object' && value !== null && 'name' in value && 'rows' in value && Array.isArray(value.rows)
}

async function familiesIn(path: string): Promise<readonly Family[]> {
  const compiled = pathToFileURL(`${root}.build/${path.replace(/\.ts$/, '.js')}`).href
  return Object.values((await import(compiled)) as object).filter(isFamily)
}

describe('A family of errors', () => {
  it('is imported by the lists alone, and shares rows and readers of faults, and what is of its kind', () => {
    expect(familyFiles.length).to.be.greaterThan(50)
    expect(files.flatMap((file) => wrongImports(file).map((name) => `${file.path} imports ${name}`))).to.deep.equal([])
  })

  it('stands in the list of all families, once', async () => {
    const found = (await Promise.all(familyFiles.map(familiesIn))).flat()
    const namesOf = (some: readonly Family[]): readonly string[] => some.map(({ name }) => name).toSorted()
    expect(namesOf(allFamilies())).to.deep.equal(namesOf(found))
    expect(allFamilies()).to.have.members(found)
    expect(new Set(namesOf(allFamilies())).size).to.equal(allFamilies().length)
  })

  for (const [path, name] of [
    ['lib/foreign/decorated.ts', `${ROOM}app/frameworks.ts`],
    ['lib/foreign/constraints.ts', `${ROOM}databases/database-row.ts`],
    ['lib/compat/answer.ts', `${ROOM}parsers/body-parser.ts`],
    [`${ROOM}validators/yup.ts`, `${ROOM}validators/joi.ts`],
    [`${ROOM}validators/yup.ts`, `${ROOM}families.ts`],
    [`${ROOM}app/moleculer.ts`, `${ROOM}validators/joi-codes.ts`],
    [`${ROOM}rows.ts`, `${ROOM}parsers/json-body.ts`],
  ] as const) {
    it(`is apart from others: ${name} is refused in ${path}`, () => {
      expect(wrongImports({ path, imports: [name] })).to.deep.equal([name])
    })
  }
})

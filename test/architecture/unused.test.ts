/** What a source file exports is there for another one: a value for tests alone would be code that nobody runs. */
import { readFileSync } from 'node:fs'
import { expect } from 'chai'
import { root, sourceFiles } from './imports.js'

// Compared by a test with what it must agree with, so that a fact which stands twice stays the same.
const COMPARED = ['lib/foreign/families/databases/database-row.ts databaseDetails', 'lib/guard/fault.ts faultCodes']

const files = sourceFiles('lib', 'middleware', 'schemas', 'bin').filter(({ path }) => !path.endsWith('generate.ts'))
const texts = new Map(files.map(({ path }) => [path, codeOf(readFileSync(`${root}${path}`, 'utf8'))]))

function codeOf(text: string): string {
  return text.replace(/\/\*[\s\S]*?\*\/|^\s*\/\/.*$/gm, '')
}

/** Lists the values that a file exports and no other file names. */
function unusedIn(path: string, text: string): readonly string[] {
  const names = [...text.matchAll(/^export (?:async )?(?:function|const|class) (\w+)/gm)].map(([, name = '']) => name)
  const others = [...texts].filter(([other]) => other !== path).map(([, code]) => code)
  return names.filter((name) => !others.some((code) => new RegExp(`\\b${name}\\b`).test(code))).map((name) => `${path} ${name}`)
}

describe('Exported values', () => {
  it('are used by another source file, or compared with one by a test', () => {
    expect([...texts].flatMap(([path, text]) => unusedIn(path, text)).sort()).to.deep.equal(COMPARED)
  })

  it('are found where nobody uses them', () => {
    expect(unusedIn('lib/x.ts', 'export const nobodyNamesThis = 1\nexport function isError() {}')).to.deep.equal([
      'lib/x.ts nobodyNamesThis',
    ])
  })
})

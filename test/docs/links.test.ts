/** Links and paths lead somewhere, fences hold what a test can check, and commands exist. */
import { existsSync, statSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { expect } from 'chai'
import { anchorsOf, fencesOf, linksOf } from './markdown.js'
import { listFiles, readSource, root } from './root.js'

const files = ['README.md', 'CHANGELOG.md', 'CONTRIBUTING.md', ...(await listFiles('docs', '.md'))]

// The languages of fences: run, compared, compiled, or commands of a shell. Reference pages also show types.
const checked = ['js', 'console', 'log', 'ts', 'sh']

describe('pages', () => {
  for (const file of files) {
    it(`${file} links to what exists`, () => {
      const broken = linksOf(readSource(file)).filter(({ target }) => !leadsSomewhere(file, target))
      expect(broken).to.deep.equal([])
    })
  }

  for (const file of files.filter((name) => /^README|tutorial|guides/.test(name))) {
    it(`${file} shows nothing that no test can check`, () => {
      const strange = fencesOf(readSource(file)).filter(({ language }) => !checked.includes(language))
      expect(strange).to.deep.equal([])
    })
  }

  for (const file of ['README.md', 'CONTRIBUTING.md']) {
    it(`${file} names npm scripts that exist`, () => {
      const { scripts } = JSON.parse(readSource('package.json')) as { scripts: Readonly<Record<string, string>> }
      const named = [...readSource(file).matchAll(/npm (?:run (?:-\S+ )*)?([a-z:]+)/g)].map(([, name = '']) => name)
      const unknown = named.filter((name) => !['install', 'ci', 'pack'].includes(name) && scripts[name] === undefined)
      expect(unknown).to.deep.equal([])
    })
  }

  // Pages for those who change the package; a path in another page may be one of the reader's own.
  for (const file of files.filter((name) => /^CONTRIBUTING|decisions/.test(name))) {
    it(`${file} names files that exist`, () => {
      expect(pathsOf(readSource(file)).filter((path) => !existsSync(join(root, path)))).to.deep.equal([])
    })
  }

  it('lists every guide and every decision where a reader looks for them', async () => {
    const readme = readSource('README.md')
    for (const guide of await listFiles('docs/guides', '.md')) expect(readme).to.include(`(${guide})`)
    const decisions = readSource('docs/decisions/README.md')
    for (const file of await listFiles('docs/decisions', '.md')) {
      if (!file.endsWith('README.md')) expect(decisions).to.include(`(${file.split('/').at(-1)})`)
    }
  })
})

/** Lists the paths from the root that stand in code, in fences too; `<library>` and the like stand for what the reader has. */
function pathsOf(page: string): readonly string[] {
  const code = [...fencesOf(page).map(({ text }) => text), ...[...page.matchAll(/`([^`\n]+)`/g)].map(([, text = '']) => text)]
  const paths = code.flatMap(
    (text) => text.match(/(?<![\w./-])(?:\.\/)?(?:bench|bin|docs|examples|lib|middleware|schemas|test)\/[\w./<>*-]*/g) ?? [],
  )
  return paths.filter((path) => !/[<*]/.test(path))
}

function leadsSomewhere(from: string, target: string): boolean {
  const [path = '', anchor] = target.split('#')
  const file = path === '' ? from : join(dirname(from), path)
  if (!existsSync(join(root, file))) return false
  if (anchor === undefined) return true
  return statSync(join(root, file)).isFile() && anchorsOf(readSource(file)).includes(anchor)
}

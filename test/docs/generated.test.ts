/** The generated pages are fresh, and docs, code and exports list the same names in both directions. */
import { expect } from 'chai'
import { faultCodes } from '../../lib/guard/fault.js'
import { prepareDrain } from '../../lib/handler/drain-limits.js'
import { optionRows } from '../../lib/handler/options.js'
import { errorCodes } from '../../lib/status/codes.js'
import { entries, loadEntry } from '../entries.js'
import { vendorCodes } from '../status/vendor-codes.js'
import { membersOf } from './doc-comments.js'
import { headingsOf } from './markdown.js'
import { pages } from './pages/pages.js'
import { publicNames } from './public-api.js'
import { listFiles, readSource } from './root.js'

describe('the reference', () => {
  for (const [path, write] of Object.entries(pages)) {
    it(`${path} is what \`npm run docs\` writes`, () => {
      expect(readSource(path)).to.equal(write())
    })
  }

  it('has a heading for each fault code and for nothing else', () => {
    const headings = headingsOf(readSource('docs/reference/faults.md')).slice(1)
    expect(headings).to.have.members(Object.keys(faultCodes))
  })

  it('has a heading for each handler option and two for what hooks get', () => {
    const headings = headingsOf(readSource('docs/reference/handler-options.md')).slice(1, -2)
    expect(headings).to.have.members(Object.keys(optionRows))
  })

  it('tells the defaults and the limits of the handler options that hold', () => {
    const documented = membersOf(readSource('lib/handler/options.ts'), 'HandlerOptions')
    const told = new Map(documented.map(({ name, text, tags }) => [name, { text, fallback: tags['default'] }]))
    const holding = Object.entries(optionRows).filter(([, row]) => row.default !== undefined)
    expect(holding.map(([name]) => [name, told.get(name)?.fallback])).to.deep.equal(
      holding.map(([name, row]) => [name, typeof row.default === 'string' ? `'${row.default}'` : String(row.default)]),
    )
    const { maxBytes, maxSeconds } = prepareDrain(undefined)
    expect(told.get('drain')?.fallback).to.equal(`{ maxBytes: ${maxBytes}, maxSeconds: ${maxSeconds} }`)
    expect(optionRows.maxBytes.expected.replace('an integer from', 'at least')).to.equal(
      /at least \d+/.exec(String(told.get('maxBytes')?.text))?.[0],
    )
  })

  it('has a row for each registered code with its class, and one for each code of a vendor', () => {
    const rows = [...readSource('docs/reference/statuses.md').matchAll(/^\| (\d{3}) \| `(\w+)`/gm)].map(([, status, name]) => [
      status,
      name,
    ])
    expect(rows).to.have.deep.members(Object.entries(errorCodes).map(([status, { className }]) => [status, className]))
    const vendors = readSource('docs/reference/statuses.md').split('## Codes of vendors')[1] ?? ''
    expect([...vendors.matchAll(/^\| (\d{3}) /gm)].map(([, status]) => status)).to.have.members(Object.keys(vendorCodes))
  })
})

describe('the public names', () => {
  for (const { name: entry } of entries) {
    it(`of ${entry} are the same in the index and in the running module`, async () => {
      const module = await loadEntry(entry)
      const values = publicNames(entry).filter(({ typeOnly }) => !typeOnly)
      // A default export stands there by its own name too.
      const names = Object.keys(module).filter((name) => name !== 'default')
      expect(values.map(({ name }) => name)).to.have.members(names)
    })

    it(`of ${entry} all stand in the reference, and nothing else does`, () => {
      const section = readSource('docs/reference/api.md').split(`## \`${entry}\`\n`)[1]?.split('\n## ')[0] ?? ''
      const named = [...section.matchAll(/^(?:### |- )`(\w+)(?:\(\))?`/gm)].map(([, name]) => name)
      expect(named).to.have.members(publicNames(entry).map(({ name }) => name))
    })
  }
})

describe('fault codes', () => {
  it('are all used by the code, and the code uses no other', async () => {
    const files = [...(await listFiles('lib', '.ts')), ...(await listFiles('middleware', '.ts'))]
    const used = files.flatMap((file) => [...readSource(file).matchAll(/'(ERR_PROBLEM_[A-Z]+)'/g)].map(([, code]) => code))
    expect([...new Set(used)]).to.have.members(Object.keys(faultCodes))
  })

  it('that a page names exist', async () => {
    const files = ['README.md', 'CHANGELOG.md', 'CONTRIBUTING.md', ...(await listFiles('docs', '.md'))]
    const named = files.flatMap((file) => [...readSource(file).matchAll(/ERR_PROBLEM_[A-Z]+/g)].map(([code]) => code))
    expect(Object.keys(faultCodes)).to.include.members(named)
  })

  it('are explained where their message says', () => {
    expect(readSource('lib/guard/fault.ts')).to.include('docs/reference/faults.md')
    const { files } = JSON.parse(readSource('package.json')) as { files: readonly string[] }
    expect(files).to.include('docs')
  })
})

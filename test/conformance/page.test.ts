import { expect } from 'chai'
import type { Evidence } from './collect.js'
import { broken, conformancePage } from './generate.js'
import { requirements } from './requirements.js'
import { sourceParts } from './specifications.js'

const shown = (id: string, title: string, file: string, passed = true): Evidence => ({ id, title, file, passed })
const rowOf = (page: string, id: string): string => page.split('\n').find((line) => line.startsWith(`| [${id}](`)) ?? ''

describe('the page of the conformance', () => {
  const evidence = [
    ...Array.from({ length: 50 }, (_, index) => shown('S6', `case ${index}`, 'test/contract/contract.test.ts')),
    shown('S6', 'case 7', 'test/contract/contract.test.ts'),
    shown('S6', 'one', 'test/routes/koa.test.ts'),
    shown('S3', 'broken', 'test/routes/koa.test.ts', false),
  ]
  const page = conformancePage(evidence)

  it('has one line for each suite, with the number of its tests', () => {
    expect(rowOf(page, 'S6')).to.contain(
      '| holds | [contract/contract](../../test/contract/contract.test.ts) 50<br>[routes/koa](../../test/routes/koa.test.ts) 1 |',
    )
  })

  it('has what fails and what is open first', () => {
    const rows = page.slice(page.indexOf('## C.'), page.indexOf('## D.')).split('\n')
    const verdicts = rows
      .map((row) => /\| (open|holds|\*\*fails\*\*) \|/.exec(row)?.[1])
      .filter((verdict) => verdict !== undefined)
    expect([verdicts[0], verdicts[1], verdicts.at(-1)]).to.deep.equal(['**fails**', 'open', 'holds'])
    expect(rows.filter((row) => row.startsWith('| ['))).to.have.length(verdicts.length)
  })

  it('says what was promised and is not shown', () => {
    expect(broken(evidence)).to.include('S3').and.include('P1').and.not.include('S6')
  })

  it('links each id and each section to its specification', () => {
    expect(rowOf(page, 'S6')).to.match(/^\| \[S6\]\(https:\/\/www\.rfc-editor\.org\/rfc\/rfc9110#section-15\.5\.6\) \|/)
    const withoutLink = requirements.filter(({ source }) => sourceParts(source).every(({ url }) => url === undefined))
    expect(withoutLink.map(({ source }) => source)).to.deep.equal(['finalhandler practice', '-', '-'])
  })
})

describe('sourceParts()', () => {
  for (const [source, links] of [
    ['9457 s3.1.1, s4', ['RFC 9457, 3.1.1 rfc9457#section-3.1.1', '4 rfc9457#section-4']],
    ['9457 s3.1.2, App. A', ['RFC 9457, 3.1.2 rfc9457#section-3.1.2', 'App. A rfc9457#appendix-A']],
    ['6585 s3-6', ['RFC 6585, 3-6 rfc6585#section-3']],
    ['9457 s3.1.1; 3986', ['RFC 9457, 3.1.1 rfc9457#section-3.1.1', 'RFC 3986 rfc3986']],
    ['9530 App. B.10 (a note)', ['RFC 9530, App. B.10 (a note) rfc9530#appendix-B.10']],
  ] as const) {
    it(`reads ${source}`, () => {
      const read = sourceParts(source).map(({ text, url }) => `${text} ${url?.replace('https://www.rfc-editor.org/rfc/', '')}`)
      expect(read).to.deep.equal(links)
    })
  }
})

import { expect } from 'chai'
import fc from 'fast-check'
import { Conflict } from '../../lib/problem/classes.js'
import { createProblem } from '../../lib/problem/create.js'
import { answerTo, faultsIn, fieldOf } from './answer-to.js'
import { cpuTime } from './cpu-time.js'

const options = { maxBytes: 1024 }
const bytesOf = (members: object): number => Buffer.byteLength(JSON.stringify(members))
const plain = { type: 'about:blank', title: 'Conflict', status: 409 }

describe('respond(): maxBytes [B12]', () => {
  it('sends a body of exactly the limit whole', () => {
    const detail = 'x'.repeat(1024 - bytesOf({ ...plain, detail: '' }))
    const answer = answerTo(new Conflict(detail), { options })

    expect(Buffer.byteLength(answer.body)).to.equal(1024)
    expect(answer.faults).to.deep.equal([])
  })

  it('cuts the detail of a body that is one byte longer', () => {
    const detail = 'x'.repeat(1025 - bytesOf({ ...plain, detail: '' }))
    const answer = answerTo(new Conflict(detail), { options })

    expect(answer.document.detail).to.match(/^x+…$/)
    expect(Buffer.byteLength(answer.body)).to.be.within(1000, 1024)
    expect(faultsIn(answer)).to.deep.equal(['ERR_PROBLEM_BODY detail'])
  })

  it('leaves the largest extension members out first, and no more than needed', () => {
    const extensions = { small: 's'.repeat(100), largest: 'l'.repeat(900), large: 'm'.repeat(500), tiny: 1 }
    const answer = answerTo(new Conflict('Kept.', { extensions }), { options })

    expect(answer.document).to.deep.equal({
      ...plain,
      detail: 'Kept.',
      small: extensions.small,
      large: extensions.large,
      tiny: 1,
    })
    expect(faultsIn(answer)).to.deep.equal(['ERR_PROBLEM_BODY largest'])
  })

  it('leaves all extension members out before it cuts the detail', () => {
    const answer = answerTo(new Conflict('d'.repeat(2000), { extensions: { a: 1, b: 'b'.repeat(600) } }), { options })

    expect(answer.document).to.have.all.keys('type', 'title', 'status', 'detail')
    expect(faultsIn(answer)).to.deep.equal(['ERR_PROBLEM_BODY b', 'ERR_PROBLEM_BODY a', 'ERR_PROBLEM_BODY detail'])
  })

  it('names a long member by its first 40 characters', () => {
    const answer = answerTo(new Conflict({ extensions: { ['k'.repeat(100)]: 'x'.repeat(1000) } }), { options })

    expect(faultsIn(answer)).to.deep.equal([`ERR_PROBLEM_BODY ${'k'.repeat(40)}`])
  })

  it('sends only type, title and status of the code where type or title alone is too long', () => {
    for (const long of [
      { title: 'x'.repeat(2000) },
      { type: `urn:${'x'.repeat(2000)}` },
      { instance: `urn:${'x'.repeat(2000)}` },
    ]) {
      const answer = answerTo(createProblem(409, 'Detail.', { type: 'urn:x', title: 't', ...long }), { options })

      expect(answer.document).to.deep.equal(plain)
      expect(answer.body).to.equal(JSON.stringify(plain))
      expect(faultsIn(answer)).to.deep.equal(['ERR_PROBLEM_BODY document'])
    }
  })

  it('cuts a detail to its ellipsis where there is room for no more', () => {
    const rest = { ...plain, type: 'urn:x', title: '' }
    const title = 't'.repeat(1024 - bytesOf({ ...rest, detail: '…' }))
    const answer = answerTo(createProblem(409, 'd'.repeat(100), { type: 'urn:x', title }), { options })

    expect(answer.document.detail).to.equal('…')
    expect(Buffer.byteLength(answer.body)).to.equal(1024)
  })

  it('never sends more than the limit, counts bytes right and cuts no character in half [B8]', () => {
    const text = fc.string({ unit: 'binary', maxLength: 3000, size: 'max' })
    const extensions = fc.dictionary(fc.string(), fc.oneof(text, fc.jsonValue()), { maxKeys: 12 })
    fc.assert(
      fc.property(fc.integer({ min: 1024, max: 4096 }), text, extensions, fc.option(text), (maxBytes, detail, members, title) => {
        const problem = createProblem(409, detail, { extensions: members, ...(title !== null && { type: 'urn:x', title }) })
        const answer = answerTo(problem, { options: { maxBytes } })

        expect(Buffer.byteLength(answer.body)).to.be.at.most(maxBytes)
        expect(fieldOf(answer, 'content-length')).to.equal(String(Buffer.byteLength(answer.body)))
        expect(JSON.parse(answer.body)).to.deep.equal(JSON.parse(JSON.stringify(answer.document)))
        expect(answer.body).not.to.match(/\\ud[89a-f]/i)
        expect(answer.document.status).to.equal(409)
      }),
      { numRuns: 200 },
    )
  })

  it('drops no member that would have fitted after the larger ones were dropped', () => {
    const sizes = fc.array(fc.integer({ min: 1, max: 400 }), { minLength: 1, maxLength: 12 })
    fc.assert(
      fc.property(sizes, fc.constantFrom('x', 'é', '€', '"', '😀'), (counts, letter) => {
        const extensions = Object.fromEntries(counts.map((count, index) => [`k${index}`, letter.repeat(count)]))
        const answer = answerTo(new Conflict({ extensions }), { options })
        const dropped = faultsIn(answer).map((fault) => fault.replace('ERR_PROBLEM_BODY ', ''))
        const last = dropped.at(-1)
        if (last === undefined) return

        expect(bytesOf({ ...answer.document, [last]: extensions[last] })).to.be.above(1024)
      }),
      { numRuns: 1000 },
    )
  })
})

describe('respond(): texts of 10 MB', () => {
  const long = '€'.repeat(3_500_000)
  for (const [name, members] of [
    ['detail', { detail: long }],
    ['title', { type: 'urn:x', title: long }],
    ['type', { type: `urn:${long}` }],
    ['instance', { instance: `urn:${long}` }],
  ] as const) {
    for (const baseUri of ['/problems/', 'https://api.example.com/']) {
      it(`answers a ${name} of 10 MB with the status, within a second, with the base ${baseUri}`, () => {
        const { made: answer, milliseconds } = cpuTime(1000, () =>
          answerTo(createProblem(409, members), { options: { baseUri } }),
        )

        expect(milliseconds).to.be.below(1000)
        expect(JSON.parse(answer.body)).to.deep.include({ status: 409 })
        expect(Buffer.byteLength(answer.body)).to.be.at.most(256 * 1024)
        expect(answer.faults).to.have.length(1)
      })
    }
  }
})

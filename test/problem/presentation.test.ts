import { inspect } from 'node:util'
import { expect } from 'chai'
import { HttpProblem } from '../../lib/problem/problem.js'
import { make, rows } from './table.js'

describe('a problem that is printed', () => {
  for (const { status, facts, Class } of rows) {
    it(`reads "${facts.className}: text" as a string and in its stack`, () => {
      const problem = make(Class, 'Seat 7 is gone.')
      expect(String(problem)).to.equal(`${facts.className}: Seat 7 is gone.`)
      expect(problem.stack?.split('\n')[0]).to.equal(`${facts.className}: Seat 7 is gone.`)
      expect(problem.stack?.split('\n')[1]).to.match(/^ {4}at .*table\.js/)
    })

    it(`shows name, stack, cause and members of a ${status} to util.inspect`, () => {
      const shown = inspect(make(Class, 'Seat 7 is gone.', { cause: new TypeError('the root'), extensions: { seat: 7 } }))
      expect(shown).to.match(new RegExp(`^${facts.className}: Seat 7 is gone\\.\n {4}at `))
      expect(shown).to.include(`status: ${status}`).and.include('extensions: { seat: 7 }')
      expect(shown).to.include('[cause]: TypeError: the root')
      expect(shown).to.not.include('http-problems')
    })
  }
})

describe('toJSON() of a problem', () => {
  for (const { status, facts, Class } of rows) {
    it(`gives type, title and status of a ${status} [P3, P4, P7]`, () => {
      expect(JSON.parse(JSON.stringify(new Class()))).to.deep.equal({ type: 'about:blank', title: facts.phrase, status })
    })

    it(`gives all members of a ${status}, extension members at the top level [P16]`, () => {
      const problem = make(Class, 'inside', {
        detail: 'Shown.',
        instance: '/i/1',
        extensions: { seat: 7 },
        cause: new Error('no'),
      })
      expect(JSON.stringify(problem)).to.equal(
        JSON.stringify({ type: 'about:blank', title: facts.phrase, status, detail: 'Shown.', instance: '/i/1', seat: 7 }),
      )
    })
  }

  it('says what the problem says when it is called, not when it was made', () => {
    const problem = Object.assign(new HttpProblem(409), { status: 410, detail: 'Later.' })
    expect(problem.toJSON()).to.include({ status: 410, detail: 'Later.' })
  })

  it('leaves reserved names out that were put into the extensions later [P18]', () => {
    const extensions = JSON.parse('{"status":200,"type":"x","__proto__":{"polluted":true},"seat":7}')
    const document = Object.assign(new HttpProblem(409), { extensions }).toJSON()
    expect(document).to.deep.equal({ type: 'about:blank', title: 'Conflict', status: 409, seat: 7 })
    expect(Object.getPrototypeOf(document)).to.equal(Object.prototype)
  })

  it('gives a new object each time', () => {
    const problem = new HttpProblem(409, { extensions: { seat: 7 } })
    Object.assign(problem.toJSON(), { seat: 8 })
    expect(problem.toJSON()).to.include({ seat: 7 })
  })
})

describe('structuredClone() of a problem', () => {
  for (const { facts, Class } of rows) {
    it(`gives a plain Error for ${facts.className}`, () => {
      const clone: unknown = structuredClone(
        make(Class, 'Seat 7 is gone.', { cause: new Error('root'), extensions: { run: () => 1 }, headers: { 'X-A': '1' } }),
      )
      expect(Object.getPrototypeOf(clone)).to.equal(Error.prototype)
      expect(clone).to.include({ message: 'Seat 7 is gone.' })
    })
  }
})

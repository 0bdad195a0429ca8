import { expect } from 'chai'
import { make, rows } from './table.js'

const TEXT = 'The text.'
const DETAIL = 'The detail.'

interface Case {
  readonly what: string
  readonly args: readonly unknown[]
  /** The message, or 'the phrase' of the status. */
  readonly message: string
  readonly detail4xx: string | undefined
  readonly detail5xx: string | undefined
}

const cases: readonly Case[] = [
  { what: '()', args: [], message: 'the phrase', detail4xx: undefined, detail5xx: undefined },
  { what: '(undefined)', args: [undefined], message: 'the phrase', detail4xx: undefined, detail5xx: undefined },
  { what: '(null)', args: [null], message: 'the phrase', detail4xx: undefined, detail5xx: undefined },
  { what: "('')", args: [''], message: 'the phrase', detail4xx: undefined, detail5xx: undefined },
  { what: '({})', args: [{}], message: 'the phrase', detail4xx: undefined, detail5xx: undefined },
  { what: '(text)', args: [TEXT], message: TEXT, detail4xx: TEXT, detail5xx: undefined },
  { what: '(text, {})', args: [TEXT, {}], message: TEXT, detail4xx: TEXT, detail5xx: undefined },
  { what: '(text, null)', args: [TEXT, null], message: TEXT, detail4xx: TEXT, detail5xx: undefined },
  { what: '(text, expose)', args: [TEXT, { expose: true }], message: TEXT, detail4xx: TEXT, detail5xx: TEXT },
  { what: '(text, not expose)', args: [TEXT, { expose: false }], message: TEXT, detail4xx: undefined, detail5xx: undefined },
  { what: '(text, detail)', args: [TEXT, { detail: DETAIL }], message: TEXT, detail4xx: DETAIL, detail5xx: DETAIL },
  {
    what: '(text, detail, not expose)',
    args: [TEXT, { detail: DETAIL, expose: false }],
    message: TEXT,
    detail4xx: DETAIL,
    detail5xx: DETAIL,
  },
  { what: '(text, empty detail)', args: [TEXT, { detail: '' }], message: TEXT, detail4xx: TEXT, detail5xx: undefined },
  { what: '({ detail })', args: [{ detail: DETAIL }], message: DETAIL, detail4xx: DETAIL, detail5xx: DETAIL },
  {
    what: '({ detail, not expose })',
    args: [{ detail: DETAIL, expose: false }],
    message: DETAIL,
    detail4xx: DETAIL,
    detail5xx: DETAIL,
  },
  { what: '({ expose })', args: [{ expose: true }], message: 'the phrase', detail4xx: undefined, detail5xx: undefined },
  { what: '(error)', args: [new Error('inside')], message: 'the phrase', detail4xx: undefined, detail5xx: undefined },
  {
    what: '(error, expose)',
    args: [new Error('inside'), { expose: true }],
    message: 'the phrase',
    detail4xx: undefined,
    detail5xx: undefined,
  },
  {
    what: '(error, detail)',
    args: [new Error('inside'), { detail: DETAIL }],
    message: DETAIL,
    detail4xx: DETAIL,
    detail5xx: DETAIL,
  },
]

describe('the text of a problem', () => {
  for (const { what, args, message, detail4xx, detail5xx } of cases) {
    it(`is message, and detail by the rules, of ${what} for every status [P5, P9, P11]`, () => {
      for (const { status, facts, Class } of rows) {
        const problem = make(Class, ...args)
        const detail = status < 500 ? detail4xx : detail5xx
        expect(problem.message, facts.className).to.equal(message === 'the phrase' ? facts.phrase : message)
        expect(problem.detail, facts.className).to.equal(detail)
        expect(problem.title, facts.className).to.equal(facts.phrase)
        expect('detail' in problem.toJSON(), facts.className).to.equal(detail !== undefined)
      }
    })
  }
})

describe('expose', () => {
  it('is true for a 4xx and false for a 5xx, unless the caller says otherwise', () => {
    for (const { status, Class } of rows) {
      expect(make(Class, 'x').expose).to.equal(status < 500)
      for (const expose of [true, false]) expect(make(Class, 'x', { expose }).expose).to.equal(expose)
    }
  })
})

describe('the cause of a problem', () => {
  const error = new Error('root')
  for (const [what, args, cause] of [
    ['an Error as first argument', [error], error],
    ['an Error as first argument with options', [error, { detail: 'd' }], error],
    ['the option', ['text', { cause: error }], error],
    ['the option, not the first argument', [new Error('other'), { cause: error }], error],
    ['null as option', [{ cause: null }], null],
    ['undefined as option', [{ cause: undefined }], undefined],
    ['a string as option', [{ cause: 'text' }], 'text'],
  ] as const) {
    it(`is ${what}, hidden from enumeration`, () => {
      const problem = make(rows[0]?.Class, ...args)
      expect(Object.getOwnPropertyDescriptor(problem, 'cause')).to.include({ value: cause, enumerable: false })
    })
  }

  it('is never sent', () => {
    expect(JSON.stringify(make(rows[0]?.Class, error))).to.not.include('root')
  })
})

import { expect } from 'chai'
import { defineProblem } from '../../lib/define/define.js'
import { constantFields, declaredFields } from '../../lib/define/fields.js'

const facts = { status: 503, title: 'Busy' } as const
const retry = { when: 'always' } as const
const documented = { description: 'When to come back.' }

const rows: readonly (readonly [
  what: string,
  definition: Parameters<typeof declaredFields>[0],
  all: unknown,
  constant: unknown,
])[] = [
  ['a type without any', defineProblem('None', { ...facts, type: '/none', retry }).definition, [], {}],
  [
    'every part that says one',
    defineProblem('All', {
      ...facts,
      type: '/all',
      retry: { ...retry, afterSeconds: 0 },
      cacheControl: 'max-age=5',
      headers: { 'X-Lines': ['a', 'b'], 'X-Count': 7, 'X-Trace': { description: 'The id of the trace.' } },
    }).definition,
    [
      ['Retry-After', '0'],
      ['Cache-Control', 'max-age=5'],
      ['X-Lines', ['a', 'b']],
      ['X-Count', '7'],
      ['X-Trace', { description: 'The id of the trace.' }],
    ],
    { 'Retry-After': '0', 'Cache-Control': 'max-age=5', 'X-Lines': ['a', 'b'], 'X-Count': '7' },
  ],
  [
    'a field that is only described, whose value the occurrence gives',
    defineProblem('Later', { ...facts, type: '/later', headers: { 'Retry-After': documented } }).definition,
    [['Retry-After', documented]],
    {},
  ],
]

describe('The header fields of a declared type', () => {
  for (const [what, definition, all, constant] of rows) {
    it(`are those of ${what}`, () => {
      expect(declaredFields(definition)).to.deep.equal(all)
      expect(constantFields(definition)).to.deep.equal(constant)
    })
  }
})

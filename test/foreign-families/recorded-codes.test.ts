/** The codes of faults that validators have found, which are no dependency of ours: their real errors, recorded by test/foreign/record.mjs. */
import { expect } from 'chai'
import { toProblem } from '../../lib/foreign/to-problem.js'
import { readSource } from '../docs/root.js'

type Recorded = Readonly<Record<string, unknown>>

const recorded = readSource('test/fixtures/validator-errors.jsonl')
  .trimEnd()
  .split('\n')
  // Written by the recorder in this form.
  .map((line) => JSON.parse(line) as { readonly library: string; readonly kind: string; readonly error: unknown })

// What JSON cannot hold: no value at all, dates, functions, and the class of an error.
function revived(library: string, error: unknown): unknown {
  const value = withUndefined(error)
  if (Array.isArray(value)) return value
  const members = value as Recorded
  if (library === 'express-validator') return { ...members, array: () => members['errors'], mapped: () => ({}) }
  const failures = library === 'superstruct' ? { failures: () => members['failures'] } : {}
  return Object.assign(new Error(), members, failures)
}

function withUndefined(value: unknown): unknown {
  if (value === '__undefined__') return undefined
  if (typeof value === 'string' && /^\d{4}-\d\d-\d\dT[\d:.]+Z$/.test(value)) return new Date(value)
  if (Array.isArray(value)) return value.map(withUndefined)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([name, member]) => [name, withUndefined(member)]))
}

describe('the code of a fault', () => {
  for (const { library, kind, error } of recorded) {
    it(`is that of its kind (${kind}) in an error of ${library}`, () => {
      const problem = toProblem(revived(library, error))
      const errors = problem.extensions['errors'] as readonly Recorded[]
      const code = kind.split(':')[0]
      expect(errors.map((fault) => [fault['pointer'], fault['code']])).to.deep.equal([['#/v', code]])
    })
  }

  it('is seen for twenty kinds of each validator that tells them apart', () => {
    const kinds = new Map<string, number>()
    for (const { library } of recorded) kinds.set(library, (kinds.get(library) ?? 0) + 1)
    const few = ['express-validator', 'mongoose', 'sequelize']
    expect([...kinds].filter(([library, count]) => count < 20 && !few.includes(library))).to.deep.equal([])
    expect(kinds.size).to.equal(10)
  })
})

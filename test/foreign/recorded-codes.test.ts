/** The codes and places of faults that validators have found, which are no dependency of ours. */
import { expect } from 'chai'
import { toProblem } from '../../lib/foreign/to-problem.js'
import { recordedIn, revived } from './recorded.js'

const kinds = recordedIn('validator-errors.jsonl')

function told(error: unknown): readonly string[] {
  const errors = toProblem(error).extensions['errors'] as readonly Readonly<Record<string, string>>[]
  return errors.map((fault) =>
    [fault['in'], fault['pointer'] ?? fault['parameter'] ?? fault['header'], fault['code']].filter(Boolean).join(' '),
  )
}

describe('the code of a fault', () => {
  for (const recorded of kinds) {
    const { library, kind } = recorded
    it(`is that of its kind (${kind}) in an error of ${library}`, () => {
      expect(told(revived(recorded)).map((text) => text.replace(/^body /, ''))).to.deep.equal([`#/v ${kind.split(':')[0]}`])
    })
  }

  it('is seen for twenty kinds of each validator that tells them apart', () => {
    const few = ['express-validator', 'mongoose', 'sequelize']
    const libraries = [...new Set(kinds.map(({ library }) => library))]
    const counts = libraries.map((name) => [name, kinds.filter(({ library }) => library === name).length] as const)
    expect(counts.filter(([library, count]) => count < 20 && !few.includes(library))).to.deep.equal([])
    expect(libraries).to.have.lengthOf(10)
  })
})

describe('what is told of several faults in one', () => {
  for (const recorded of recordedIn('validator-unions.jsonl')) {
    it(`is each place and what helps: ${recorded.kind}, of ${recorded.library}`, () => {
      expect(told(revived(recorded))).to.have.members(recorded.told ?? [])
    })
  }

  it('is a 400 where an alternative is not about the body', () => {
    const alternatives = recordedIn('validator-unions.jsonl').filter(({ library }) => library === 'express-validator')
    const statuses = alternatives.map((one) => [
      one.told?.some((text) => !text.startsWith('body ')) ? 400 : 422,
      toProblem(revived(one)).status,
    ])
    expect(statuses.filter(([right, status]) => right !== status)).to.deep.equal([])
    expect(statuses.flat()).to.include(400)
  })
})

import { expect } from 'chai'
import type { HandlerOptions } from '../../lib/handler/options.js'
import { Conflict } from '../../lib/problem/classes.js'
import { answerTo, faultsIn, plainFacts } from '../respond/answer-to.js'
import { unhandledRejections } from '../respond/unhandled-rejections.js'

const hooks = ['members', 'instance', 'cacheControl'] as const
const withHook = (name: (typeof hooks)[number], hook: (...args: unknown[]) => unknown) => ({
  options: { [name]: hook } as unknown as HandlerOptions,
})
const plain = { type: 'about:blank', title: 'Conflict', status: 409, detail: 'Kept.' }

describe('respond(): hooks', () => {
  for (const name of hooks) {
    it(`answers without ${name} where it throws, and reports it`, () => {
      for (const thrown of [new Error('secret'), null, undefined, 'secret']) {
        const answer = answerTo(
          new Conflict('Kept.'),
          withHook(name, () => {
            throw thrown
          }),
        )
        expect(answer.document).to.deep.equal(plain)
        expect(faultsIn(answer)).to.deep.equal([`ERR_PROBLEM_HOOK options.${name}`])
        expect(JSON.stringify(answer)).not.to.contain('secret')
      }
    })

    it(`answers without ${name} where it is asynchronous, reports it, and leaves no rejection unhandled`, async () => {
      const rejections = await unhandledRejections(() => {
        const answer = answerTo(
          new Conflict('Kept.'),
          withHook(name, async () => {
            throw new Error('rejected')
          }),
        )
        expect(answer.document).to.deep.equal(plain)
        expect(faultsIn(answer)).to.deep.equal([`ERR_PROBLEM_HOOK options.${name}`])
      })
      expect(rejections).to.deep.equal([])
    })
  }

  it('gives members and instance the problem and the facts', () => {
    const problem = new Conflict()
    const seen: unknown[][] = []
    const note = (...args: unknown[]): undefined => {
      seen.push(args)
    }
    answerTo(problem, { options: { members: note, instance: note } })

    expect(seen).to.deep.equal([
      [problem, plainFacts],
      [problem, plainFacts],
    ])
  })

  it("lets a problem's own member win, and reserved names lose [P18]", () => {
    const answer = answerTo(new Conflict({ extensions: { seat: 'own' } }), {
      options: { members: () => ({ seat: 'hook', requestId: 'r-1', status: 200 }) },
    })

    expect(answer.body).to.equal('{"type":"about:blank","title":"Conflict","status":409,"seat":"own","requestId":"r-1"}')
    expect(faultsIn(answer)).to.deep.equal(['ERR_PROBLEM_MEMBER members.status'])
  })

  for (const made of [7, 'text', [1], () => 1]) {
    it(`reports members that are ${JSON.stringify(made) ?? 'a function'}`, () => {
      const answer = answerTo(
        new Conflict('Kept.'),
        withHook('members', () => made),
      )

      expect(answer.document).to.deep.equal(plain)
      expect(faultsIn(answer)).to.deep.equal(['ERR_PROBLEM_OPTION members'])
    })
  }

  for (const made of [undefined, null]) {
    it(`takes ${made} for no members and no instance, without a fault`, () => {
      for (const name of ['members', 'instance'] as const) {
        const answer = answerTo(
          new Conflict('Kept.'),
          withHook(name, () => made),
        )
        expect(answer.document).to.deep.equal(plain)
        expect(answer.faults).to.deep.equal([])
      }
    })
  }

  it('identifies each occurrence by a urn:uuid of its own [P12]', () => {
    const [first, second] = [1, 2].map(() => answerTo(new Conflict(), { options: { instance: 'uuid' } }).document.instance)

    expect(first).to.match(/^urn:uuid:[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/)
    expect(second).not.to.equal(first)
  })

  it('sends the instance of a function, and the own one of a problem before it [P12]', () => {
    const options = { instance: () => '/occurrences/1' }

    expect(answerTo(new Conflict(), { options }).document.instance).to.equal('/occurrences/1')
    expect(answerTo(new Conflict({ instance: '/mine' }), { options }).document.instance).to.equal('/mine')
  })

  it('omits an empty instance, and reports one that is no text or no reference', () => {
    expect(
      answerTo(
        new Conflict('Kept.'),
        withHook('instance', () => ''),
      ).faults,
    ).to.deep.equal([])
    const noText = answerTo(
      new Conflict('Kept.'),
      withHook('instance', () => 7),
    )
    expect(noText.document).to.deep.equal(plain)
    expect(faultsIn(noText)).to.deep.equal(['ERR_PROBLEM_HOOK options.instance'])
    const noReference = answerTo(
      new Conflict('Kept.'),
      withHook('instance', () => 'a b'),
    )
    expect(noReference.document).to.deep.equal(plain)
    expect(faultsIn(noReference)).to.deep.equal(['ERR_PROBLEM_TYPE instance'])
  })
})

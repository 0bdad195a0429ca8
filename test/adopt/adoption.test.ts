/** Who gets problems in the place of an answer that was written by hand, and what they say of it. */
import { expect } from 'chai'
import { faultsOf } from '../../lib/guard/fault.js'
import { prepareAdoption } from '../../lib/handler/adopt.js'
import type { AdoptOptions } from '../../lib/handler/adopt-options.js'
import type { HandWritten } from '../../lib/handler/hand-written.js'
import type { HttpProblem } from '../../lib/problem/problem.js'

function answerOf(body: string | undefined, type = 'application/json', status = 400): HandWritten {
  return {
    status,
    isEmpty: body === undefined,
    isMadeUp: false,
    isUnanswered: false,
    value: undefined,
    field: (name) => (name === 'content-type' ? type : undefined),
    text: (most) => body?.slice(0, most),
  }
}

interface Adopts {
  readonly asks: (accept: unknown) => boolean
  readonly problem: (answer: HandWritten) => HttpProblem | undefined
}

function adoptionOf(options: AdoptOptions = {}): Adopts {
  const adoption = prepareAdoption(options, 'options.')
  return {
    asks: (accept) => adoption(answerOf('{}'), accept).becomes === 'problem',
    problem: (answer) => {
      const decision = adoption(answer, 'application/problem+json')
      return decision.becomes === 'problem' ? decision.problem : undefined
    },
  }
}

describe('Adoption', () => {
  it('is for clients whose Accept names problem+json', () => {
    const { asks } = adoptionOf()
    const named = [
      'application/problem+json',
      'Application/Problem+JSON',
      'application/json, application/problem+json;q=0.1',
      'text/html,application/problem+json;profile="a,b";q=1,*/*',
    ]
    const others = [
      undefined,
      '',
      '*/*',
      'application/*',
      'application/json',
      'application/problem+json;q=0',
      'text/html',
      7,
      ['x'],
    ]
    for (const accept of named) expect(asks(accept), accept).to.equal(true)
    for (const accept of others) expect(asks(accept), String(accept)).to.equal(false)
  })

  it('is for whom the option `for` names', () => {
    const everybody = adoptionOf({ for: ['*/*'] }).asks
    expect([undefined, '*/*', 'text/html, */*;q=0.1', 'text/html'].map(everybody)).to.deep.equal([true, true, true, false])
    const some = adoptionOf({ for: ['application/problem+json', 'TEXT/html'] }).asks
    expect(['text/html', 'application/problem+json', 'application/json'].map(some)).to.deep.equal([true, true, false])
  })

  it('gives the same verdict for many fields, of many lengths, in little time', () => {
    const { asks } = adoptionOf()
    for (let index = 0; index < 300; index++) {
      expect(asks(`text/x${index}`)).to.equal(false)
      expect(asks(`text/x${index}, application/problem+json`)).to.equal(true)
      expect(asks(`text/x${index}`)).to.equal(false)
    }
    const long = `${'a/b;q="\\"'.repeat(12_000)},application/problem+json`
    const ranges = 'a/b,'.repeat(10_000)
    for (const hostile of [long, ranges, ','.repeat(100_000), '"'.repeat(100_000), ' '.repeat(100_000)]) {
      const times = Array.from({ length: 5 }, () => {
        const start = performance.now()
        asks(hostile)
        return performance.now() - start
      })
      expect(Math.min(...times)).to.be.below(1)
    }
  })

  it('sends nothing of the old body unless it is told to', () => {
    for (const status of [400, 500]) {
      const problem = adoptionOf().problem(answerOf('{"error":"db-17"}', undefined, status))
      expect(problem?.toJSON()).to.have.all.keys('type', 'title', 'status')
    }
  })

  it('sends what the option `detail` takes of it', () => {
    const seen: unknown[] = []
    const { problem } = adoptionOf({
      detail: (body, status) => {
        seen.push([body, status])
        return body?.message ?? body ?? undefined
      },
    })
    expect(problem(answerOf('{"message":"No title."}'))?.detail).to.equal('No title.')
    expect(problem(answerOf('No title.', 'text/plain'))?.detail).to.equal('No title.')
    expect(problem(answerOf('{oops'))?.detail).to.equal('{oops')
    expect(problem(answerOf('{"message":"db"}', 'application/json', 500))?.detail).to.equal('db')
    expect(problem(answerOf('null'))?.detail).to.equal(undefined)
    expect(problem(answerOf(undefined))?.detail).to.equal(undefined)
    expect(seen).to.deep.equal([
      [{ message: 'No title.' }, 400],
      ['No title.', 400],
      ['{oops', 400],
      [{ message: 'db' }, 500],
      [null, 400],
    ])
  })

  it('survives a `detail` that throws, is asynchronous or gives nonsense, and tells of it', () => {
    const wrong: readonly (readonly [() => unknown, string | undefined])[] = [
      [
        () => {
          throw new Error('x')
        },
        'one that throws',
      ],
      [async () => 'late', 'one that is asynchronous'],
      [() => Promise.reject(new Error('late')), 'one that is asynchronous'],
      [() => ({ text: 'x' }), 'an object from it'],
      [() => 7, '7 from it'],
      [() => '', undefined],
      [() => undefined, undefined],
    ]
    for (const [detail, got] of wrong) {
      const problem = adoptionOf({ detail: detail as () => string }).problem(answerOf('{}'))
      expect(problem?.toJSON()).to.deep.equal({ type: 'about:blank', title: 'Bad Request', status: 400 })
      expect(faultsOf(problem).map((fault) => [fault.place, fault.got])).to.deep.equal(
        got === undefined ? [] : [['options.detail', got]],
      )
    }
  })

  it('leaves what is a problem already', () => {
    const { problem } = adoptionOf()
    expect(problem(answerOf('{"type":"/x","title":"X","status":400}'))).to.equal(undefined)
    for (const other of ['{"title":"X","status":404}', '{"title":"X"}', '{"status":400}', '[]', 'null', '"x"'])
      expect(problem(answerOf(other)), other).to.include({ status: 400 })
  })

  it('says nothing of what the framework made up, and leaves a page of the app', () => {
    const page = answerOf('<!DOCTYPE html>', 'text/html; charset=utf-8', 404)
    const { problem } = adoptionOf({ detail: () => 'x' })
    expect(problem(page)).to.equal(undefined)
    expect(problem({ ...page, isMadeUp: true })?.toJSON()).to.deep.equal({ type: 'about:blank', title: 'Not Found', status: 404 })
  })

  it('tells who gets another answer than others', () => {
    const adoption = prepareAdoption({}, 'options.')
    const problems = 'application/problem+json'
    const decide = (answer: HandWritten, accept = problems): object => adoption(answer, accept)
    expect(decide(answerOf('{}'))).to.include({ varies: true, becomes: 'problem' })
    expect(decide(answerOf('{}'), 'text/html')).to.deep.equal({ varies: true, becomes: 'itself' })
    expect(decide(answerOf('{}', 'image/png'))).to.deep.equal({ varies: false, becomes: 'itself' })
    expect(decide({ ...answerOf(undefined), isUnanswered: true })).to.deep.equal({ varies: true, becomes: 'unanswered' })
    expect(decide({ ...answerOf(undefined), isUnanswered: true }, '*/*')).to.deep.equal({ varies: true, becomes: 'itself' })
  })
})

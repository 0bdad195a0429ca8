/** The assertion as a plugin for chai 4, 5 and 6, and for the chai inside vitest. */

import { isPromise } from '../guard/call.js'
import { type Expectation, type ExpectedMembers, expectationOf, type ProblemClass } from './expectation.js'
import { type Received, receive, type Unjudged } from './response.js'
import { judge } from './verdict.js'

/** What the plugin needs of chai. */
export interface ChaiModule {
  readonly Assertion: { addMethod(name: string, method: (...args: unknown[]) => unknown): void }
}

/** What the plugin needs of the second argument of a chai plugin. */
export interface ChaiUtils {
  flag(assertion: object, name: string, value?: unknown): unknown
}

declare global {
  // chai looks for the methods of plugins here. Without @types/chai this is an interface that nobody uses.
  namespace Chai {
    interface Assertion {
      /**
       * Asserts that a response is a problem. With a response of `fetch` it gives a promise: await it.
       *
       * `problem()` takes any problem, `problem(409)` any with that status, `problem(SeatTaken, { seat: '12A' })` one of that class and with these members.
       */
      problem<Class extends ProblemClass>(expected: Class, members?: ExpectedMembers<Class>): this & PromiseLike<void>
      problem(status?: number, members?: ExpectedMembers): this & PromiseLike<void>
    }
  }
}

/** One assertion of chai, as its methods see it. */
interface Assertion {
  readonly _obj: unknown
  assert(holds: boolean, message: string, negated: string, expected: unknown, actual: unknown, showDiff: boolean): void
}

/**
 * Teaches chai `expect(response).to.be.problem(SeatTaken, { seat: '12A' })`. Pass it to `chai.use()`.
 *
 * @example
 * use(chaiProblems)
 * const response = {
 *   status: 404,
 *   headers: { 'content-type': 'application/problem+json' },
 *   body: { type: 'about:blank', title: 'Not Found', status: 404 },
 * }
 * expect(response).to.be.problem(NotFound)
 * expect(response).not.to.be.problem(409)
 */
export function chaiProblems(chai: ChaiModule, utils: ChaiUtils): void {
  chai.Assertion.addMethod('problem', function problem(this: unknown, ...expected) {
    // chai calls it on an assertion.
    const assertion = this as Assertion
    const expectation = expectationOf(expected)
    const received = receive(assertion._obj)
    return isPromise(received)
      ? concludeLater(assertion, received, expectation, utils)
      : conclude(assertion, received, expectation, utils)
  })
}

async function concludeLater(
  assertion: Assertion,
  received: Promise<Received | Unjudged>,
  expectation: Expectation,
  utils: ChaiUtils,
): Promise<void> {
  const settled = await received
  // The function where chai cuts the stack is not on it any more: nothing would be left.
  utils.flag(assertion, 'ssfi', assertion.assert)
  conclude(assertion, settled, expectation, utils)
}

function conclude(assertion: Assertion, received: Received | Unjudged, expectation: Expectation, utils: ChaiUtils): void {
  const { passed, message, negated, actual, expected } = judge(received, expectation)
  // chai turns the result round where `not` was said; what cannot be judged fails both ways.
  const holds = passed ?? utils.flag(assertion, 'negate') === true
  assertion.assert(holds, plain(message), plain(negated), expected, actual, passed === false)
}

// chai replaces `#{this}` and others in a message.
function plain(message: string): string {
  return message.replaceAll('#{', '# {')
}

/** Tests of families by shape: an error as a library makes it, and the problem that it deserves. */
import { expect } from 'chai'
import { toProblem } from '../../lib/foreign/to-problem.js'

/** Stands in every text that must not pass. */
export const SECRET = 'hunter2-secret'

/** Makes an error with a name, as most libraries do: a property of its own that is listed. */
export const named = (name: string, members: object = {}, message = SECRET): Error =>
  Object.assign(new Error(message), { name }, members)

/** Makes an error that is told by its code. */
export const coded = (code: unknown, members: object = {}, message = SECRET): Error =>
  Object.assign(new Error(message), { code }, members)

/** What a client gets. */
export interface Answer {
  readonly status: number
  readonly detail?: string
  readonly headers?: Readonly<Record<string, unknown>>
  readonly errors?: readonly unknown[]
}

/** An error and its answer. */
export type Row = readonly [name: string, thrown: unknown, answer: Answer | number]

/** The fields of a problem that asks to wait. */
export const WAIT = { 'Retry-After': '5' }

/** Tests that each error gets its answer, that the answer is all there is, and that no text of the error is in it. */
export function answers(rows: readonly Row[]): void {
  for (const [name, thrown, expected] of rows) {
    const { status, detail, headers = {}, errors }: Answer = typeof expected === 'number' ? { status: expected } : expected
    it(`answers ${name} with ${status}`, () => {
      const problem = toProblem(thrown)

      expect(problem.status).to.equal(status)
      expect(problem.detail).to.equal(detail)
      expect(problem.headers).to.deep.equal(headers)
      expect(problem.extensions).to.deep.equal(errors === undefined ? {} : { errors })
      expect(problem.cause).to.equal(thrown)
      expect(JSON.stringify([problem, problem.headers])).not.to.contain(SECRET)
    })
  }
}

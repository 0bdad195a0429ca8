/** The stack limit of the process is what it was, whatever happens while an error is made. */
import { expect } from 'chai'
import { toProblem } from '../../lib/foreign/to-problem.js'
import { Conflict } from '../../lib/problem/classes.js'

describe('Error.stackTraceLimit', () => {
  for (const [says, make] of [
    ['new Conflict()', () => new Conflict('x')],
    ['toProblem()', () => toProblem({ status: 409 })],
  ] as const) {
    it(`survives ${says} where the call stack is full`, () => {
      const before = Error.stackTraceLimit
      const dive = (): void => {
        try {
          make()
          dive()
        } catch {
          // Back up, making one at every depth.
          try {
            make()
          } catch {
            // Still no room.
          }
        }
      }
      dive()
      expect(Error.stackTraceLimit).to.equal(before)
    })
  }

  it('may be read-only', () => {
    const { stackTraceLimit } = Error
    Object.defineProperty(Error, 'stackTraceLimit', { writable: false })
    try {
      expect([new Conflict('x').status, toProblem({ status: 409 }).status]).to.deep.equal([409, 409])
    } finally {
      Object.defineProperty(Error, 'stackTraceLimit', { writable: true, value: stackTraceLimit })
    }
  })
})

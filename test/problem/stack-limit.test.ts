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
      let attempts = 0
      const dive = (): void => {
        try {
          dive()
        } catch {
          // On the way up, one at each of the last depths: somewhere there is room for the beginning and not for the end.
          if (attempts++ > 300) return
          try {
            make()
          } catch {
            // Still no room.
          }
          throw new RangeError('go on')
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

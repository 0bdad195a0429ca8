import { expect } from 'chai'
import { describeError, errorLines } from '../../lib/guard/describe.js'
import { cpuTime } from '../respond/cpu-time.js'

const linesOf = (thrown: unknown): string[] => errorLines(describeError(thrown))

describe('describeError()', () => {
  it('leaves what looks like a secret out of messages, codes, names and frames', () => {
    const error = Object.assign(new Error('at postgres://user:Zq7x@db', { cause: new Error('Bearer Zq7xabcdef') }), {
      code: 'token=Zq7x',
      name: 'password=Zq7x',
      stack: 'Error\n    at f (https://user:Zq7x@h/x.js:1:1)',
    })
    expect(linesOf(error).join('\n')).to.contain('postgres://[redacted]@db').and.not.contain('Zq7x')
  })

  it('keeps the frames behind a message of any length, and lets no message look like a frame', () => {
    const error = new Error(`${'x'.repeat(1_000_000)}\n    at forged (file.js:1:1)`)
    const { stack } = describeError(error)
    expect(stack[0]).to.match(/describe\.test/)
    expect(stack.join('\n')).not.to.contain('forged')
  })

  it('keeps the first frame where the name was changed later', () => {
    const error = Object.assign(new Error(), { name: 'SomethingThatIsMuchLongerThanError' })
    expect(describeError(error).stack[0]).to.match(/^at .*describe\.test/)
  })

  it('describes members that are errors, and all that an AggregateError has', () => {
    const listed = (thrown: unknown): unknown => describeError(thrown).errors?.map(({ name, message }) => `${name}: ${message}`)
    expect(listed(new AggregateError([new TypeError('a'), 'b', { message: 'c' }]))).to.deep.equal([
      'TypeError: a',
      'a string: b',
      'an object: ',
    ])
    expect(listed(new AggregateError([]))).to.deep.equal([])
    const errors = [{ message: 'of the body' }, 'of the body', new TypeError('a')]
    expect(listed(Object.assign(new Error('x'), { errors }))).to.deep.equal(['TypeError: a'])
    expect(listed(Object.assign(new Error('x'), { errors: errors.slice(0, 2) }))).to.equal(undefined)
  })

  it('says the message of an object that was thrown, and of no other', () => {
    expect(describeError({ message: 'thrown' })).to.include({ name: 'an object', message: 'thrown' })
    const { cause } = describeError(new Error('x', { cause: { message: 'what a server answered' } }))
    expect(cause).to.include({ name: 'an object', message: '' })
  })

  it('describes twenty errors at most, where each has five members and a cause', () => {
    const error: Error & { errors?: unknown } = new Error('x')
    error.errors = [error, error, error, error, error]
    error.cause = error
    const { made, milliseconds } = cpuTime(50, () => linesOf(error))
    expect(made.filter((line) => line.endsWith('Error: x'))).to.have.length(20)
    expect(milliseconds).to.be.lessThan(50)
  })
})

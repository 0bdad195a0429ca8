import { expect } from 'chai'
import { toProblem } from '../../lib/foreign/to-problem.js'
import { InternalServerError } from '../../lib/problem/classes.js'
import { answerTo } from './answer-to.js'

interface Described {
  readonly name?: string
  readonly message?: string
  readonly stack?: readonly string[]
  readonly code?: string
  readonly cause?: Described
}

const debugOf = (thrown: unknown): Described =>
  JSON.parse(answerTo(toProblem(thrown), { options: { debug: true } }).body).debug as Described

describe('respond(): debug', () => {
  it('sends nothing of an error unless it is asked to [P11] [P29]', () => {
    expect(answerTo(toProblem(new Error('secret'))).body).not.to.match(/secret|debug|stack|at /)
  })

  it('describes name, message, stack and causes', () => {
    const problem = new InternalServerError('outer', { cause: new TypeError('inner', { cause: 'bottom' }) })
    const debug = debugOf(problem)

    expect(debug).to.deep.include({ name: 'InternalServerError', message: 'outer' })
    expect(debug.stack?.[0]).to.match(/^at .*debug\.test/)
    expect(debug.cause).to.deep.include({ name: 'TypeError', message: 'inner' })
    expect(debug.cause?.cause).to.deep.equal({ name: 'a string', message: 'bottom', stack: [] })
  })

  it('shows a value that is no Error, null too', () => {
    expect(debugOf(null).cause).to.deep.equal({ name: 'null', message: '', stack: [] })
    expect(debugOf({ code: 7, secret: 's' }).cause).to.deep.equal({ name: 'an object', message: '', code: '7', stack: [] })
  })

  it('stops after five causes of a chain that is its own cause', () => {
    const first = new Error('first')
    first.cause = new Error('second', { cause: first })
    let depth = 0
    for (let at: Described | undefined = debugOf(first); at !== undefined; at = at.cause) depth++

    expect(depth).to.equal(6)
  })

  it('shows at most 30 frames of a stack', () => {
    const error = Object.assign(new Error('x'), { stack: `x\n${'    at f (file.js)\n'.repeat(100)}` })

    expect(debugOf(error).cause?.stack).to.have.length(30)
  })

  it('leaves out what is no text', () => {
    const error = Object.assign(new Error('x'), { stack: 7, name: {}, message: 1n })

    expect(debugOf(error).cause).to.deep.equal({ name: 'Error', message: '', stack: [] })
  })

  it('stands in place of an extension member of that name', () => {
    const { document } = answerTo(new InternalServerError({ extensions: { debug: 'mine' } }), { options: { debug: true } })

    expect(document['debug']).to.deep.include({ name: 'InternalServerError' })
  })
})

import { expect } from 'chai'
import * as z from 'zod'
import { allFamilies } from '../../lib/foreign/families/families.js'
import { toProblem } from '../../lib/foreign/to-problem.js'
import { faultsOf } from '../../lib/guard/fault.js'
import { prepareSettings } from '../../lib/handler/settings.js'

const { error } = z.object({ price: z.number() }).safeParse({})

describe('toProblem() with thrownFaults', () => {
  it('takes an error of a validator for the fault of the client, and has no route to tell of', () => {
    for (const options of [{}, { thrownFaults: 'client' } as const, { thrownFaults: undefined }]) {
      const problem = toProblem(error, options as object)
      expect([problem.status, faultsOf(problem)]).to.deep.equal([422, []])
    }
  })

  it("takes it for an unknown error where it is the server's", () => {
    const problem = toProblem(error, { thrownFaults: 'server' })
    expect(problem.toJSON()).to.deep.equal({ type: 'about:blank', title: 'Internal Server Error', status: 500 })
    expect(problem.cause).to.equal(error)
    expect(toProblem(error, { thrownFaults: 'server', facts: { responseStatus: 409 } }).status).to.equal(409)
  })

  it('reports another value, which counts as not given; a handler refuses it at the start', () => {
    for (const thrownFaults of ['both', true, null, []] as never[]) {
      const problem = toProblem(error, { thrownFaults })
      expect([problem.status, faultsOf(problem).map(({ code, place }) => `${code} ${place}`)]).to.deep.equal([
        422,
        ['ERR_PROBLEM_OPTION options.thrownFaults'],
      ])
      expect(() => prepareSettings({ thrownFaults }, () => undefined)).to.throw(
        TypeError,
        "options.thrownFaults: expected 'client' or 'server'",
      )
    }
  })

  it('is asked for the validators that look at anything, and for no library that validates requests or documents', () => {
    const marked = allFamilies()
      .filter(({ mayBeOwnData }) => mayBeOwnData === true)
      .map(({ name }) => name)
    expect(marked).to.include.members(['schemas', 'joi', 'yup', 'ajv', 'class-validator', 'superstruct', 'TypeBox and typia'])
  })
})

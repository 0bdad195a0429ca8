/** What the compiler knows of problems that a client received. */
import { expectTypeOf } from 'expect-type'
import { fromResponse, problemFetch, type ReceivedProblem, type VendorFacts } from '../../lib/client/index.js'
import { Conflict, defineProblem, HttpProblem, NotFound, registeredTypes } from '../../lib/index.js'

class SeatTaken extends defineProblem('SeatTaken', {
  type: 'https://api.example.com/problems/seat-taken',
  status: 409,
  title: 'The seat is already taken',
  members: { type: 'object', properties: { seat: { type: 'string' } }, required: ['seat'] },
}) {}

describe('The types of a received problem', () => {
  it('are those of a problem, and of what only a client knows', async () => {
    const problem = await fromResponse(Response.json({}, { status: 409 }), {
      types: [SeatTaken, NotFound, registeredTypes.QuotaExceeded],
    })
    expectTypeOf(problem).toEqualTypeOf<ReceivedProblem | undefined>()
    if (problem === undefined) throw new Error('unreachable')
    expectTypeOf(problem).toExtend<HttpProblem>()
    expectTypeOf(problem.status).toEqualTypeOf<number>()
    expectTypeOf(problem.headers).toEqualTypeOf<Readonly<Record<string, string>>>()
    expectTypeOf(problem.document).toEqualTypeOf<Readonly<Record<string, unknown>> | undefined>()
    expectTypeOf(problem.vendor).toEqualTypeOf<VendorFacts | undefined>()
  })

  it('are narrowed by instanceof', async () => {
    const problem: unknown = await fromResponse(Response.json({}, { status: 409 }), { types: [SeatTaken] })
    if (problem instanceof SeatTaken) {
      expectTypeOf(problem.seat).toEqualTypeOf<string>()
      expectTypeOf(problem.status).toEqualTypeOf<409>()
    } else if (problem instanceof Conflict) expectTypeOf(problem.status).toEqualTypeOf<409>()
    else if (problem instanceof HttpProblem) expectTypeOf(problem.status).toEqualTypeOf<number>()
  })

  it('refuse what is no response and no class of problems', () => {
    // @ts-expect-error: a text is no response.
    void (() => fromResponse('https://api.example.com/'))
    // @ts-expect-error: these are classes of other errors.
    void (() => fromResponse(new Response(), { types: [Error, TypeError] }))
    // @ts-expect-error: the option is called maxBytes.
    void (() => fromResponse(new Response(), { maxSize: 7 }))
    // @ts-expect-error: what this resolves with has no status.
    void (() => problemFetch(async () => 'text'))
  })
})

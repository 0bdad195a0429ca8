// Declared problem types as a user's compiler sees them; compiled with several versions, with and without exact optional properties.
import { defineProblem, HttpProblem } from 'http-problems'
import * as z from 'zod'

class SeatTaken extends defineProblem('SeatTaken', {
  type: 'https://example.com/seat-taken',
  status: 409,
  title: 'The seat is already taken',
  members: {
    type: 'object',
    properties: {
      seat: { type: 'string' },
      note: { type: ['string', 'null'] },
      kind: { enum: ['window', 'aisle'] },
      fixed: { const: 7 },
      other: { oneOf: [{ type: 'string' }, { type: 'object', properties: { id: { type: 'integer' } }, required: ['id'] }] },
      any: { anyOf: [{ type: 'number' }, { const: 'all' }] },
      rows: { type: 'array', items: { type: 'object', properties: { row: { type: 'integer' } }, required: ['row'] } },
    },
    required: ['seat'],
  },
  detail: ({ seat, rows }) => `Seat ${seat.toUpperCase()} in ${rows?.length ?? 0} rows`,
  examples: [{ seat: '12A', rows: [{ row: 12 }] }],
}) {}
class Closed extends defineProblem('Closed', { type: 'https://example.com/closed', status: 503, title: 'Closed' }) {}
class Limited extends defineProblem('Limited', {
  type: 'https://example.com/limited',
  status: 429,
  title: 'Limited',
  members: z.object({ limit: z.number(), unit: z.string().optional() }),
  detail: ({ limit }) => `More than ${limit.toFixed(0)}`,
}) {}

type Equal<A, B> = (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false
type Members = SeatTaken['extensions']
const mapped: [
  Equal<Members['note'], string | null | undefined>,
  Equal<Members['kind'], 'window' | 'aisle' | undefined>,
  Equal<Members['fixed'], 7 | undefined>,
  Equal<Members['other'], string | { id: number } | undefined>,
  Equal<Members['any'], number | 'all' | undefined>,
  Equal<Members['rows'], { row: number }[] | undefined>,
  Equal<SeatTaken['status'], 409>,
  Equal<Limited['limit'], number>,
] = [true, true, true, true, true, true, true, true]

const wrong: readonly (() => HttpProblem)[] = [
  // @ts-expect-error a seat is a string
  () => new SeatTaken({ seat: 12 }),
  // @ts-expect-error there is no member `column`
  () => new SeatTaken({ seat: '12A', column: 'A' }),
  // @ts-expect-error the seat is missing
  () => new SeatTaken({ kind: 'window' }),
  // @ts-expect-error the members are missing
  () => new SeatTaken(),
  // @ts-expect-error a row has the wrong type
  () => new SeatTaken({ seat: '12A', rows: [{ row: '12' }] }),
  // @ts-expect-error a limit is a number
  () => new Limited({ limit: '7' }),
]
const refused: readonly (() => unknown)[] = [
  () =>
    // @ts-expect-error `status` is a name of RFC 9457
    defineProblem('A', { type: '/a', status: 409, title: 'A', members: { type: 'object', properties: { status: {} } } }),
  // @ts-expect-error 200 is no error
  () => defineProblem('A', { type: '/a', status: 200, title: 'A' }),
  // @ts-expect-error a title is missing
  () => defineProblem('A', { type: '/a', status: 409 }),
]

function bySwitch(problem: SeatTaken | Closed | Limited): string {
  switch (problem.type) {
    case 'https://example.com/seat-taken':
      return problem.seat
    case 'https://example.com/closed':
      return `${problem.status satisfies 503}`
    case 'https://example.com/limited':
      return problem.limit.toFixed(0)
    default:
      return problem satisfies never
  }
}

function byClass(problem: SeatTaken | Closed | Limited): string {
  if (problem instanceof SeatTaken) return problem.seat
  if (problem instanceof Closed) return `${problem.status satisfies 503}`
  if (problem instanceof Limited) return problem.limit.toFixed(0)
  return problem satisfies never
}

const taken = new SeatTaken({ seat: '12A' }, { instance: '/orders/7' })
// @ts-expect-error the member is called `seat`
const misspelt: unknown = taken.seatt
for (const tell of [bySwitch, byClass]) {
  const told = [taken, new Closed({ retryAfter: 5 }), new Limited({ limit: 7 })].map(tell).join()
  if (told !== '12A,503,7') throw new Error(told)
}
if (misspelt !== undefined || mapped.includes(false as true)) throw new Error('The members are wrong.')
for (const make of wrong) if (!(make() instanceof HttpProblem)) throw new Error('Making a problem never fails.')
for (const declare of refused) {
  let isRefused = false
  try {
    declare()
  } catch {
    isRefused = true
  }
  if (!isRefused) throw new Error('A wrong declaration was taken.')
}

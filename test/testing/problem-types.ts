/** Problem types and responses that the tests of this room share. */
import { defineProblem } from '../../lib/index.js'
import { seatTakenFacts } from '../fixtures/seat-taken.js'

/** A type with members of several kinds. */
export class SeatTaken extends defineProblem('SeatTaken', {
  ...seatTakenFacts,
  members: {
    type: 'object',
    properties: {
      seat: { type: 'string', pattern: '^[0-9]+[A-F]$' },
      rows: { type: 'array', items: { type: 'object', properties: { number: { type: 'integer' } }, required: ['number'] } },
      until: { type: 'string', format: 'date-time' },
    },
    required: ['seat'],
    additionalProperties: false,
  },
  detail: ({ seat }) => `Seat ${seat} was sold a moment ago.`,
  examples: [{ seat: '12A' }, { seat: '7F', rows: [{ number: 7 }] }],
}) {}

/** The media type in a record of header fields. */
export const problemJson = { 'content-type': 'application/problem+json' }

/** What a right answer with SeatTaken holds. */
export const seatTaken = {
  ...seatTakenFacts,
  detail: 'Seat 12A was sold a moment ago.',
  seat: '12A',
}

/** Makes a response by hand. */
export function answer(
  body: unknown,
  status = 409,
  headers: Readonly<Record<string, unknown>> = problemJson,
): { readonly status: number; readonly headers: Readonly<Record<string, unknown>>; readonly body: unknown } {
  return { status, headers, body }
}

/** Runs what must fail, and gives its error. */
export async function failureOf(run: () => unknown): Promise<Error & { readonly actual?: unknown; readonly expected?: unknown }> {
  try {
    await run()
  } catch (error) {
    if (error instanceof Error) return error
  }
  throw new Error('it did not fail')
}

/** Declared types for the tests of validation. */
import { defineProblem } from '../../lib/define/define.js'
import { seatTakenFacts } from '../fixtures/seat-taken.js'

/** A type whose schema is closed. */
export class SeatTaken extends defineProblem('SeatTaken', {
  ...seatTakenFacts,
  members: {
    type: 'object',
    properties: {
      seat: { type: 'string', maxLength: 4 },
      row: { type: 'integer' },
      free: { type: 'array', items: { type: 'string' } },
    },
    required: ['seat'],
    additionalProperties: false,
  },
  examples: [{ seat: '12A', row: 12 }],
}) {}

/** A type without members. */
export class SoldOut extends defineProblem('SoldOut', {
  type: 'https://api.example.com/problems/sold-out',
  status: 409,
  title: 'There is no seat left',
}) {}

/** A problem as a caller of JavaScript makes it: nothing is known of its members. */
export function seatTaken(members: unknown): SeatTaken {
  return new (SeatTaken as new (members: unknown) => SeatTaken)(members)
}

/** Makes a class with a schema that TypeScript does not see. */
export function declared(name: string, members: unknown, more: object = {}) {
  return defineProblem(name, {
    type: `urn:example:${name}`,
    status: 409,
    title: name,
    members: members as { type: 'object'; properties: Record<string, never> },
    ...more,
  })
}

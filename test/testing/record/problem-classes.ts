/** Problem types that the tests of the recorder share. */
import { defineProblem } from '../../../lib/index.js'

/** A type with members, a field of its own and an earlier type URI. */
export class SeatTaken extends defineProblem('SeatTaken', {
  type: 'https://api.example.com/problems/seat-taken',
  status: 409,
  title: 'The seat is already taken',
  members: {
    type: 'object',
    properties: {
      seat: { type: 'string', pattern: '^[0-9]+[A-F]$' },
      rows: { type: 'array', items: { type: 'object', properties: { number: { type: 'integer' } }, required: ['number'] } },
    },
    required: ['seat'],
  },
  headers: { 'Seat-Plan': '/plan' },
  aliases: ['https://api.example.com/errors/seat'],
}) {}

/** A type that says when to try again. */
export class ShopClosed extends defineProblem('ShopClosed', {
  type: 'https://api.example.com/problems/shop-closed',
  status: 503,
  title: 'The shop is closed',
  retry: { when: 'always', afterSeconds: 60 },
}) {}

/** The media type of problems. */
export const problemJson = { 'Content-Type': 'application/problem+json' }

/** A right answer with SeatTaken. */
export const seatTaken = { type: SeatTaken.type, title: SeatTaken.title, status: 409, seat: '12A' }

/** The fields of a right answer with SeatTaken. */
export const seatFields = { ...problemJson, 'Seat-Plan': '/plan' }

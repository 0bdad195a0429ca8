/** Problem classes of a small API, for the tests of its documents. */

import { defineProblem } from '../../lib/define/define.js'
import { Conflict } from '../../lib/problem/classes.js'
import { seatTakenFacts } from '../fixtures/seat-taken.js'

export class SeatTaken extends defineProblem('SeatTaken', {
  ...seatTakenFacts,
  members: {
    type: 'object',
    properties: { seat: { type: 'string' }, price: { $ref: '#/$defs/Price' } },
    required: ['seat'],
    additionalProperties: false,
    $defs: { Price: { type: 'number', minimum: 0 } },
  },
  detail: ({ seat }) => `Seat ${seat} was sold a moment ago.`,
  description: 'Somebody else was faster. Choose another seat.',
  retry: { when: 'after-change', afterSeconds: 5 },
  headers: { 'X-Seats-Left': { description: 'How many seats are left.' } },
  examples: [{ seat: '12A' }, { seat: '12B', price: 9.5 }],
}) {}

export class HallClosed extends defineProblem('HallClosed', {
  type: 'https://api.example.com/problems/hall-closed',
  status: 409,
  title: 'The hall is closed',
  detail: 'Nothing is played today.',
  headers: { 'X-Hall': ['1', '2'] },
  cacheControl: 'max-age=60',
  deprecated: true,
}) {}

export const TooManySeats = defineProblem('TooManySeats', {
  type: '/problems/too-many-seats',
  status: 429,
  title: 'Too many seats',
  members: { type: 'object', properties: { most: { type: 'integer' } } },
  detail: ({ most = 9 }) => `At most ${most} seats.`,
  retry: { when: 'always' },
})

/** A class as users wrote it before there were declarations. */
export class OrderPaid extends Conflict {
  static override readonly type = 'https://api.example.com/problems/order-paid'
  static override readonly title = 'The order is already paid'

  constructor(order: { readonly id: number }) {
    super(`Order ${order.id} is already paid.`)
  }
}

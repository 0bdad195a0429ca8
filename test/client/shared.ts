/** What the tests of the client share: problem types of an API, and responses that were never sent. */
import { defineProblem } from '../../lib/index.js'

/** A type as an app declares it: a class of its own, whose constructor no client may run. */
export class SeatTaken extends defineProblem('SeatTaken', {
  type: 'https://api.example.com/problems/seat-taken',
  status: 409,
  title: 'The seat is already taken',
  members: {
    type: 'object',
    properties: { seat: { type: 'string' }, row: { type: 'integer' }, free: { type: 'array', items: { type: 'string' } } },
    required: ['seat'],
  },
  aliases: ['https://old.example.com/seat', 'urn:example:seat-taken'],
}) {
  /** How many were made by the constructor. */
  static made = 0

  constructor(members: { readonly seat: string; readonly row?: number; readonly free?: readonly string[] }) {
    super({ ...members, free: [...(members.free ?? [])] })
    SeatTaken.made += 1
  }
}

/** Makes a response that has problem details, or whatever the fields say. */
export function response(status: number, body: unknown, type = 'application/problem+json'): Response {
  return new Response(typeof body === 'string' ? body : JSON.stringify(body), { status, headers: { 'Content-Type': type } })
}

/** Drifts: routes that answer otherwise than they declare, each with the lines that a report says of it. */

import type { ProblemClass } from '../../../lib/define/problem-class.js'
import { Conflict, ContentTooLarge, MethodNotAllowed, NotFound, Unauthorized } from '../../../lib/index.js'
import type { Reply } from './apps.js'
import { problemJson, SeatTaken, ShopClosed, seatFields, seatTaken } from './problem-classes.js'

/** A drift. */
export interface Drift {
  readonly what: string
  readonly method?: 'get' | 'post' | 'put' | 'delete' | 'head'
  readonly declares: readonly ProblemClass[]
  readonly answer: (reply: Reply) => void
  /** What a report says, behind the method and the path of the route. */
  readonly lines: readonly string[]
}

const json = { 'Content-Type': 'application/json' }
const document = (members: object): string => JSON.stringify({ ...seatTaken, ...members })
const blank = (status: number, title: string): string => JSON.stringify({ type: 'about:blank', title, status })
const never = (Class: ProblemClass): string => `${Class.status} ${Class.name}: never seen; problems() of`

const declaresSeat = { declares: [SeatTaken] as readonly ProblemClass[] }
const declaresNone = { declares: [NotFound] as readonly ProblemClass[] }
const neverNotFound = never(NotFound)
const neverSeat = never(SeatTaken)

/** Thirty and more. */
export const drifts: readonly Drift[] = [
  {
    what: 'a type that no route declares',
    ...declaresNone,
    answer: ({ fail }) =>
      fail(
        new (class extends Conflict {
          static override readonly type: string = 'https://api.example.com/problems/new'
        })(),
      ),
    lines: ['409 https://api.example.com/problems/new: undeclared; no route declares it (once)', neverNotFound],
  },
  {
    what: 'a status that the route does not declare',
    ...declaresNone,
    answer: ({ fail }) => fail(new ContentTooLarge()),
    lines: ['413 about:blank: undeclared; no route declares it (once)', neverNotFound],
  },
  {
    what: 'a type that other routes declare',
    ...declaresNone,
    answer: ({ fail }) => fail(new ShopClosed()),
    lines: [
      `503 ${ShopClosed.type}: undeclared; declared for GET /declared/{id}, GET /drifts/17/{id} only (once)`,
      neverNotFound,
    ],
  },
  {
    what: 'an error of the code',
    ...declaresNone,
    answer: ({ fail }) => fail(new TypeError('x is undefined')),
    lines: ['500 about:blank: undeclared; no route declares it (once)', neverNotFound],
  },
  {
    what: 'a declared type with another status',
    ...declaresSeat,
    answer: ({ send }) => send(400, seatFields, document({ status: 400 })),
    lines: [`400 ${SeatTaken.type}: undeclared; SeatTaken is declared with 409 (once)`, neverSeat],
  },
  {
    what: 'a plain class in place of the declared one',
    ...declaresSeat,
    answer: ({ fail }) => fail(new Conflict()),
    lines: ['409 about:blank: undeclared; a plain 409 in place of SeatTaken (once)', neverSeat],
  },
  {
    what: 'a declared class in place of the plain one',
    declares: [Conflict],
    answer: ({ fail }) => fail(new SeatTaken({ seat: '12A' })),
    lines: [
      `409 ${SeatTaken.type}: undeclared; declared for GET /declared/{id}, GET /drifts/4/{id}, GET /drifts/5/{id} and others only (once)`,
      never(Conflict),
    ],
  },
  {
    what: 'a hand-written JSON error with the declared status',
    ...declaresNone,
    answer: ({ send }) => send(404, json, '{"error":"not found"}'),
    lines: ['404: undeclared; application/json, no problem document (once)', neverNotFound],
  },
  {
    what: 'a hand-written JSON error with a status of its own',
    ...declaresNone,
    answer: ({ send }) => send(418, json, '{"type":"error","message":"no"}'),
    lines: ['418: undeclared; application/json, no problem document (once)', neverNotFound],
  },
  {
    what: 'an HTML page',
    ...declaresNone,
    answer: ({ send }) => send(404, { 'Content-Type': 'text/html; charset=utf-8' }, '<h1>Not Found</h1>'),
    lines: ['404: undeclared; text/html, no problem document (once)', neverNotFound],
  },
  {
    what: 'an empty body',
    ...declaresNone,
    answer: ({ send }) => send(404, {}),
    lines: ['404: undeclared; an empty body (once)', neverNotFound],
  },
  {
    what: 'a body without a media type',
    ...declaresNone,
    answer: ({ send }) => send(404, {}, 'no'),
    lines: ['404: undeclared; a body without Content-Type, no problem document (once)', neverNotFound],
  },
  {
    what: 'a document that is cut short',
    ...declaresSeat,
    answer: ({ stream }) => stream(409, seatFields, ['{"type":"abo', 'ut:bl']),
    lines: ['409: undeclared; application/problem+json that is no JSON object (once)', neverSeat],
  },
  {
    what: 'a list in place of a document',
    ...declaresSeat,
    answer: ({ send }) => send(409, seatFields, '[]'),
    lines: ['409: undeclared; application/problem+json that is no JSON object (once)', neverSeat],
  },
  {
    what: 'a type with a typing error',
    ...declaresSeat,
    answer: ({ send }) => send(409, seatFields, document({ type: `${SeatTaken.type}s` })),
    lines: [`409 ${SeatTaken.type}s: undeclared; no route declares it (once)`, neverSeat],
  },
  {
    what: 'the declared type in another media type',
    ...declaresSeat,
    answer: ({ stream }) => stream(409, { ...seatFields, ...json }, [document({})]),
    lines: ['409 SeatTaken: Content-Type: expected application/problem+json, got application/json (once)'],
  },
  {
    what: 'an earlier type',
    ...declaresSeat,
    answer: ({ send }) => send(409, seatFields, document({ type: 'https://api.example.com/errors/seat' })),
    lines: [`409 SeatTaken: /type: expected "${SeatTaken.type}", got "https://api.example.com/errors/seat" (once)`],
  },
  {
    what: 'no Retry-After, which the declaration promises',
    declares: [ShopClosed],
    answer: ({ send }) => send(503, problemJson, JSON.stringify({ type: ShopClosed.type, title: ShopClosed.title, status: 503 })),
    lines: ['503 ShopClosed: Retry-After: expected a value, got nothing (once)'],
  },
  {
    what: 'no field that the declaration has a value for',
    ...declaresSeat,
    answer: ({ send }) => send(409, problemJson, document({})),
    lines: ['409 SeatTaken: Seat-Plan: expected a value, got nothing (once)'],
  },
  {
    what: 'no WWW-Authenticate',
    declares: [Unauthorized],
    answer: ({ send }) => send(401, problemJson, blank(401, 'Unauthorized')),
    lines: ['401 Unauthorized: WWW-Authenticate: expected a value, got nothing (once)'],
  },
  {
    what: 'no Allow',
    declares: [MethodNotAllowed],
    answer: ({ stream }) => stream(405, problemJson, [blank(405, 'Method Not Allowed')]),
    lines: ['405 MethodNotAllowed: Allow: expected a value, got nothing (once)'],
  },
  {
    what: 'a member that is missing',
    ...declaresSeat,
    answer: ({ send }) => send(409, seatFields, document({ seat: undefined })),
    lines: ['409 SeatTaken: /seat: expected this required member, got nothing (once)'],
  },
  {
    what: 'a member of another kind',
    ...declaresSeat,
    answer: ({ send }) => send(409, seatFields, document({ seat: 12 })),
    lines: ['409 SeatTaken: /seat: expected a string, got a number (once)'],
  },
  {
    what: 'a member that does not fit its pattern, thrown',
    ...declaresSeat,
    answer: ({ stream }) => stream(409, seatFields, [document({ seat: 'secret' })]),
    lines: ['409 SeatTaken: /seat: expected a text that matches "^[0-9]+[A-F]$", got a string (once)'],
  },
  {
    what: 'a member deep within that is missing',
    ...declaresSeat,
    answer: ({ stream }) => stream(409, seatFields, [document({ rows: [{ number: 1 }, {}] })]),
    lines: ['409 SeatTaken: /rows/1/number: expected this required member, got nothing (once)'],
  },
  {
    what: 'no title and no status',
    ...declaresNone,
    answer: ({ send }) => send(404, problemJson, '{"type":"about:blank"}'),
    lines: [
      '404 NotFound: /status: expected 404, got nothing (once)',
      '404 NotFound: /title: expected "Not Found", got nothing (once)',
    ],
  },
  {
    what: 'another title',
    ...declaresSeat,
    answer: ({ send }) => send(409, seatFields, document({ title: 'Taken' })),
    lines: ['409 SeatTaken: /title: expected "The seat is already taken", got "Taken" (once)'],
  },
  {
    what: 'another status in the document',
    ...declaresSeat,
    answer: ({ send }) => send(409, seatFields, document({ status: 400 })),
    lines: ['409 SeatTaken: /status: expected 409, got 400 (once)'],
  },
  {
    what: 'a detail that is no text',
    ...declaresSeat,
    answer: ({ send }) => send(409, seatFields, document({ detail: ['a'] })),
    lines: ['409 SeatTaken: /detail: expected a string, got ["a"] (once)'],
  },
  {
    what: 'a success in place of the error',
    ...declaresSeat,
    answer: ({ send }) => send(200, json, '{}'),
    lines: [neverSeat],
  },
  {
    what: 'one of two problems only',
    declares: [NotFound, SeatTaken],
    answer: ({ fail }) => fail(new SeatTaken({ seat: '12A' })),
    lines: [neverNotFound],
  },
  {
    what: 'a status that nobody declares, for another method',
    method: 'put',
    ...declaresNone,
    answer: ({ fail }) => fail(new Conflict()),
    lines: ['409 about:blank: undeclared; no route declares it (once)', neverNotFound],
  },
  {
    what: 'an undeclared status in an answer to HEAD',
    method: 'head',
    ...declaresNone,
    answer: ({ fail }) => fail(new Conflict()),
    lines: ['409: undeclared; an answer without its document (once)', neverNotFound],
  },
  {
    what: 'a text',
    ...declaresNone,
    answer: ({ send }) => send(404, { 'Content-Type': 'text/plain' }, 'no'),
    lines: ['404: undeclared; text/plain, no problem document (once)', neverNotFound],
  },
]

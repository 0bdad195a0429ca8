/** What a contender is: one way to answer one request. */
import type { RequestListener } from 'node:http'

/** One way to answer. All of a group send the same JSON document. */
export interface Contender {
  /** How it is called in the table. */
  readonly title: string
  readonly expected: Expected
  /** Makes the server's listener; called in a fresh process. */
  readonly listener: () => RequestListener
}

/** What every answer must be before anything is timed. */
export interface Expected {
  readonly status: number
  readonly contentType: string | undefined
  readonly body: string
}

/** The contenders of one framework by name, in the order of the table. */
export type Contenders = Readonly<Record<string, Contender>>

/** The explanation that every contender gives. */
export const DETAIL = 'Order 7 is already paid.'

/** What `JSON.stringify` makes of the members in this order. */
export const problem = { type: 'about:blank', title: 'Conflict', status: 409, detail: DETAIL }

/** The document of the success path, about as long as the problem. */
export const order = { id: 7, status: 'paid', total: 4200, currency: 'EUR', customer: 'Ada Lovelace' }

/** A problem with its own media type. */
export const problemExpected = {
  status: 409,
  contentType: 'application/problem+json',
  body: JSON.stringify(problem),
} satisfies Expected

/** The same members as the framework's own JSON. */
export const jsonExpected: Expected = { ...problemExpected, contentType: 'application/json; charset=utf-8' }

/** The problem as Express and Koa send it, which add a charset. */
export const charsetExpected: Expected = { ...problemExpected, contentType: 'application/problem+json; charset=utf-8' }

/** An answer without any content, which no handler can undercut. */
export const emptyExpected: Expected = { status: 200, contentType: undefined, body: '' }

/** The success path. */
export const orderExpected: Expected = {
  status: 200,
  contentType: 'application/json; charset=utf-8',
  body: JSON.stringify(order),
}

/** What the handler asks of a Koa context. */
import type { IncomingMessage, ServerResponse } from 'node:http'
import { isRecord, prototypeOf, read } from '../../lib/guard/read.js'
import { unsentStatus } from '../node/facts.js'

/** The parts of a Koa context that the handler uses; the contexts of Koa 2 and 3 fit. */
export interface ProblemContext {
  readonly app: { emit(event: 'error', error: Error, ctx: unknown): unknown }
  readonly req: IncomingMessage
  readonly res: ServerResponse
  readonly method: string
  status: number
  body: unknown
  respond?: boolean | undefined
  onerror(error: unknown): void
}

// Koa has `any` for what an app keeps in `ctx.state`, so that every type of an app fits.
type Loose = ReturnType<typeof JSON.parse>

/** A context as the hooks see it. */
export interface HookContext extends ProblemContext {
  readonly host: string
  readonly hostname: string
  readonly ip: string
  readonly originalUrl: string
  readonly path: string
  readonly protocol: string
  readonly query: Readonly<Record<string, unknown>>
  readonly querystring: string
  readonly state: Loose
  readonly url: string
  get(field: string): string
}

/**
 * Gives the request of a context. The double of a unit test may have nothing but what middleware of Koa uses, and the context has that under
 * the names of Node.
 */
export function requestOf(ctx: ProblemContext): IncomingMessage {
  return isRecord(ctx.req as unknown) ? ctx.req : (ctx as unknown as IncomingMessage)
}

/** Gives the response of a context, as `requestOf()` the request. */
export function responseOf(ctx: ProblemContext): ServerResponse {
  return isRecord(ctx.res as unknown) ? ctx.res : (ctx as unknown as ServerResponse)
}

/** Tells whether a context is one that Koa has made for its app, and no double. */
export function isOfKoa(ctx: ProblemContext): boolean {
  const contexts = read(ctx.app, 'context')
  return isRecord(contexts) && prototypeOf(ctx) === contexts
}

// A protocol version: the ES module and the CommonJS build understand each other.
const ANSWERED = Symbol.for('http-problems/1/answered')

/** Notes the status of an answer that Koa has still to send: it is ours, and no word of the app about an error that comes behind it. */
export function noteStatus(ctx: ProblemContext, status: number): void {
  try {
    ;(ctx as { [ANSWERED]?: number })[ANSWERED] = status
  } catch {
    // A frozen double, of which nobody asks for the status.
  }
}

/** Tells whether Koa has still to send an answer of a handler. */
export function isAnswered(ctx: ProblemContext): boolean {
  return read(ctx, ANSWERED) === ctx.status
}

/** Reads the status that the app set; that with which Koa begins is 404. */
export function explicitStatus(ctx: ProblemContext): number | undefined {
  const status = unsentStatus(responseOf(ctx))
  if (status === read(ctx, ANSWERED)) return undefined
  return status !== 404 || read(read(ctx, 'response'), '_explicitStatus') === true ? status : undefined
}

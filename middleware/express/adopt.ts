/** Makes problems of what an Express app answers by hand, by way of the object that its responses are made from. */
import type { IncomingMessage, ServerResponse } from 'node:http'
import { defineOwn } from '../../lib/guard/bare.js'
import { callNow } from '../../lib/guard/call.js'
import { isRecord, read } from '../../lib/guard/read.js'
import { wrongArgument } from '../../lib/guard/refuse.js'
import { prepareAdoption } from '../../lib/handler/adopt.js'
import { type AdoptOptions, adoptNames, checkAdoptOptions } from '../../lib/handler/adopt-options.js'
import { pickOptions } from '../../lib/handler/fill-options.js'
import type { HandlerOptions } from '../../lib/handler/options.js'
import { prepareSettings } from '../../lib/handler/settings.js'
import { type Adopting, endsAdopted } from './adopted.js'
import type { ProblemHandlerOptions } from './handler.js'
import type { HookRequest } from './request.js'

/** Options of `adoptResponses`: those of every handler, whom it answers, and what of the old body they see. */
export interface AdoptResponsesOptions<Request extends IncomingMessage = HookRequest>
  extends ProblemHandlerOptions<Request>,
    AdoptOptions {}

type Method = (this: ServerResponse, ...args: unknown[]) => unknown

/**
 * Makes problems of the 4xx and 5xx that an app answers by hand, `res.status(404).json({ … })`, `res.sendStatus(404)` and the like, for the clients
 * that ask for problems: their Accept names `application/problem+json`. Others get what the app wrote, byte for byte, and `Vary: Accept`. Streams,
 * files and HTML pages stay. No error is logged: the app has answered it.
 *
 * Apps that are mounted in the app are adopted with it; routes may be added before or after.
 *
 * @throws TypeError with the code ERR_PROBLEM_ARGUMENT for what is no Express app, ERR_PROBLEM_OPTION where an option is wrong
 * @example
 * const app = express()
 * adoptResponses(app, { detail: (body, status) => (status < 500 ? body.error : undefined) })
 * app.get('/books/8', (req, res) => {
 *   res.status(404).json({ error: 'There is no book 8.' }) // Accept: application/problem+json gets a problem
 * })
 */
export function adoptResponses<Request extends IncomingMessage = HookRequest>(
  app: { readonly response: object },
  options: AdoptResponsesOptions<Request> = {},
): void {
  const responses = read(app, 'response')
  if (!isRecord(responses)) throw wrongArgument('adoptResponses', 'an app made by express()', app)
  const shared = pickOptions(options, adoptNames) as HandlerOptions<IncomingMessage>
  const adopting: Adopting = {
    adoption: prepareAdoption(checkAdoptOptions(options, 'options.'), 'options.'),
    settings: prepareSettings(shared, () => undefined),
    unseen: new WeakMap(),
    pieces: new WeakSet(),
  }
  extend(responses, adopting)
}

// Who succeeds pays for one look at the status for each field, and two where Express sends a body.
function extend(responses: object, adopting: Adopting): void {
  const covered = new WeakSet<object>()
  // Middleware such as compression() puts an `end` of its own on a response, which sends the fields before it comes to that of the app.
  const cover = (res: ServerResponse): void => {
    if (covered.has(res) || !Object.hasOwn(res, 'end')) return
    covered.add(res)
    putBefore(res, 'end', (behind, args) => (endsAdopted(res, args, adopting) ? res : behind()))
    // What it holds back is no whole answer when `end` is called.
    if (Object.hasOwn(res, 'write'))
      putBefore(res, 'write', (behind) => {
        adopting.pieces.add(res)
        return behind()
      })
  }

  override(responses, 'end', (behind) => {
    return function end(...args) {
      return this.statusCode >= 400 && endsAdopted(this, args, adopting) ? this : behind().apply(this, args)
    }
  })
  override(responses, 'send', (behind) => {
    return function send(...args) {
      // Express 4 takes a status in front of the body.
      const isStatus = typeof args[0] === 'number' && args[0] >= 400
      if (this.statusCode >= 400 || isStatus) {
        cover(this)
        // The fields of an answer to HEAD are those of a body that Express leaves out.
        if (this.req.method === 'HEAD') adopting.unseen.set(this, isStatus ? (args[1] ?? String(args[0])) : args[0])
      }
      return behind().apply(this, args)
    }
  })
  override(responses, 'status', (behind) => {
    return function status(...args) {
      if (Number(args[0]) >= 400) cover(this)
      return behind().apply(this, args)
    }
  })
  // What writes as to a response of Node, such as finalhandler behind the last middleware, or passport, calls these and no method of Express.
  for (const name of ['removeHeader', 'setHeader'] as const)
    override(responses, name, (behind) => {
      return function (field, value) {
        if (this.statusCode >= 400) cover(this)
        return behind().call(this, field, value)
      }
    })
}

/** Puts a function in front of a method that a response has of its own; one that cannot be replaced stays. */
function putBefore(
  res: ServerResponse,
  name: 'end' | 'write',
  before: (behind: () => unknown, args: readonly unknown[]) => unknown,
): void {
  const method = res[name] as (...args: readonly unknown[]) => unknown
  callNow(() => defineOwn(res, name, (...args: readonly unknown[]) => before(() => Reflect.apply(method, res, args), args)))
}

function override(responses: object, name: string, make: (behind: () => Method) => Method): void {
  const own: unknown = Object.getOwnPropertyDescriptor(responses, name)?.value
  // Looked up when it is called: an app that is mounted gets another prototype.
  const behind = (): Method => (own ?? (Object.getPrototypeOf(responses) as Record<string, unknown>)[name]) as Method
  defineOwn(responses, name, make(behind))
}

/** Makes problems of what a Koa app answers by hand. */
import { read } from '../../lib/guard/read.js'
import { type Adoption, type Decision, prepareAdoption, STAYS } from '../../lib/handler/adopt.js'
import { type AdoptOptions, checkAdoptOption } from '../../lib/handler/adopt-options.js'
import { pickOptions } from '../../lib/handler/fill-options.js'
import type { HandWritten } from '../../lib/handler/hand-written.js'
import { isMeantFor } from '../../lib/handler/handle.js'
import type { HandlerOptions } from '../../lib/handler/options.js'
import type { HandlerSettings } from '../../lib/handler/settings.js'
import { ability } from '../node/ability.js'
import { responseState } from '../node/state.js'
import { bytesText } from '../node/text.js'
import { varyByAccept } from '../node/vary.js'
import { explicitStatus, isAnswered, type ProblemContext, requestOf, responseOf } from './context.js'

/** Takes the option `adopt` from those that all handlers share; a wrong one is a TypeError with a code. */
export function takeAdoption<Context>(
  options: (HandlerOptions<Context> & { readonly adopt?: boolean | AdoptOptions }) | undefined,
): { readonly adoption: Adoption | undefined; readonly shared: HandlerOptions<Context> | undefined } {
  if (options === undefined) return { adoption: undefined, shared: undefined }
  const shared = pickOptions(options, { adopt: true }) as HandlerOptions<Context>
  const checked = checkAdoptOption(read(options, 'adopt'))
  return { adoption: checked && prepareAdoption(checked, 'options.adopt.'), shared }
}

/** Decides what becomes of the answer that Koa would send. */
export function adoptionDecision<Context extends ProblemContext>(
  ctx: Context,
  body: unknown,
  { adoption, settings }: { readonly adoption: Adoption; readonly settings: HandlerSettings<Context> },
): Decision {
  if (!(ctx.status >= 400) || ctx.respond === false || isAnswered(ctx)) return STAYS
  const res = responseOf(ctx)
  const req = requestOf(ctx)
  if (responseState(req, res) !== 'open' || !isMeantFor(ctx, settings)) return STAYS
  const decision = adoption(new KoaAnswer(ctx, body), read(req.headers, 'accept'))
  if (decision.varies) varyByAccept(res)
  return decision
}

class KoaAnswer implements HandWritten {
  readonly #ctx: ProblemContext
  readonly #body: unknown
  // What Koa makes up it makes behind the handler.
  readonly isMadeUp = false
  // Its status is the 404 that Koa begins with.
  readonly isUnanswered: boolean

  constructor(ctx: ProblemContext, body: unknown) {
    this.#ctx = ctx
    this.#body = body
    this.isUnanswered = this.isEmpty && explicitStatus(ctx) === undefined
  }

  get status(): number {
    return this.#ctx.status
  }

  get isEmpty(): boolean {
    return this.#body === undefined || this.#body === null || this.#body === ''
  }

  get value(): unknown {
    return isJson(this.#body) ? this.#body : undefined
  }

  field(name: string): unknown {
    return ability(responseOf(this.#ctx), 'getHeader')?.(name)
  }

  text(most?: number): string | undefined {
    return bytesText(this.#body, most)
  }
}

// A method of a stream of Node, a Blob, a ReadableStream and a Response: what Koa sends as it is.
const STREAMING = ['pipe', 'stream', 'getReader', 'arrayBuffer']

// What Koa writes as JSON: every other object.
function isJson(body: unknown): boolean {
  if (typeof body !== 'object') return typeof body === 'number' || typeof body === 'boolean'
  return body !== null && !ArrayBuffer.isView(body) && !STREAMING.some((name) => typeof read(body, name) === 'function')
}

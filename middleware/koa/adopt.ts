/** Makes problems of what a Koa app answers by hand. */
import { isPropertyBag, read } from '../../lib/guard/read.js'
import { type Adoption, prepareAdoption } from '../../lib/handler/adopt.js'
import { type AdoptOptions, checkAdoptOption } from '../../lib/handler/adopt-options.js'
import { pickOptions } from '../../lib/handler/fill-options.js'
import type { HandWritten } from '../../lib/handler/hand-written.js'
import type { HandlerOptions } from '../../lib/handler/options.js'
import type { HttpProblem } from '../../lib/problem/problem.js'
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

/** What becomes of an answer: a problem takes its place, or it stays. */
export interface Adopted {
  readonly problem: HttpProblem | undefined
}

const STAYS: Adopted = { problem: undefined }

/** Tells what becomes of the answer that Koa would send; `undefined` where nobody has answered a client that asks for problems. */
export function adoptedProblem(ctx: ProblemContext, body: unknown, adoption: Adoption): Adopted | undefined {
  if (!(ctx.status >= 400) || ctx.respond === false || isAnswered(ctx)) return STAYS
  const res = responseOf(ctx)
  const req = requestOf(ctx)
  if (responseState(req, res) !== 'open') return STAYS
  const answer = new KoaAnswer(ctx, body)
  const { varies, isAsked, problem } = adoption(answer, read(req.headers, 'accept'))
  if (varies) varyByAccept(res)
  return isAsked && answer.isEmpty && explicitStatus(ctx) === undefined ? undefined : { problem }
}

class KoaAnswer implements HandWritten {
  readonly #ctx: ProblemContext
  readonly #body: unknown
  // What Koa makes up it makes behind the handler.
  readonly isMadeUp = false

  constructor(ctx: ProblemContext, body: unknown) {
    this.#ctx = ctx
    this.#body = body
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

// What Koa writes as JSON. Streams, and what the web has for them, are objects too.
function isJson(body: unknown): boolean {
  if (typeof body !== 'object') return typeof body === 'number' || typeof body === 'boolean'
  const isStream = typeof read(body, 'pipe') === 'function' || typeof read(body, 'stream') === 'function'
  return !isStream && (isPropertyBag(body) || Array.isArray(body))
}

/** Ends one response of an Express app with a problem, where the app answered an error by hand and the client asks for problems. */
import type { IncomingMessage, ServerResponse } from 'node:http'
import { callNow } from '../../lib/guard/call.js'
import { read } from '../../lib/guard/read.js'
import type { Adoption } from '../../lib/handler/adopt.js'
import type { DrainLimits } from '../../lib/handler/drain-limits.js'
import type { HandWritten } from '../../lib/handler/hand-written.js'
import { isMeantFor } from '../../lib/handler/handle.js'
import type { HandlerSettings } from '../../lib/handler/settings.js'
import type { Answer } from '../../lib/respond/respond.js'
import { ability } from '../node/ability.js'
import { answer } from '../node/answer.js'
import { responseState } from '../node/state.js'
import { bytesText, sentBody } from '../node/text.js'
import { varyByAccept } from '../node/vary.js'
import { ExpressExchange } from './handler.js'
import { isWritten } from './noted.js'

/** What an app was adopted with. */
export interface Adopting {
  readonly adoption: Adoption
  readonly settings: HandlerSettings<IncomingMessage>
  /** The bodies that answers to HEAD do not show. */
  readonly unseen: WeakMap<ServerResponse, unknown>
  /** The responses that are written in pieces, and held back by middleware. */
  readonly pieces: WeakSet<ServerResponse>
}

/** Answers with a problem in the place of what is given to `end`; tells whether it did. Never throws. */
export function endsAdopted(res: ServerResponse, args: readonly unknown[], adopting: Adopting): boolean {
  return callNow(() => isAdopted(res, args, adopting)).given === true
}

function isAdopted(res: ServerResponse, args: readonly unknown[], { adoption, settings, unseen, pieces }: Adopting): boolean {
  const { req } = res
  if (isWritten(res) || pieces.has(res) || responseState(req, res) !== 'open' || !isMeantFor(req, settings)) return false
  const decision = adoption(new EndingAnswer(res, sentBody(args), unseen.get(res)), read(req.headers, 'accept'))
  if (decision.varies) varyByAccept(res)
  if (decision.becomes !== 'problem') return false
  const exchange = new AdoptedExchange(
    req,
    res,
    args.find((arg) => typeof arg === 'function'),
  )
  return answer(decision.problem, exchange, settings, 'adopted') !== undefined
}

// What finalhandler sends for Express where no middleware answered.
const PAGE_OF_EXPRESS = /^<!DOCTYPE html>\s*<html lang="en">\s*<head>\s*<meta charset="utf-8">\s*<title>Error<\/title>/
const BEGINNING = 256

class EndingAnswer implements HandWritten {
  readonly #res: ServerResponse
  readonly #body: unknown
  // Whether there would be a body for GET, of which HEAD shows nothing but the fields.
  readonly #isUnseen: boolean
  readonly value: unknown = undefined
  // What answers where nobody did ends the response, too.
  readonly isUnanswered = false

  constructor(res: ServerResponse, body: unknown, unseen: unknown) {
    this.#res = res
    this.#body = body ?? unseen
    this.#isUnseen = this.#hasNoBody && res.req.method === 'HEAD' && this.#hasFieldsOfBody
  }

  get status(): number {
    // Some write a status as a text, which Node sends as it is.
    return Number(this.#res.statusCode)
  }

  get isEmpty(): boolean {
    return this.#hasNoBody && !this.#isUnseen
  }

  get isMadeUp(): boolean {
    if (this.field('content-security-policy') !== "default-src 'none'") return false
    return this.#isUnseen || PAGE_OF_EXPRESS.test(String(this.text(BEGINNING)))
  }

  // What is passed on in pieces has a type and no length.
  get #hasFieldsOfBody(): boolean {
    const length = this.field('content-length')
    return length === undefined ? this.field('content-type') !== undefined : Number(length) > 0
  }

  get #hasNoBody(): boolean {
    return this.#body === undefined || this.#body === null || read(this.#body, 'length') === 0
  }

  field(name: string): unknown {
    return this.#res.getHeader(name)
  }

  text(most?: number): string | undefined {
    // Bytes that nobody gave a type need not be text.
    return this.field('content-type') === undefined && typeof this.#body !== 'string' ? undefined : bytesText(this.#body, most)
  }
}

// Which middleware of the app ends the response, nobody can tell.
const SOMEBODY = { name: '', length: 0 } as const

class AdoptedExchange extends ExpressExchange {
  readonly #ended: unknown

  constructor(req: IncomingMessage, res: ServerResponse, ended: unknown) {
    super(req, res, SOMEBODY)
    this.#ended = ended
  }

  // The app takes the response for sent, and goes on: what it sends or throws then must find it sent.
  override get canWait(): boolean {
    return false
  }

  override write(answer: Answer, limits: DrainLimits): void {
    if (typeof this.#ended === 'function') ability(this.res, 'once')?.('finish', this.#ended)
    super.write(answer, limits)
  }
}

/** Answers an error on a response of Node, once, in whatever state it is: the steps that Express and Koa share. */
import { callNow } from '../../lib/guard/call.js'
import { eventOf, type Handled, type ProblemEvent } from '../../lib/handler/event.js'
import { handle } from '../../lib/handler/handle.js'
import type { HandlerSettings } from '../../lib/handler/settings.js'
import type { HttpProblem } from '../../lib/problem/problem.js'
import type { Answer } from '../../lib/respond/respond.js'
import type { Exchange } from './exchange.js'
import { requestFacts } from './facts.js'
import { abort } from './state.js'

/**
 * Answers whatever was thrown; gives the problem that it became, or `undefined` where the handler is not meant for the request. Where the form
 * that was asked for takes a moment, `exchange.later` is settled when it is written. Never throws.
 */
export function answer<Request>(
  thrown: unknown,
  exchange: Exchange<Request>,
  settings: HandlerSettings<Request>,
  maker?: string,
): HttpProblem | undefined {
  const facts = requestFacts(exchange.req, exchange.request)
  const handled = handle(thrown, facts, exchange, settings, maker)
  if (handled === undefined) return undefined
  const { better } = handled.answer
  // Nobody waits for what cannot be sent any more.
  if (better !== undefined && exchange.canWait && exchange.state === 'open')
    exchange.later = finishLater(handled, better, exchange, settings)
  else finish(handled, exchange, settings)
  return handled.problem
}

function finish<Request>(handled: Handled<Request>, exchange: Exchange<Request>, settings: HandlerSettings<Request>): void {
  settings.tell(eventOf(handled, act(handled.answer, exchange, settings)))
}

async function finishLater<Request>(
  handled: Handled<Request>,
  better: Promise<Answer>,
  exchange: Exchange<Request>,
  settings: HandlerSettings<Request>,
): Promise<void> {
  const answer = await better
  // Meanwhile the client may have gone, or others may have answered.
  exchange.lookAgain()
  // A response that cannot even be broken off throws, which nobody waits for in Express: the rejection would end the process.
  callNow(() => finish({ ...handled, answer }, exchange, settings))
}

function act<Request>(made: Answer, exchange: Exchange<Request>, { drain }: HandlerSettings<Request>): ProblemEvent['outcome'] {
  const { state, res } = exchange
  if (state === 'client-gone') return 'client-gone'
  if (state === 'finished') return 'too-late'
  const attempt = (): boolean => isWritten(() => exchange.write(made, drain))
  if (state === 'open' && (attempt() || (!res.headersSent && attempt()))) return 'answered'
  abort(res, made)
  return 'aborted'
}

// Who listens to the header section being written may throw; most listen once, so a second attempt succeeds. Better no answer than none for ever.
function isWritten(write: () => void): boolean {
  try {
    write()
    return true
  } catch {
    return false
  }
}

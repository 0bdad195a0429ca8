/** One request of Koa: what the core asks of its context, and how it is answered. */
import type { DrainLimits } from '../../lib/handler/drain-limits.js'
import type { Answer } from '../../lib/respond/respond.js'
import { matchedMethods } from '../../lib/routes/koa.js'
import { koaRoute, type MatchedRoute } from '../../lib/routes/matched.js'
import { koaTemplate } from '../../lib/routes/template.js'
import { drain } from '../node/drain.js'
import { Exchange } from '../node/exchange.js'
import { dropFields, setFields, setStatus } from '../node/write.js'
import { explicitStatus, isOfKoa, noteStatus, type ProblemContext, requestOf, responseOf } from './context.js'

/** A request that is answered through its context, so that middleware in front of the handler sees status and body; Koa writes them when all are done. */
export class KoaExchange<Context extends ProblemContext> extends Exchange<Context> {
  constructor(ctx: Context) {
    super(requestOf(ctx), responseOf(ctx), ctx)
  }

  override status(): number | undefined {
    return explicitStatus(this.request)
  }

  override route(): MatchedRoute {
    return koaRoute(this.request)
  }

  override template(): string | undefined {
    return koaTemplate(this.request)
  }

  override allow(): readonly string[] | undefined {
    return matchedMethods(this.request)?.allowed
  }

  override write(answer: Answer, limits: DrainLimits): void {
    const { req, res, request: ctx } = this
    // Straight to the response where Koa will not write: when the app said so, and for HEAD over HTTP/2, which Koa 2 leaves without an answer.
    if (ctx.respond === false || (ctx.method === 'HEAD' && req.httpVersionMajor >= 2)) return super.write(answer, limits)
    const { body } = answer
    const { drop, set } = answer.fields
    drain(req, res, limits)
    dropFields(res, drop)
    // The type before the body: Koa looks up no media type where it finds one.
    setFields(res, set, 0, 1)
    // Koa takes bytes in a Buffer only, and every other object for JSON.
    ctx.body = typeof body === 'string' ? body : Buffer.from(body)
    // Koa has set the length, which is the second.
    setFields(res, set, isOfKoa(ctx) ? 2 : 1)
    // After the body, which makes it 200; and not through `ctx.status`, which refuses codes that it does not know.
    setStatus(res, answer)
    // A double keeps its status apart from that of the response.
    if (ctx.status !== answer.status) ctx.status = answer.status
    noteStatus(ctx, answer.status)
  }
}

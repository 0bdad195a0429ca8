/** What people on call see of the shop: a line of the log, a count and a trace for each problem, once for both frameworks. */
import type { IncomingMessage, ServerResponse } from 'node:http'
import { countProblems, problemLogger, traceMember, traceProblems } from 'http-problems/telemetry'
import { Histogram, Registry } from 'prom-client'

const register = new Registry()

// As OpenTelemetry names it, so that the alerts of `http-problems monitoring` find it without an option.
const requests = new Histogram({
  name: 'http_server_request_duration_seconds',
  help: 'How long requests take, by method, route and status.',
  labelNames: ['http_request_method', 'http_route', 'http_response_status_code'],
  registers: [register],
})

/** The options of both handlers. */
export const watching = {
  logger: problemLogger(console),
  members: traceMember(),
  onProblem: [countProblems(register), traceProblems()],
}

/** Counts a request, and how long it took; which route took it is known at its end. */
export function countRequest({ method = '' }: IncomingMessage, res: ServerResponse, route: () => string | undefined): void {
  const began = performance.now()
  res.once('finish', () => {
    const labels = { http_request_method: method, http_route: route() ?? '', http_response_status_code: res.statusCode }
    requests.observe(labels, (performance.now() - began) / 1000)
  })
}

/** Gives what Prometheus reads, and its media type. */
export async function metrics(): Promise<{ readonly type: string; readonly text: string }> {
  return { type: register.contentType, text: await register.metrics() }
}

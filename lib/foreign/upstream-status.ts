/** Our statuses for what another server answered, or for that it did not answer. */

import { registeredStatus } from '../problem/status.js'

const TIMEOUT = /^(?:ETIMEDOUT|ESOCKETTIMEDOUT|ECONNABORTED|UND_ERR_[A-Z_]*TIMEOUT)$/
// Mistakes in the call: the other server was never asked.
const MISUSE = /^(?:ERR_INVALID_URL|ERR_INVALID_ARG_\w+|UND_ERR_INVALID_ARG|ERR_BAD_OPTION\w*|ERR_UNSUPPORTED_PROTOCOL)$/

/** Gives our status for a failure without a response, by its code, or by a name that says enough. */
export function failureStatus(code: unknown, name?: unknown): number {
  if (name === 'TimeoutError') return 504
  const text = typeof code === 'string' ? code : ''
  if (MISUSE.test(text)) return 500
  return TIMEOUT.test(text) || text === 'ERR_CANCELED' ? 504 : 502
}

/**
 * Gives our status for a response of another server: 503 where it asks us to wait, 504 where it waited in vain, else 502. Codes of nginx,
 * Cloudflare, AWS and others count as their registered equivalents.
 */
export function upstreamStatus(status: unknown): number {
  const meant = typeof status === 'number' ? registeredStatus(status) : undefined
  if (meant === 429 || meant === 503) return 503
  return meant === 504 || meant === 408 ? 504 : 502
}

/** Tells whether a status says that another server is at fault, or not there. */
export function blamesUpstream(status: number): boolean {
  return status === 502 || status === 503 || status === 504
}

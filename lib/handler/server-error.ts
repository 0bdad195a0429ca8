/** Tells who has to act on an error: the one rule for the default log of every framework. */
import { commonMethods } from '../status/codes.js'
import type { ProblemEvent } from './event.js'

/**
 * Tells whether an error is one of the server, which somebody has to look at. A 4xx is the caller's, and a client that left is nobody's.
 *
 * So is a 501 for a method that nobody expects of a server (RFC 9110 15.6.2): whoever scans for WebDAV makes as many as he likes. A 501 for a
 * common method was thrown by the app, for something that it does not do yet.
 */
export function isServerError({ status, outcome, facts }: Pick<ProblemEvent, 'status' | 'outcome' | 'facts'>): boolean {
  if (outcome === 'client-gone' || status < 500) return false
  return status !== 501 || commonMethods.has(facts.method)
}

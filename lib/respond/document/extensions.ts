/** Puts the extension members into a document (RFC 9457 3.2): the handler's, the problem's own, and for developers the error itself. */

import { definitionOf } from '../../define/definition.js'
import { setOwn } from '../../guard/bare.js'
import { callHook } from '../../guard/call.js'
import { describeError } from '../../guard/describe.js'
import type { ProblemFault } from '../../guard/fault.js'
import { shortName } from '../../guard/name.js'
import { isEmptyRecord, ownKeys, read } from '../../guard/read.js'
import { copyMembers } from '../../problem/members.js'
import type { DocumentMaking, Draft } from '../making.js'
import { checkMembers } from '../members/check.js'
import { maySendAgain, retryFacts } from '../retry.js'
import { type Budget, plainMember } from './plain.js'

// More objects than anyone reads in an error, few enough for the slowest of them to be looked at in time.
const MOST_OBJECTS = 4096

const NO_FAULTS: readonly ProblemFault[] = []

/** Adds the members. Those of a declared type are checked; gives how they break their schema. */
export function addExtensions<Request>(document: Draft, making: DocumentMaking<Request>): readonly ProblemFault[] {
  const { problem, facts, settings, report } = making
  const { members, debug, maxBytes, retryMembers } = settings
  const given = read(problem, 'extensions')
  const definition = definitionOf(problem)
  // Most problems have nothing to add, and nothing to check.
  if (members === undefined && !debug && !retryMembers && definition === undefined && isEmptyRecord(given)) return NO_FAULTS
  const own = copyMembers(given, 'extensions', report)
  const added = (): object =>
    members === undefined
      ? {}
      : copyMembers(
          callHook('members', () => members(problem, facts), report),
          'members',
          report,
        )
  const extensions: Record<string, unknown> =
    members === undefined && !debug && !retryMembers
      ? own
      : {
          ...(retryMembers && retryMembersOf(document.status, making)),
          ...added(),
          ...own,
          ...(debug && { debug: describeError(problem) }),
        }
  // One member may take what a whole body may. All together may take a few times as much, so that a hostile one costs no other its place.
  const left: Budget = { values: 4 * maxBytes, objects: 4 * MOST_OBJECTS }
  for (const name of ownKeys(extensions)) {
    left.values -= name.length
    if (left.values <= 0) {
      report('ERR_PROBLEM_BODY', 'extensions', `at most ${4 * maxBytes} values`, 'more')
      break
    }
    const budget: Budget = { values: Math.min(maxBytes, left.values), objects: Math.min(MOST_OBJECTS, left.objects) }
    const { values, objects } = budget
    const value = plainMember(extensions[name], `extensions.${shortName(name)}`, budget, report)
    left.values -= values - Math.max(0, budget.values)
    left.objects -= objects - Math.max(0, budget.objects)
    if (value !== undefined) setOwn(document, name.toWellFormed(), value)
  }
  if (definition === undefined) return NO_FAULTS
  // Only what is the problem's own is a matter of its schema, so that a closed schema does not refuse a request id.
  const names = ownKeys(own).filter((name) => Object.is(own[name], extensions[name]))
  return checkMembers(document, { names, definition }, making)
}

function retryMembersOf<Request>(status: number, { problem, facts }: DocumentMaking<Request>): object {
  const retry = retryFacts(problem, status)
  return {
    retryable: maySendAgain(retry, facts.method),
    ...(retry.afterSeconds !== undefined && { retryAfter: retry.afterSeconds }),
  }
}

/** Makes the problem details object (RFC 9457 3.1) of a problem: plain data, valid, of bounded size. */

import { schemaFaults } from '../../schemas/index.js'
import type { ReportFault } from '../problem/fault.js'
import { copyMembers } from '../problem/members.js'
import { ABOUT_BLANK, type HttpProblem, type ProblemDocument } from '../problem/problem.js'
import { nameValue, ownKeys, read } from '../problem/read.js'
import { isErrorStatus, titleOf, usableStatus } from '../problem/status.js'
import { vendorCodes } from '../status/codes.js'
import { describeError } from './describe-error.js'
import type { RequestFacts } from './facts.js'
import { callHook } from './hook.js'
import { type Budget, plainMember } from './plain.js'
import type { Settings } from './settings.js'

type Draft = { -readonly [Member in keyof ProblemDocument]: ProblemDocument[Member] }

// Far beyond every URI in use, and cheap to check.
const LONGEST_URI = 8192

// More objects than anyone reads in an error, few enough for the slowest of them to be looked at in time.
const MOST_OBJECTS = 4096

/** Makes the document. Every read of the problem is guarded: it may come from another copy of the package, or have been changed. */
export function problemDocument<Request>(
  problem: HttpProblem,
  facts: RequestFacts<Request>,
  settings: Settings<Request>,
  report: ReportFault,
): ProblemDocument {
  const given = read(problem, 'status')
  // The problem has reported what it was made with; here only a status that was changed afterwards is news.
  const status = usableStatus(given, (...fault) =>
    isErrorStatus(given) && vendorCodes[given] === undefined ? undefined : report(...fault),
  )
  if (status === 425) checkEarlyData(facts, report)
  const { type, title } = typeAndTitle(problem, status, settings)
  const document: Draft = { type, title, status }
  const detail = textMember(problem, 'detail', report)
  if (detail !== undefined) document.detail = detail
  const instance = textMember(problem, 'instance', report) ?? makeInstance(problem, facts, settings, report)
  if (instance !== undefined) document.instance = resolve(instance, settings)
  addExtensions(document, problem, facts, settings, report)
  return repaired(document, report)
}

// RFC 8470 5.2: a 425 answers early data only. Any Early-Data field, repeated or invalid, counts as one (5.1).
function checkEarlyData<Request>({ headers }: RequestFacts<Request>, report: ReportFault): void {
  if (headers['early-data'] === undefined)
    report('ERR_PROBLEM_STATUS', 'status', '503 for a request that did not come in early data', '425')
}

function typeAndTitle<Request>(
  problem: HttpProblem,
  status: number,
  settings: Settings<Request>,
): { type: string; title: string } {
  const given = read(problem, 'type')
  const plain = typeof given !== 'string' || given === '' || given === ABOUT_BLANK
  const declared = plain ? settings.defaults.get(status) : { type: given, title: read(problem, 'title') }
  // RFC 9457 4.2.1: the title of about:blank is the phrase of the status.
  if (declared === undefined) return { type: ABOUT_BLANK, title: titleOf(status) }
  const title = typeof declared.title === 'string' && declared.title !== '' ? declared.title.toWellFormed() : titleOf(status)
  return { type: resolve(declared.type, settings), title }
}

function textMember(problem: HttpProblem, name: 'detail' | 'instance', report: ReportFault): string | undefined {
  const value = read(problem, name)
  if (typeof value === 'string') return value === '' ? undefined : value.toWellFormed()
  if (value !== undefined && value !== null) report('ERR_PROBLEM_MEMBER', name, 'a string', nameValue(value))
  return undefined
}

function makeInstance<Request>(
  problem: HttpProblem,
  facts: RequestFacts<Request>,
  { instance }: Settings<Request>,
  report: ReportFault,
): string | undefined {
  if (instance === 'none') return undefined
  if (instance === 'uuid') return `urn:uuid:${crypto.randomUUID()}`
  const made = callHook('instance', () => instance(problem, facts), report)
  if (made === undefined || made === null || typeof made === 'string') return made || undefined
  report('ERR_PROBLEM_HOOK', 'options.instance', 'a function that gives a string', `${nameValue(made)} from it`)
  return undefined
}

// RFC 9457 3.1.1: absolute URIs are recommended, relative ones carry the full path.
function resolve<Request>(reference: string, { baseUri }: Settings<Request>): string {
  if (baseUri === undefined || /^[a-z][a-z0-9+.-]*:/i.test(reference)) return reference
  // No URI is that long, and to parse it would cost more than the answer; it is dropped below.
  if (reference.length > LONGEST_URI || reference.startsWith('//')) return withScheme(reference, baseUri)
  if (!baseUri.startsWith('/')) return URL.canParse(reference, baseUri) ? new URL(reference, baseUri).href : reference
  // A base without authority borrows one for the resolution and gives it back.
  const { pathname, search, hash } = new URL(reference, new URL(baseUri, PLACEHOLDER))
  return `${pathname}${search}${hash}`
}

// A reference with an authority takes only the scheme of the base.
function withScheme(reference: string, baseUri: string): string {
  if (reference.length > LONGEST_URI || baseUri.startsWith('/') || !URL.canParse(reference, baseUri)) return reference
  return new URL(reference, baseUri).href
}

const PLACEHOLDER = 'http://placeholder.invalid'

function addExtensions<Request>(
  document: Draft,
  problem: HttpProblem,
  facts: RequestFacts<Request>,
  settings: Settings<Request>,
  report: ReportFault,
): void {
  const { members, debug, maxBytes } = settings
  const own = copyMembers(read(problem, 'extensions'), 'extensions', report)
  const extensions =
    members === undefined
      ? own
      : {
          ...copyMembers(
            callHook('members', () => members(problem, facts), report),
            'members',
            report,
          ),
          ...own,
        }
  if (debug) extensions['debug'] = describeError(problem)
  // One member may take what a whole body may. All together may take a few times as much, so that a hostile one costs no other its place.
  const left: Budget = { values: 4 * maxBytes, objects: 4 * MOST_OBJECTS }
  for (const name of ownKeys(extensions)) {
    left.values -= name.length
    if (left.values <= 0) {
      report('ERR_PROBLEM_BODY', 'extensions', `at most ${4 * maxBytes} values`, 'more')
      return
    }
    const budget: Budget = { values: Math.min(maxBytes, left.values), objects: Math.min(MOST_OBJECTS, left.objects) }
    const { values, objects } = budget
    const value = plainMember(extensions[name], `extensions.${name.slice(0, 40)}`, budget, report)
    left.values -= values - Math.max(0, budget.values)
    left.objects -= objects - Math.max(0, budget.objects)
    if (value !== undefined) document[name.toWellFormed()] = value
  }
}

// Every document is checked before it is sent; a member that breaks the schema goes, the status stays.
function repaired(document: Draft, report: ReportFault): ProblemDocument {
  for (const name of ['type', 'instance'] as const) {
    if ((document[name]?.length ?? 0) > LONGEST_URI)
      drop(document, name, `a URI reference of at most ${LONGEST_URI} characters`, report)
  }
  for (const { instancePath } of schemaFaults(document))
    drop(document, instancePath.slice(1) as 'type' | 'instance', 'a URI reference (RFC 3986)', report)
  return document
}

function drop(document: Draft, name: 'type' | 'instance', expected: string, report: ReportFault): void {
  report('ERR_PROBLEM_TYPE', name, expected, nameValue(document[name]))
  if (name === 'instance') delete document.instance
  else Object.assign(document, { type: ABOUT_BLANK, title: titleOf(document.status) })
}

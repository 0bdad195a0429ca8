/** Makes the problem details object (RFC 9457 3.1) of a problem: plain data, valid, of bounded size. */

import { resolveUri } from '../../../schemas/uri.js'
import { schemaFindings } from '../../../schemas/validate.js'
import { TOLD } from '../../define/definition.js'
import { assignOwn, setOwn } from '../../guard/bare.js'
import { callHook } from '../../guard/call.js'
import type { ProblemFault, ReportFault } from '../../guard/fault.js'
import { nameValue } from '../../guard/name.js'
import { read } from '../../guard/read.js'

import { type HeldMembers, heldMembers } from '../../problem/held.js'
import type { ProblemDocument } from '../../problem/problem.js'
import { ABOUT_BLANK } from '../../problem/static-members.js'

import { isErrorStatus, titleOf, usableStatus } from '../../problem/status.js'
import { equivalents } from '../../status/codes.js'
import type { DocumentMaking, Draft } from '../making.js'
import type { DocumentSettings } from '../settings.js'
import { addExtensions } from './extensions.js'
import { randomUuid } from './uuid.js'

// Far beyond every URI in use, and cheap to check.
const LONGEST_URI = 8192

/** Makes the document. Every read of the problem is guarded: it may come from another copy of the package, or have been changed. */
export function problemDocument<Request>(making: DocumentMaking<Request>): ProblemDocument {
  const { problem, settings, report } = making
  const held = heldMembers(problem)
  const status = usableStatus(held.status, isNews(held.status) ? report : ignore)
  if (status === 425) checkEarlyData(making)
  const { type, title } = typeAndTitle(held, status, settings)
  const document: Draft = { type, title, status }
  const detail = textMember(held, 'detail', report)
  if (detail !== undefined) setOwn(document, 'detail', detail)
  const instance = textMember(held, 'instance', report) ?? makeInstance(making)
  if (instance !== undefined) setOwn(document, 'instance', resolve(instance, settings))
  const unfit = addExtensions(document, making)
  if (unfit.length > 0 && settings.onInvalid === 'fail') return unfitDocument(unfit)
  // The detail may say what was left out.
  if (unfit.length > 0 && read(problem, TOLD) === detail) delete document.detail
  return repaired(document, report)
}

// The problem has reported what it was made with; only a status that was changed afterwards is news.
function isNews(status: unknown): boolean {
  return !isErrorStatus(status) || equivalents[status] !== undefined
}

function ignore(): void {
  // Nothing to tell.
}

// RFC 8470 5.2: a 425 answers early data only. Any Early-Data field, repeated or invalid, counts as one (5.1).
function checkEarlyData<Request>({ facts, report }: DocumentMaking<Request>): void {
  if (read(facts.headers, 'early-data') === undefined)
    report('ERR_PROBLEM_STATUS', 'status', '503 for a request that did not come in early data', '425')
}

function typeAndTitle<Request>(
  held: HeldMembers,
  status: number,
  settings: DocumentSettings<Request>,
): { type: string; title: string } {
  const { type } = held
  const plain = typeof type !== 'string' || type === '' || type === ABOUT_BLANK
  const declared = plain ? settings.defaults.get(status) : { type, title: held.title }
  // RFC 9457 4.2.1: the title of about:blank is the phrase of the status.
  if (declared === undefined) return { type: ABOUT_BLANK, title: titleOf(status) }
  const title = typeof declared.title === 'string' && declared.title !== '' ? declared.title.toWellFormed() : titleOf(status)
  return { type: resolve(declared.type, settings), title }
}

function textMember(held: HeldMembers, name: 'detail' | 'instance', report: ReportFault): string | undefined {
  const value = held[name]
  if (typeof value === 'string') return value === '' ? undefined : value.toWellFormed()
  if (value !== undefined && value !== null) report('ERR_PROBLEM_MEMBER', name, 'a string', nameValue(value))
  return undefined
}

function makeInstance<Request>({ problem, facts, settings, report }: DocumentMaking<Request>): string | undefined {
  const { instance } = settings
  if (instance === 'none') return undefined
  if (instance === 'uuid') return `urn:uuid:${randomUuid()}`
  const made = callHook('instance', () => instance(problem, facts), report)
  if (made === undefined || made === null || typeof made === 'string') return made || undefined
  report('ERR_PROBLEM_HOOK', 'options.instance', 'a function that gives a string', `${nameValue(made)} from it`)
  return undefined
}

// RFC 9457 3.1.1: absolute URIs are recommended, relative ones carry the full path.
function resolve<Request>(reference: string, { baseUri }: DocumentSettings<Request>): string {
  if (baseUri === undefined || /^[a-z][a-z0-9+.-]*:/i.test(reference)) return reference
  // No URI is that long, and to parse it would cost more than the answer; it is dropped below.
  if (reference.length > LONGEST_URI || reference.startsWith('//')) return withScheme(reference, baseUri)
  if (!baseUri.startsWith('/')) return resolveUri(reference, baseUri) ?? reference
  // A base without authority borrows one for the resolution and gives it back.
  return resolveUri(reference, PLACEHOLDER + baseUri)?.slice(PLACEHOLDER.length) ?? reference
}

// A reference with an authority takes only the scheme of the base.
function withScheme(reference: string, baseUri: string): string {
  if (reference.length > LONGEST_URI || baseUri.startsWith('/')) return reference
  return resolveUri(reference, baseUri) ?? reference
}

const PLACEHOLDER = 'http://placeholder.invalid'

// For tests: what a server in production leaves out is an error of its own there.
function unfitDocument(faults: readonly ProblemFault[]): ProblemDocument {
  const detail = faults.map(({ place, expected, got }) => `${place}: expected ${expected}, got ${got}.`).join(' ')
  return { type: ABOUT_BLANK, title: titleOf(500), status: 500, detail, code: 'ERR_PROBLEM_MEMBERS' }
}

// Types that the schema has let through: nothing else of a document without `instance` can be wrong, as all else is made here.
const provenTypes = new Set<string>()
// More types than any API has, unless it makes them up as it goes.
const MOST_PROVEN = 1000
// They are kept for ever, and a type may come from another server.
const LONGEST_PROVEN = 200

// Every document is checked before it is sent; a member that breaks the schema goes, the status stays.
function repaired(document: Draft, report: ReportFault): ProblemDocument {
  const isProven = !Object.hasOwn(document, 'instance') && provenTypes.has(document.type)
  if (isProven) return document
  for (const name of ['type', 'instance'] as const) {
    if (Object.hasOwn(document, name) && String(document[name]).length > LONGEST_URI)
      drop(document, name, `a URI reference of at most ${LONGEST_URI} characters`, report)
  }
  for (const { instancePath } of schemaFindings(document))
    drop(document, instancePath.slice(1) as 'type' | 'instance', 'a URI reference (RFC 3986)', report)
  if (provenTypes.size < MOST_PROVEN && document.type.length <= LONGEST_PROVEN) provenTypes.add(document.type)
  return document
}

function drop(document: Draft, name: 'type' | 'instance', expected: string, report: ReportFault): void {
  report('ERR_PROBLEM_TYPE', name, expected, nameValue(document[name]))
  if (name === 'instance') delete document.instance
  else assignOwn(document, { type: ABOUT_BLANK, title: titleOf(document.status) })
}

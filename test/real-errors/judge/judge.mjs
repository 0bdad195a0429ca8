/** Judges one answer: gives the list of its faults, each with its kind. */
import { inspect } from 'node:util'
import { deservedFields } from '../expect/fields.mjs'
import { neverShown, planted as plantedInRows } from '../expect/planted.mjs'
import { isValidator, safeTexts, shownOf } from '../expect/shown.mjs'
import { deservedStatus, outcomes } from '../expect/status.mjs'
import { documentFaults } from './document.mjs'
import { leaksIn } from './leaks.mjs'
import { secretsOf } from './secrets.mjs'

/**
 * Tells whether the judge would see an answer that repeats the message of the error or its members, as careless handlers do.
 */
export function seesLeaks(row, err, planted) {
  const careless = [
    { detail: read(err, 'message') ?? err },
    { error: inspect({ ...err }, { depth: 6 }) },
    Object.keys(Object(err)),
  ]
  return careless.some((document) => {
    const answer = { reason: '', rawHeaders: [], body: JSON.stringify(document) }
    let seen = false
    judgeLeaks(row, { answer, err }, planted, () => {
      seen = true
    })
    return seen
  })
}

/** Judges what a framework did about the error of a row. `isOrigin`: the error happened there and was not only thrown again. */
export function judge(row, exchange, { isOrigin, planted }) {
  const faults = []
  const fault = (kind, text) => faults.push({ kind, text })
  const outcome = outcomes[row.id]?.outcome
  if (outcome === 'gone') judgeGone(row, exchange, fault)
  else if (outcome === 'started') judgeStarted(exchange, fault)
  else judgeAnswer(row, exchange, isOrigin, fault)
  judgeLeaks(row, exchange, planted, fault)
  return faults
}

// Nobody reads it: it counts as 499, and no operator is woken.
function judgeGone(row, { answer, events, logged }, fault) {
  const [event] = events
  if (answer.status !== undefined && answer.complete) fault('outcome', `a whole answer was sent, ${answer.status}`)
  if (events.length !== 1) return fault('outcome', `${events.length} events, not 1`)
  if (event.outcome !== 'client-gone') fault('outcome', `the event says ${event.outcome}, not client-gone`)
  if (event.status !== 499) fault('status', `the event counts ${event.status}, not 499`)
  const deserved = deservedStatus(row)
  if (deserved !== 499 && event.problem.status !== deserved)
    fault('status', `the problem is a ${event.problem.status}, not ${deserved}`)
  if (logged.length > 0) fault('outcome', 'it was logged as an error')
}

function judgeStarted({ answer, events }, fault) {
  if (answer.complete) fault('outcome', 'the answer looks complete')
  if (events[0]?.outcome !== 'aborted') fault('outcome', `the event says ${events[0]?.outcome}, not aborted`)
}

function judgeAnswer(row, { answer, err }, isOrigin, fault) {
  const status = deservedStatus(row)
  if (!answer.complete) return fault('outcome', answer.fault ?? 'no whole answer')
  if (answer.status !== status) fault('status', `status ${answer.status}, not ${status}`)
  const type = answer.headers['content-type']
  if (type !== 'application/problem+json') fault('document', `Content-Type ${type}`)
  for (const text of documentFaults(answer.body)) fault('document', text)
  const document = parsed(answer.body)
  if (document?.status !== answer.status)
    fault('document', `the member status is ${document?.status}, the response ${answer.status}`)
  // With another status, other fields are right.
  if (answer.status === status) judgeFields(row, answer, err, isOrigin, fault)
  if (answer.status === status) judgeShown(row, document, fault)
}

function judgeFields(row, { headers }, err, isOrigin, fault) {
  for (const rule of deservedFields(row, deservedStatus(row))) {
    if (rule.origin && !isOrigin) continue
    const value = headers[rule.name.toLowerCase()]
    const expected = rule.fault(value, err)
    if (expected !== undefined) fault('field', `${rule.name}: ${value ?? 'none'}, not ${expected}`)
  }
}

function judgeShown(row, document, fault) {
  const { detail, faults } = shownOf(row)
  if (detail !== undefined && document?.detail !== detail)
    fault('shown', `detail ${JSON.stringify(document?.detail)}, not "${detail}"`)
  const listed = Array.isArray(document?.errors) ? document.errors.flatMap(({ pointer, parameter }) => [pointer, parameter]) : []
  const missing = faults.filter((place) => !listed.includes(place))
  if (missing.length > 0) fault('shown', `errors does not name ${missing.join(', ')}`)
}

function judgeLeaks(row, { answer, err }, planted, fault) {
  const status = deservedStatus(row)
  const found = leaksIn(answer, {
    secrets: secretsOf(err, { status, validator: isValidator(row) }),
    planted: [...planted, ...neverShown, ...(plantedInRows[row.id] ?? [])],
    safe: safeTexts(row.id, err),
    fields: fieldsOf(row, err),
  })
  for (const secret of found) fault('leak', `shows ${JSON.stringify(secret.length > 80 ? `${secret.slice(0, 80)}...` : secret)}`)
}

// The values of fields that must be sent, by the name in lower case: those that come from the error, and ours, whose value an error may hold by
// chance as the name of a field.
function fieldsOf(row, err) {
  const rules = deservedFields(row, deservedStatus(row)).filter(({ expected }) => expected !== undefined)
  return new Map([['vary', 'Accept'], ...rules.map(({ name, expected }) => [name.toLowerCase(), expected(err)])])
}

function parsed(body) {
  try {
    return JSON.parse(body)
  } catch {
    return undefined
  }
}

function read(value, name) {
  try {
    return value?.[name]
  } catch {
    return undefined
  }
}

/** Which errors of compat are answered as they are, and which by the families of lib/foreign: nothing more is sent of one than of a real http-errors error. */
import { type AskedFamily, askedFamily, bareFamily, rowIn } from '../foreign/asked-family.js'
import { messageDetail, ownHeaders } from '../foreign/exposed.js'
import { beforeHttpErrors } from '../foreign/families/before-http-errors.js'
import { type ForeignError, foreignError } from '../foreign/family.js'
import { bare } from '../guard/bare.js'
import { givenFields } from '../problem/fields/given-fields.js'
import { isFraming } from '../problem/headers.js'
import { standardMembers } from '../problem/members.js'
import { isErrorStatus } from '../problem/status.js'

// `properties` were never sent by http-errors. One that has the name of a member of the problem, such as the `type` of body-parser or a
// `detail` of a database, must neither be sent nor be lost.
const MEMBERS = [...standardMembers.filter((name) => name !== 'status'), 'extensions']

// What makes its errors with createError(), such as csurf, koa-jwt and connect-timeout.
let askedBefore: readonly AskedFamily[] | undefined

/** Tells whether an error says itself all that may be sent of it. */
export function isAnsweredAsItIs(error: object): boolean {
  if (MEMBERS.some((name) => Object.hasOwn(error, name))) return false
  const foreign = foreignError(error)
  if (!isErrorStatus(foreign.get('status')) || !mayPass(foreign)) return false
  askedBefore ??= beforeHttpErrors().map((family) => askedFamily(bareFamily(family)))
  return askedBefore.every((asked) => rowIn(asked, foreign, bare({})) === undefined)
}

/** Gives the message as the detail that the family of http-errors would make of it. */
export function exposedMessage(error: object, status: number): string | undefined {
  return messageDetail(foreignError(error), status)
}

// A field that frames the message is left out of every problem, so it is no reason.
function mayPass(error: ForeignError): boolean {
  const headers = error.get('headers')
  if (headers === undefined) return true
  const kept = ownHeaders(error, () => undefined)
  const names = givenFields(headers)?.map(([name]) => String(name))
  return names?.every((name) => Object.hasOwn(kept, name) || isFraming(name)) === true
}

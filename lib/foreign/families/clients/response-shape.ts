/** Tells responses of other servers from what an app throws itself: both have a status, and some fields. */

import { isRecord, itemsOf, read } from '../../../guard/read.js'
import { givenField, givenFields } from '../../../problem/fields/given-fields.js'
import type { ForeignError } from '../../family.js'
import { hasProperty } from '../rows.js'

/** Tells whether a value is a response of another server. */
export function isResponse(error: ForeignError): boolean {
  if (isXhr(error) || isMessage(error)) return true
  if (givenFields(fieldsOf(error)) === undefined) return false
  // A Response of fetch that was made here has no address, and its status is the app's; its body is a stream nevertheless.
  if (read(error.thrown, Symbol.toStringTag) === 'Response') return hasAddress(error) || hasWireFields(error)
  return keepsRequest(error) || keepsBody(error) || hasWireFields(error)
}

/** Tells whether a value is an XMLHttpRequest, which has no `headers`. */
export function isXhr(error: ForeignError): boolean {
  return !error.isError && typeof error.get('getAllResponseHeaders') === 'function'
}

// What node:http and undici read from the wire beside the fields.
function isMessage(error: ForeignError): boolean {
  return itemsOf(error.get('rawHeaders')) !== undefined || isRecord(error.get('trailers'))
}

// axios and gaxios keep the configuration, superagent, request and got the request.
function keepsRequest(error: ForeignError): boolean {
  if (isRecord(error.get('config')) && hasProperty(error, 'data')) return true
  return isRecord(error.get('request')) || isRecord(error.get('req'))
}

// undici, aws-sdk and bent give a stream; Octokit and urllib what they read, and from where; superagent the text and what it means.
function keepsBody(error: ForeignError): boolean {
  const { thrown } = error
  if (isStream(thrown) || isStream(error.get('body'))) return true
  if (hasAddress(error)) return hasProperty(error, 'data') || hasProperty(error, 'body')
  return error.text('text') !== undefined && hasProperty(error, 'body')
}

function isStream(value: unknown): boolean {
  return typeof read(value, 'pipe') === 'function' || typeof read(value, 'getReader') === 'function'
}

function hasAddress(error: ForeignError): boolean {
  return Boolean(error.text('url') ?? error.text('requestUrl'))
}

/** Tells whether a value has fields that came over a wire. */
export function hasWireFields(error: ForeignError): boolean {
  // RFC 9110 6.6.1: servers send Date. No app writes Date or Age on an error, and a request has none of them.
  const fields = fieldsOf(error)
  return fields !== undefined && ['date', 'age'].some((name) => givenField(fields, name) !== undefined)
}

/** Gives the fields of a response. */
export function fieldsOf(error: ForeignError): unknown {
  // superagent lists them under `header`, as JSON under nothing else.
  return error.get('headers') ?? error.get('responseHeaders') ?? error.get('rawHeaders') ?? error.get('header')
}

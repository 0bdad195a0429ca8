/**
 * Errors of clients that send messages: Slack, Twilio, SendGrid, Mailgun, Postmark, Resend, Discord, Telegraf and web-push, and of
 * those that keep a response beside its status in `code`, such as Google Cloud Storage, or the status in `http_code`: Cloudinary.
 */
import { isRecord, read } from '../../../guard/read.js'
import { isErrorStatus } from '../../../problem/status.js'
import type { Family, FamilyRow, ForeignError, Mark } from '../../family.js'
import { failureStatus } from '../../upstream-status.js'
import { hasOnly, hasProperty, named, row } from '../rows.js'
import { responseFields, responseRow } from './response-row.js'

const statusCode = (error: ForeignError): unknown => error.get('statusCode')
const status = (error: ForeignError): unknown => error.get('status')
const fields = (error: ForeignError): unknown => error.get('headers')
const noFields = (): undefined => undefined

/** The family. */
export const messaging: Family = {
  name: 'clients that send messages',
  keys: [
    'response',
    'statusCode',
    'type',
    'rawError',
    'sublimitTimeout',
    'moreInfo',
    'on',
    'endpoint',
    'retryAfter',
    'http_code',
  ],
  rows: [
    responseRow((error) => error.code === 'slack_webapi_http_error', statusCode, fields),
    waiting(
      (error) => error.code === 'slack_webapi_rate_limited_error',
      (error) => error.get('retryAfter'),
    ),
    responseRow(isDiscord, status, noFields),
    waiting(isDiscordLimit, (error) => Math.ceil(Number(error.get('retryAfter')) / 1000)),
    responseRow(isTwilio, status, noFields),
    responseRow(isSendGrid, ({ code }) => code, responseFields),
    // The client of Mailgun makes a 400 of everything that is no answer, and has the code of the failure as its text.
    { when: (error) => isMailgun(error) && isSystemCode(error), status: (error) => failureStatus(error.get('message')) },
    responseRow(isMailgun, status, noFields),
    responseRow((error) => isPostmark(error) && isErrorStatus(statusCode(error)), statusCode, noFields),
    row((error) => isPostmark(error) && /timeout/.test(error.message ?? ''), 504),
    row(isPostmark, 502),
    responseRow((error) => isResend(error) && isErrorStatus(statusCode(error)), statusCode, noFields),
    row(isResend, 502),
    waiting(
      (error) => isTelegraf(error) && read(error.get('response'), 'error_code') === 429,
      (error) => read(read(error.get('response'), 'parameters'), 'retry_after'),
    ),
    row(isTelegraf, 502),
    responseRow(isWebPush, statusCode, fields),
    responseRow(
      (error) => isErrorStatus(error.get('http_code')),
      (error) => error.get('http_code'),
      noFields,
    ),
  ],
}

// A limit of the service, with the time that it lasts.
function waiting(when: Mark, seconds: (error: ForeignError) => unknown): FamilyRow {
  return responseRow(
    when,
    () => 429,
    (error) => ({ 'retry-after': String(seconds(error)) }),
  )
}

function isDiscord(error: ForeignError): boolean {
  return (
    error.isError && hasProperty(error, 'rawError') && typeof error.get('method') === 'string' && isErrorStatus(status(error))
  )
}

function isDiscordLimit(error: ForeignError): boolean {
  return error.isError && error.name?.startsWith('RateLimitError[') === true && hasProperty(error, 'sublimitTimeout')
}

function isTwilio(error: ForeignError): boolean {
  return error.isError && hasProperty(error, 'moreInfo') && hasProperty(error, 'details') && isErrorStatus(status(error))
}

// Errors of Google Cloud Storage have the same form.
function isSendGrid(error: ForeignError): boolean {
  const response = error.get('response')
  return error.isError && isErrorStatus(error.code) && isRecord(response) && isRecord(read(response, 'headers'))
}

function isMailgun(error: ForeignError): boolean {
  return error.get('type') === 'MailgunAPIError' && isErrorStatus(status(error))
}

function isSystemCode(error: ForeignError): boolean {
  return /^E[A-Z_]{3,40}$/.test(error.message ?? '')
}

const isPostmarkName = named(
  'PostmarkError',
  'InvalidAPIKeyError',
  'RateLimitExceededError',
  'ApiInputError',
  'InactiveRecipientsError',
  'InvalidEmailRequestError',
  'ServiceUnavailablerError',
)

function isPostmark(error: ForeignError): boolean {
  return isPostmarkName(error) && typeof error.code === 'number' && typeof statusCode(error) === 'number'
}

// Apps throw the `error` of a result of Resend, which is no Error. Nobody else uses these names.
const isResendName = named(
  'application_error',
  'missing_api_key',
  'invalid_api_key',
  'restricted_api_key',
  'suspended_api_key',
  'invalid_from_address',
  'daily_quota_exceeded',
  'monthly_quota_exceeded',
  'missing_required_field',
  'rate_limit_exceeded',
)

function isResend(error: ForeignError): boolean {
  return (
    isResendName(error) && !error.isError && hasOnly(error, 'name', 'message', 'statusCode') && hasProperty(error, 'statusCode')
  )
}

function isTelegraf(error: ForeignError): boolean {
  return (
    error.isError &&
    hasProperty(error, 'on') &&
    typeof read(error.get('on'), 'method') === 'string' &&
    isRecord(error.get('response'))
  )
}

function isWebPush(error: ForeignError): boolean {
  return error.name === 'WebPushError' && isErrorStatus(statusCode(error)) && typeof error.get('endpoint') === 'string'
}

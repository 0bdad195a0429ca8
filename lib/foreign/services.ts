/** Errors of the clients of hosted services: AWS, Azure, Google, Stripe, OpenAI, GitHub, Elasticsearch. */
import { isRecord, read } from '../problem/read.js'
import { type Family, type ForeignError, type Mark, passing, row } from './family.js'
import { responseRow } from './upstream.js'

const isAws: Mark = (error) => typeof error.get('$fault') === 'string'
const isStripe: Mark = (error) => /^Stripe\w+$/.test(error.text('type') ?? '')
const stripe =
  (kind: string): Mark =>
  (error) =>
    error.get('type') === `Stripe${kind}Error`

const AWS_THROTTLING =
  /^(?:SlowDown|Throttl\w*|TooManyRequests\w*|ProvisionedThroughputExceeded\w*|RequestLimitExceeded|ServiceUnavailable)$/

function awsStatus(error: ForeignError): unknown {
  return read(error.get('$metadata'), 'httpStatusCode')
}

function ownStatus(error: ForeignError): unknown {
  return error.get('status') ?? error.get('statusCode')
}

function ownHeaders(error: ForeignError): unknown {
  return error.get('headers') ?? read(error.get('response'), 'headers')
}

/** The family. */
export const services: Family = {
  name: 'clients of services',
  rows: [
    passing((error) => isAws(error) && AWS_THROTTLING.test(error.name ?? '')),
    row((error) => isAws(error) && error.get('$fault') === 'server', 502),
    // What is missing there, or refused to us, is a fault of this server until the app says otherwise.
    { when: isAws, status: (error) => (Number(awsStatus(error)) >= 500 ? 502 : 500) },
    row(stripe('Card'), 402, 'The payment was declined.'),
    passing(stripe('RateLimit')),
    passing(stripe('Connection'), 502),
    row(stripe('API'), 502),
    row(isStripe, 500),
    // OpenAI and the clients that are generated alike.
    responseRow(
      (error) => typeof error.get('status') === 'number' && error.get('requestID') !== undefined,
      ownStatus,
      ownHeaders,
    ),
    // GitHub
    responseRow(
      (error) => error.name === 'HttpError' && isRecord(error.get('request')) && isStatus(error),
      ownStatus,
      ownHeaders,
    ),
    // Google
    responseRow(
      (error) => isRecord(error.get('config')) && isRecord(error.get('response')) && isStatus(error),
      ownStatus,
      ownHeaders,
    ),
    // Azure
    responseRow((error) => error.name === 'RestError', ownStatus, ownHeaders),
    // Elasticsearch
    responseRow(
      (error) => error.name === 'ResponseError' && isRecord(error.get('meta')),
      (error) => read(error.get('meta'), 'statusCode'),
      (error) => read(error.get('meta'), 'headers'),
    ),
    row((error) => error.name === 'TimeoutError' && isRecord(error.get('meta')), 504),
    row((error) => /^(?:ConnectionError|NoLivingConnectionsError)$/.test(error.name ?? '') && isRecord(error.get('meta')), 502),
    // nodemailer: responseCode is one of SMTP.
    row((error) => typeof error.get('command') === 'string' && /^E[A-Z0-9]+$/.test(String(error.code)) && isMail(error), 502),
  ],
}

function isStatus(error: ForeignError): boolean {
  return typeof error.get('status') === 'number'
}

const MAIL = /^E(?:CONNECTION|SOCKET|AUTH|ENVELOPE|MESSAGE|STREAM|PROTOCOL|TLS|DNS|OAUTH2|TIMEDOUT)$/

function isMail(error: ForeignError): boolean {
  return MAIL.test(String(error.code)) || error.get('syscall') === 'connect'
}

/** Checks what holds for every answer to an error, whatever the error was. */
import { request } from 'node:http'
import { Ajv2020 } from 'ajv/dist/2020.js'
import addFormats from 'ajv-formats'
import { expect } from 'chai'
import type { ProblemDocument } from '../../lib/problem/problem.js'
import { problemSchema } from '../../schemas/problem.js'
import { faultsByDocument, type Route } from './merged-document.js'

const ajv = new Ajv2020()
;(addFormats as unknown as (ajv: Ajv2020) => void)(ajv)
const isValid = ajv.compile(problemSchema)

/** A response with its problem document. */
export interface ProblemResponse {
  readonly status: number
  readonly headers: Headers
  readonly text: string
  readonly document: ProblemDocument
}

/** What is sent. */
export interface Sent {
  readonly method?: string
  /** A list makes a line of each item. */
  readonly headers?: Readonly<Record<string, string | string[]>>
  readonly body?: string | Buffer
}

/** A response with its bytes. */
export interface PlainResponse {
  readonly status: number
  readonly headers: Headers
  readonly bytes: Buffer
}

/** Sends a request with `node:http`: `fetch` hides a 407 and changes others. */
export function fetchPlain(url: string, { method = 'GET', headers = {}, body }: Sent = {}): Promise<PlainResponse> {
  return new Promise((resolve, reject) => {
    const sent = request(url, { method, headers, agent: false }, (response) => {
      const chunks: Buffer[] = []
      response.on('data', (chunk) => chunks.push(chunk))
      response.on('error', reject)
      response.on('end', () => {
        const pairs = Object.entries(response.headersDistinct).flatMap(([name, values = []]) =>
          values.map((value) => [name, value] as [string, string]),
        )
        resolve({ status: response.statusCode ?? 0, headers: new Headers(pairs), bytes: Buffer.concat(chunks) })
      })
    })
    sent.on('error', reject)
    sent.end(body)
  })
}

/** Sends a request and checks that the answer is a valid problem details response, as the document has it of the route. */
export async function fetchProblem(url: string, sent: Sent = {}, route: Route = '/all'): Promise<ProblemResponse> {
  const { status, headers, bytes } = await fetchPlain(url, sent)
  const text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)
  return checkProblem(status, headers, text, bytes.length, route)
}

/** Checks the parts of a response: exact media type, valid object, also by the merged document, the same status in both places, length, Cache-Control, Date. */
export function checkProblem(
  status: number,
  headers: Headers,
  text: string,
  bytes: number,
  route: Route = '/all',
): ProblemResponse {
  expect(headers.get('content-type'), text).to.equal('application/problem+json')
  const document: unknown = JSON.parse(text)
  expect(isValid(document), JSON.stringify(isValid.errors)).to.equal(true)
  const problem = document as ProblemDocument
  expect(problem.status).to.equal(status)
  expect(faultsByDocument(problem, route), text).to.deep.equal([])
  expect(status).to.be.within(400, 599)
  expect(headers.get('content-length')).to.equal(String(bytes))
  expect(headers.get('cache-control')).to.be.a('string')
  expect(headers.get('x-content-type-options')).to.equal('nosniff')
  expect(headers.get('date')).to.be.a('string')
  return { status, headers, text, document: problem }
}

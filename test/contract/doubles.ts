/**
 * Doubles of requests and responses: those of unit tests and small platforms have a part of what Node's objects have. The shapes are those of
 * node-mocks-http, mock-res, @jest-mock/express, and of what people write by hand.
 */
import { EventEmitter } from 'node:events'
import { Transform } from 'node:stream'

/** A request or a response. */
export type Double = Record<string, unknown>

/** What a double got. */
export interface Got {
  status?: unknown
  body?: unknown
  readonly fields: Record<string, unknown>
}

/** A response and what it got, as far as this kind of double keeps it. */
export type MakeResponse = () => { res: Double; got: () => Got }

/** What node-mocks-http makes: an emitter with properties, without a socket and without `resume()`. */
export const emitterLike: MakeResponse = () => {
  const fields: Record<string, unknown> = {}
  let body = ''
  const res: Double = Object.assign(Object.create(EventEmitter.prototype) as Double, {
    statusCode: 200,
    statusMessage: 'OK',
    headersSent: false,
    writableEnded: false,
    writableFinished: false,
    getHeaderNames: () => Object.keys(fields),
    getHeader: (name: string) => fields[name.toLowerCase()],
    setHeader: (name: string, value: unknown) => set(fields, name, value),
    removeHeader: (name: string) => delete fields[name.toLowerCase()],
    destroy: () => undefined,
    end: (data?: string) => {
      body += data ?? ''
      Object.assign(res, { headersSent: true, writableEnded: true, writableFinished: true })
    },
  })
  return { res, got: () => ({ status: res['statusCode'], body: JSON.parse(body), fields }) }
}

/** What mock-res makes: a stream that knows neither `headersSent` nor the names of its fields. */
const streamLike: MakeResponse = () => {
  const fields: Record<string, unknown> = {}
  let body = ''
  const stream = new Transform({
    transform(chunk, _encoding, done) {
      body += String(chunk)
      done(null, chunk)
    },
  })
  const res = Object.assign(stream, {
    statusCode: 200,
    setHeader: (name: string, value: unknown) => set(fields, name, value),
    getHeader: (name: string) => fields[name.toLowerCase()],
    getHeaders: () => fields,
    removeHeader: (name: string) => delete fields[name.toLowerCase()],
  }) as unknown as Double
  return { res, got: () => ({ status: res['statusCode'], body: JSON.parse(body), fields }) }
}

/** What stubs make: every method is there and gives nothing. */
const stubs: MakeResponse = () => {
  const fields: Record<string, unknown> = {}
  const got: Got = { fields }
  const names = [
    'getHeaderNames',
    'getHeaders',
    'getHeader',
    'removeHeader',
    'once',
    'on',
    'emit',
    'destroy',
    'status',
    'json',
    'send',
  ]
  const res: Double = {
    ...Object.fromEntries(names.map((name) => [name, () => undefined])),
    socket: {},
    statusCode: 0,
    headersSent: false,
    writable: false,
    setHeader: (name: string, value: unknown) => set(fields, name, value),
    end: (body: string) => Object.assign(got, { body: JSON.parse(body) }),
  }
  return { res, got: () => ({ ...got, status: res['statusCode'] }) }
}

/** What people write by hand: the methods that a handler of Express would call. */
const byHand =
  (...names: readonly ('status' | 'set' | 'send' | 'json' | 'end')[]): MakeResponse =>
  () => {
    const got: Got = { fields: {} }
    const res: Double = {}
    const keep = (changes: Partial<Got>): Double => {
      Object.assign(got, changes)
      return res
    }
    const methods = {
      status: (status: number) => keep({ status }),
      set: (name: string, value: string) => keep({ fields: { ...got.fields, [name.toLowerCase()]: value } }),
      send: (body: string) => keep({ body: JSON.parse(body) }),
      json: (body: unknown) => keep({ body }),
      end: (body: string) => keep({ body: JSON.parse(body) }),
    }
    for (const name of names) res[name] = methods[name]
    return { res, got: () => ({ ...got, status: got.status ?? res['statusCode'] }) }
  }

/** Every kind of response. */
export const responses: Readonly<Record<string, MakeResponse>> = {
  'an emitter without a socket': emitterLike,
  'a stream without headersSent': streamLike,
  'stubs that give nothing': stubs,
  'status() and json()': byHand('status', 'json'),
  'status(), set() and send()': byHand('status', 'set', 'send'),
  'json() alone': byHand('json'),
  'end() alone': byHand('end'),
}

/** Every kind of request. */
export const requests: Readonly<Record<string, () => Double>> = {
  'of node-mocks-http': () =>
    Object.assign(Object.create(EventEmitter.prototype) as Double, {
      method: 'POST',
      url: '/a',
      headers: {},
      body: { a: 1 },
      socket: {},
    }),
  'of three properties': () => ({ method: 'POST', url: '/a', headers: { 'content-length': '7' } }),
  'that says it is not complete': () => ({ method: 'POST', url: '/a', complete: false, headers: { 'content-length': '7' } }),
  'without anything': () => ({}),
  'that is frozen': () => Object.freeze({ method: 'GET' }) as Double,
}

function set(fields: Record<string, unknown>, name: string, value: unknown): void {
  fields[name.toLowerCase()] = value
}

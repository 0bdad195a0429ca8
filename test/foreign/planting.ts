/** Puts secrets into errors: in which place, in what kind of value, how hidden, and inside of what. */
import { planted, type Shape, secret } from './library-shapes.js'

/** Wherever a library might keep what it knows. What its shape is told by wins. */
export const PLACES = [
  'stack detail details body rawBody sql query statement parameters bindings config url uri hostname host address port',
  'path dest file filename command args response request req res data cause errors meta keyValue keyPattern value values received',
  'input params context schema hint where table column constraint limit realm reason name code type statusMessage statusText',
  'title instance extensions cookies options source original parent originalError driverError error description raw debug token',
  'user password account issues inner children target object _original $metadata $response toJSON toString message',
].flatMap((line) => line.split(' '))

/** What holds a secret. */
export const carriers: readonly ((text: string) => unknown)[] = [
  (text) => text,
  (text) => [[text], [{ message: text, sql: text }]],
  (text) => ({ message: text, text, body: { [text]: text }, toJSON: () => text }),
  (text) => Object.assign(new Error(text, { cause: new Error(text) }), { detail: text }),
  (text) => new Map([[text, new Set([text])]]),
  (text) => Buffer.from(text),
  (text) => () => text,
  (text) => ({ toString: () => text, valueOf: () => text, [Symbol.toPrimitive]: () => text }),
  (text) => new URL(`https://${text}/${text}?${text}`),
  (text) => new Headers({ 'Retry-After': text, 'WWW-Authenticate': text }),
  (text) => Object(text),
]

/** How a place is made. */
export const placings: readonly ((error: object, key: PropertyKey, value: unknown) => object)[] = [
  (error, key, value) => Object.defineProperty(error, key, { value, enumerable: true, configurable: true, writable: true }),
  (error, key, value) => Object.defineProperty(error, key, { value, configurable: true, writable: true }),
  (error, key, value) => Object.defineProperty(error, key, { get: () => value, enumerable: true, configurable: true }),
  (error, key, value) => Object.setPrototypeOf(error, Object.create(Object.getPrototypeOf(error), { [key]: { value } })),
]

/** What is thrown around an error; the last is a copy that is none. */
export const wrappings: readonly ((error: object) => unknown)[] = [
  (error) => error,
  (error) => new AggregateError([error, new Error(secret('other'))], secret('aggregate')),
  (error) => new Error(secret('outer'), { cause: error }),
  (error) => Object.assign(new Error(secret('outer')), { errors: [error], response: error }),
  (error) => [error],
  (error) => ({ status: 'rejected', reason: error }),
  (error) => ({ ...error, statusCode: 422 }),
]

/** Where the secrets of one error are, and what else it says. */
export interface Planting {
  readonly places: readonly { readonly key: string; readonly carrier: number; readonly placing: number }[]
  /** The names of its fields. */
  readonly fields: readonly string[]
  readonly status?: number | undefined
  readonly expose?: boolean | undefined
}

/** Builds the error: the secrets first, then what the library is told by. */
export function build(shape: Shape, { places, fields, status, expose }: Planting): object {
  const error = shape.make()
  const symbol = { [Symbol('secret')]: secret('symbol'), [Symbol.toStringTag]: secret('tag') }
  const given = { ...(status !== undefined && { status, statusCode: status }), ...(expose !== undefined && { expose }) }
  // What http-errors made has these already, and its status tells it.
  if (!shape.library.startsWith('http-errors')) Object.assign(error, given)
  Object.assign(error, symbol, { headers: planted(...fields) })
  for (const { key, carrier, placing } of places) {
    if (key in shape.marks || (key === 'message' && placing === 2)) continue
    placings[placing]?.(error, key, carriers[carrier]?.(secret(key)))
  }
  for (const [key, value] of Object.entries(shape.marks)) placings[0]?.(error, key, value)
  return error
}

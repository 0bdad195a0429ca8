/** Values that nobody should pass, each made anew for every use. */

function refuse(): never {
  throw new Error('no one may touch this')
}

/** A Proxy that was revoked: even `Array.isArray` throws for it. */
export function revoked(target: object = {}): object {
  const { proxy, revoke } = Proxy.revocable(target, {})
  revoke()
  return proxy
}

/** A Proxy of which every trap throws. */
export function thorny(target: object = {}): object {
  return new Proxy(target, new Proxy({}, { get: () => refuse }))
}

/** A Proxy that answers every read with itself, as some mock libraries do. */
export function bottomless(): object {
  const proxy: object = new Proxy([], { get: () => proxy })
  return proxy
}

/** An object that throws whenever one of these properties is read. */
export function throwingGetters(...names: string[]): object {
  return Object.defineProperties({}, Object.fromEntries(names.map((name) => [name, { get: refuse, enumerable: true }])))
}

/** An object that throws when it is turned into a primitive. */
export function unprintable(): object {
  return { toString: refuse, valueOf: refuse, toJSON: refuse, [Symbol.toPrimitive]: refuse }
}

class Money {
  readonly #cents = 700
  get detail(): number {
    return this.#cents
  }
}

/** The values by name. */
export const hostileValues: Readonly<Record<string, () => unknown>> = {
  undefined: () => undefined,
  null: () => null,
  'an empty string': () => '',
  'a string with a line break': () => 'a\r\nSet-Cookie: b=c',
  'a lone surrogate': () => '\ud800',
  zero: () => 0,
  'minus one': () => -1,
  NaN: () => Number.NaN,
  Infinity: () => Number.POSITIVE_INFINITY,
  'a bigint': () => 7n,
  true: () => true,
  false: () => false,
  'a symbol': () => Symbol('secret'),
  'a function': () => refuse,
  'a class': () => Money,
  'an empty array': () => [],
  'an array of nonsense': () => [null, Symbol('a'), revoked(), [[]]],
  'a sparse array': () => Object.assign([], { length: 3 }),
  'an array with a map of its own': () => Object.assign(['a'], { map: () => ['a\r\nb'], filter: refuse, every: () => true }),
  'an array with a throwing item': () => Object.defineProperty(['a'], 0, { get: refuse }),
  'an empty object': () => ({}),
  'an object without prototype': () => Object.create(null),
  'a frozen object': () => Object.freeze({ detail: 'frozen' }),
  'an object with __proto__ and constructor keys': () => JSON.parse('{"__proto__":{"a":1},"constructor":{"prototype":{"a":1}}}'),
  'an object that throws when it is printed': unprintable,
  'an object with throwing getters': () =>
    throwingGetters(
      'detail',
      'instance',
      'extensions',
      'headers',
      'cause',
      'expose',
      'type',
      'title',
      'name',
      'scheme',
      'message',
    ),
  'a class instance': () => new Money(),
  'a Date': () => new Date(0),
  'an invalid Date': () => new Date(Number.NaN),
  'a Map': () => new Map([['detail', 'a']]),
  'a URL': () => new URL('https://example.com/'),
  bytes: () => new Uint8Array([1, 2]),
  'an Error': () => new Error('boom'),
  'an Error with throwing getters': () => Object.defineProperty(new Error('boom'), 'message', { get: refuse }),
  'an object that calls itself an Error': () => ({ [Symbol.toStringTag]: 'Error' }),
  'an object that calls itself a Date': () => ({ [Symbol.toStringTag]: 'Date' }),
  'a thorny Proxy': () => thorny(),
  'a thorny Proxy of an array': () => thorny([]),
  'a thorny Proxy of a function': () => thorny(refuse),
  'a thorny Proxy of an Error': () => thorny(new Error('boom')),
  'a revoked Proxy': () => revoked(),
  'a revoked Proxy of an array': () => revoked([]),
  'a revoked Proxy of a function': () => revoked(refuse),
  'a bottomless Proxy': bottomless,
}

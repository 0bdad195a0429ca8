/** What http-errors does, as a table: each row is one use, described in a way that two implementations can be compared by. */

/** What both implementations are, as far as the rows need it. */
export interface Implementation {
  (...args: readonly unknown[]): Error
  readonly HttpError: new () => Error
  readonly isHttpError: (value: unknown) => boolean
  readonly [name: string]: unknown
}

/** One use. */
export interface Row {
  readonly name: string
  /** Describes what happens; run with both implementations. */
  readonly see: (createError: Implementation) => unknown
}

type Constructor = (new (message?: unknown) => Error) & ((message?: unknown) => Error)

/** Gets a constructor by status or name. */
export function constructorOf(createError: Implementation, key: string | number): Constructor {
  return createError[key] as Constructor
}

// By prototypes: Koa gives the HttpError of http-errors a rule of its own for `instanceof`.
function extendsIt(createError: Implementation, error: unknown): boolean {
  return Function.prototype[Symbol.hasInstance].call(createError.HttpError, error)
}

/** Describes an error by everything that http-errors documents. */
export function describeIt(createError: Implementation, error: unknown): unknown {
  const { name, message, status, statusCode, expose } = error as Record<string, unknown>
  return {
    name,
    message,
    status,
    statusCode,
    expose,
    text: String(error),
    tag: Object.prototype.toString.call(error),
    isError: error instanceof Error,
    isHttpError: createError.isHttpError(error),
    extendsHttpError: extendsIt(createError, error),
    hasStack: typeof (error as Error).stack === 'string',
    own: Object.keys(error as object).sort(),
    spread: { ...(error as object) },
  }
}

/** Describes what a call makes, or throws. */
export function outcome(createError: Implementation, run: () => unknown): unknown {
  try {
    return describeIt(createError, run())
  } catch (error) {
    return { thrown: (error as Error).name, message: (error as Error).message }
  }
}

// Each is made anew: createError() changes what it gets.
const calls: readonly (readonly [name: string, args: () => readonly unknown[]])[] = [
  ['()', () => []],
  ["('LOL')", () => ['LOL']],
  ["(404, 'missing')", () => [404, 'missing']],
  ["(404, '')", () => [404, '']],
  ["(503, 'db-17 is down')", () => [503, 'db-17 is down']],
  ['({ id: 1 })', () => [{ id: 1 }]],
  ['(404, { id: 1 })', () => [404, { id: 1 }]],
  ["(404, 'LOL', { id: 1 })", () => [404, 'LOL', { id: 1 }]],
  ["(404, { id: 1 }, 'LOL')", () => [404, { id: 1 }, 'LOL']],
  ["({ id: 1 }, 'LOL')", () => [{ id: 1 }, 'LOL']],
  ["('LOL', { id: 1 })", () => ['LOL', { id: 1 }]],
  ["('first', 'second')", () => ['first', 'second']],
  ['({ id: 1 }, { id: 2 })', () => [{ id: 1 }, { id: 2 }]],
  ['(404, { status: 500, statusCode: 501, id: 1 })', () => [404, { status: 500, statusCode: 501, id: 1 }]],
  ["(404, 'LOL', { expose: false })", () => [404, 'LOL', { expose: false }]],
  ["(500, 'LOL', { expose: true })", () => [500, 'LOL', { expose: true }]],
  ["(401, { headers: { 'www-authenticate': 'Basic' } })", () => [401, { headers: { 'www-authenticate': 'Basic' } }]],
  ["(413, 'm', { type: 'entity.too.large', limit: 1 })", () => [413, 'm', { type: 'entity.too.large', limit: 1 }]],
  ["(400, { message: 'from properties', name: 'Own' })", () => [400, { message: 'from properties', name: 'Own' }]],
  ['(400, { title, detail, instance, extensions })', () => [400, { title: 1, detail: 2, instance: 3, extensions: 4 }]],
  ['(500, { cause })', () => [500, { cause: 'the root' }]],
  ['(400, inherited properties)', () => [400, Object.create({ inherited: 1 })]],
  ['(400, an array)', () => [400, ['a']]],
  ['(null)', () => [null]],
  ["(404, 'm', null)", () => [404, 'm', null]],
  ['(error)', () => [new Error('LOL')]],
  ['(error with status)', () => [Object.assign(new Error('LOL'), { status: 404 })]],
  ['(error with statusCode)', () => [Object.assign(new Error('LOL'), { statusCode: 404 })]],
  ['(error with a status of -1)', () => [Object.assign(new Error('LOL'), { status: -1 })]],
  ["(error with a status of '404')", () => [Object.assign(new Error('LOL'), { status: '404' })]],
  ['(error with expose)', () => [Object.assign(new Error('LOL'), { status: 404, expose: false })]],
  ['(404, error)', () => [404, new Error('LOL')]],
  ['(500, error with status 404)', () => [500, Object.assign(new Error('LOL'), { status: 404 })]],
  ['(404, error, { id: 1 })', () => [404, new TypeError('LOL'), { id: 1 }]],
  ['(404, { id: 1 }, error)', () => [404, { id: 1 }, new RangeError('LOL')]],
  ["(404, 'text', error)", () => [404, 'text', new Error('LOL')]],
  ['(404, error, { expose: false })', () => [404, new Error('LOL'), { expose: false }]],
  ["('LOL', 404)", () => ['LOL', 404]],
  ['(404, 405)', () => [404, 405]],
  ['(404, true)', () => [404, true]],
  ['(404, a symbol)', () => [404, Symbol('a')]],
  ['(404, a function)', () => [404, () => undefined]],
  ['(404n)', () => [404n]],
  ['(Infinity)', () => [Number.POSITIVE_INFINITY]],
]

const values: readonly (readonly [name: string, value: unknown])[] = [
  ['undefined', undefined],
  ['null', null],
  ['a number', 42],
  ['a string', 'foobar'],
  ['an object', {}],
  ['a look-alike that is no Error', { expose: true, status: 404, statusCode: 404 }],
  ['an Error', new Error('x')],
  ['an Error with all three', Object.assign(new Error('x'), { expose: true, status: 404, statusCode: 404 })],
  ['an Error without expose', Object.assign(new Error('x'), { status: 404, statusCode: 404 })],
  ['an Error whose two differ', Object.assign(new Error('x'), { expose: true, status: 404, statusCode: 405 })],
  ['an Error whose statusCode is text', Object.assign(new Error('x'), { expose: true, status: '404', statusCode: '404' })],
]

/** The uses that do not depend on a status. */
export const rows: readonly Row[] = [
  ...calls.map(
    ([name, args]): Row => ({ name: `createError${name}`, see: (create) => outcome(create, () => create(...args())) }),
  ),
  ...values.map(([name, value]): Row => ({ name: `isHttpError(${name})`, see: (create) => create.isHttpError(value) })),
  {
    name: 'isHttpError(an error that createError() got)',
    see: (create) => [create.isHttpError(create(500, new Error('x'))), extendsIt(create, create(500, new Error('x')))],
  },
  {
    name: 'createError(error) gives the same object with its prototype',
    see: (create) => {
      const error = new TypeError('x')
      return [create(404, error) === error, Object.getPrototypeOf(error) === TypeError.prototype]
    },
  },
  { name: 'new HttpError()', see: (create) => outcome(create, () => new create.HttpError()) },
  { name: 'HttpError()', see: (create) => outcome(create, () => (create.HttpError as unknown as () => Error)()) },
  { name: 'names of the functions', see: (create) => [create.name, create.HttpError.name, constructorOf(create, 404).name] },
  {
    name: 'the message can be seen and changed, the name does not show',
    see: (create) => {
      const error = create(404, 'before')
      const { enumerable, writable, configurable } = Object.getOwnPropertyDescriptor(error, 'message') ?? {}
      error.message = 'after'
      return [enumerable, writable, configurable, error.message, Object.keys(error)]
    },
  },
  {
    name: 'status, statusCode, expose and headers can be changed apart',
    see: (create) => {
      const error = create(404, 'm')
      const seen = [describeIt(create, Object.assign(error, { status: 409 }))]
      seen.push(describeIt(create, create(error)))
      seen.push(describeIt(create, Object.assign(error, { statusCode: 410, expose: false, headers: { a: '1' } })))
      return seen
    },
  },
  {
    name: 'createError(an own error, properties)',
    see: (create) => describeIt(create, create(create(404, 'm', { expose: false }), { id: 1 })),
  },
  {
    name: 'createError(another status, an own error)',
    see: (create) => describeIt(create, create(500, create(404, 'm'))),
  },
  {
    name: 'the first frame is the caller',
    see: (create) => create(404).stack?.split('\n')[1]?.includes('compat/table') ?? false,
  },
  { name: 'no headers unless they are given', see: (create) => (create(404) as { headers?: unknown }).headers },
  {
    name: 'inheritance by prototypes',
    see: (create) => {
      const NotFound = constructorOf(create, 'NotFound')
      return [
        Object.getPrototypeOf(NotFound.prototype) === create.HttpError.prototype,
        create.HttpError.prototype instanceof Error,
        NotFound.prototype.constructor === NotFound,
        create(404) instanceof constructorOf(create, 'Conflict'),
      ]
    },
  },
]

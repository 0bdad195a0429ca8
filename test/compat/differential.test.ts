/** http-problems/compat beside http-errors with arguments that nobody thought of: the same answer, but for the documented differences. */
import { readFileSync } from 'node:fs'
import { inspect } from 'node:util'
import { runInNewContext } from 'node:vm'
import { expect } from 'chai'
import fc from 'fast-check'
import httpErrors from 'http-errors'
import compat from '../../lib/compat/index.js'
import { differences } from './differences.js'
import { describeIt, type Implementation } from './table.js'

const [theirs, ours] = [httpErrors, compat] as unknown as readonly [Implementation, Implementation]

// depd prints the deprecations of http-errors only where nobody listens.
const ignore = (): void => undefined
const events: NodeJS.EventEmitter = process

describe('What compat does differently from http-errors', () => {
  const guide = readFileSync(new URL('../../../docs/guides/move-from-http-errors.md', import.meta.url), 'utf8')
  before(() => events.on('deprecation', ignore))
  after(() => events.off('deprecation', ignore))

  for (const { guide: words, see, theirs: real, ours: own } of differences) {
    it(`is in the guide: ${words}`, () => {
      expect(see(theirs)).to.deep.equal(real)
      expect(see(ours)).to.deep.equal(own)
      expect(guide).to.include(`\n- ${words}`)
    })
  }
})

/** Makes one argument, anew for each implementation: createError() changes what it gets. */
type Recipe = (createError: Implementation) => unknown

class Book {
  readonly title = 'Sapiens'
  get shelf(): number {
    return 3
  }
}

class OutOfStock extends Error {
  override readonly name = 'OutOfStock'
}

// The documented difference of these two: they have header fields from the start.
const hasFields = (status: number): boolean => status === 408 || status === 426
const errorStatuses = fc.integer({ min: 400, max: 599 }).filter((status) => !hasFields(status))
const statuses = fc.oneof(fc.constantFrom<unknown>(undefined, null, 0, -1, '404', true, {}, 200, 304, 399, 600), errorStatuses)

const marks: fc.Arbitrary<object> = fc.record(
  {
    status: statuses,
    statusCode: statuses,
    expose: fc.constantFrom<unknown>(true, false, undefined, 'yes'),
    headers: fc.constantFrom<unknown>({ 'Retry-After': '5' }, null, 'x', { 'set-cookie': ['a=1'] }),
    message: fc.constantFrom<unknown>('from properties', '', 7, null),
    name: fc.constantFrom<unknown>('Own', undefined),
    code: fc.constantFrom<unknown>('E_OWN', 'EBADCSRFTOKEN', 23505),
    type: fc.constantFrom<unknown>('entity.too.large', undefined),
    detail: fc.string(),
    cause: fc.constantFrom<unknown>(new Error('root'), 'root'),
    id: fc.anything({ maxDepth: 1 }),
    constructor: fc.constant('own'),
  },
  { requiredKeys: [] },
)

const bags: fc.Arbitrary<Recipe> = fc.oneof(
  marks.map((members) => () => ({ ...members })),
  marks.map((members) => () => Object.create(members)),
  marks.map((members) => () => Object.assign(Object.create(null), members)),
  marks.map((members) => () => Object.freeze({ ...members })),
  fc.constant(() => new Book()),
  fc.constant(() => ['a', 'b']),
  fc.constant(() => new Map([['a', 1]])),
  fc.constant(() => new Date(0)),
  fc.constant(() => null),
  fc.constant(() => ({
    get secret() {
      throw new RangeError('a getter')
    },
  })),
)

const errors: fc.Arbitrary<Recipe> = fc.oneof(
  fc.tuple(fc.constantFrom(Error, TypeError, OutOfStock), fc.string(), marks).map(
    ([Class, text, members]) =>
      () =>
        Object.assign(tolerant(new Class(text)), members),
  ),
  fc
    .constantFrom<(error: Error) => unknown>(Object.freeze, Object.seal, Object.preventExtensions)
    .map((close) => () => close(new Error('closed'))),
  fc.constant(() => runInNewContext('Object.assign(new Error("other realm"), { status: 409, id: 1 })')),
  fc.constant(() => new AggregateError([new Error('a')], 'several')),
  fc.constant(() => Object.create(Error.prototype)),
  fc.tuple(errorStatuses, fc.string()).map(
    ([status, text]): Recipe =>
      (create) =>
        create(status, text),
  ),
  fc.tuple(fc.constantFrom(404, 503), marks).map(
    ([status, members]): Recipe =>
      (create) =>
        Object.assign(create(status), members),
  ),
)

// A name that can be written, as on most errors.
function tolerant(error: Error): Error {
  return Object.defineProperty(error, 'name', { value: error.name, writable: true, configurable: true })
}

const primitives: fc.Arbitrary<Recipe> = fc
  .oneof(
    fc.string(),
    fc.integer().filter((status) => !hasFields(status)),
    fc.integer({ min: 300, max: 620 }).filter((status) => !hasFields(status)),
    fc.constantFrom<unknown>(undefined, true, false, 404n, ignore, Symbol.iterator, Number.POSITIVE_INFINITY),
  )
  .map((value) => () => value)

const firsts: fc.Arbitrary<Recipe> = errorStatuses.map((status) => () => status)
const texts: fc.Arbitrary<Recipe> = fc.string().map((text) => () => text)

const argumentLists = fc.oneof(
  fc.tuple(firsts, fc.oneof(texts, bags, errors), fc.oneof(texts, bags, errors)),
  fc.array(fc.oneof(texts, bags, errors), { maxLength: 4 }),
  fc.array(fc.oneof(texts, bags, errors, primitives), { maxLength: 5 }),
)

// The one difference of the arguments: http-errors gets them without undefined, unless it throws over another one of them.
function withoutUndefined(args: readonly unknown[]): readonly unknown[] {
  const isWrong = (value: unknown, index: number): boolean =>
    ['boolean', 'bigint', 'function', 'symbol'].includes(typeof value) || (typeof value === 'number' && index > 0)
  return args.some(isWrong)
    ? args.map((value) => (value === undefined ? null : value))
    : args.filter((value) => value !== undefined)
}

function look(
  create: Implementation,
  recipes: readonly Recipe[],
  prepare: (args: readonly unknown[]) => readonly unknown[],
): unknown {
  const args = prepare(recipes.map((recipe) => recipe(create)))
  try {
    const error = create(...args)
    return { ...(describeIt(create, error) as object), ...observe(create, error, args) }
  } catch (thrown) {
    return [(thrown as Error).name, (thrown as Error).message]
  }
}

function observe(create: Implementation, error: Error, args: readonly unknown[]): object {
  const inherited: string[] = []
  for (const name in error) inherited.push(name)
  return {
    keys: Object.keys(error),
    inherited,
    isArgument: args.includes(error),
    message: Object.getOwnPropertyDescriptor(error, 'message'),
    name: Object.getOwnPropertyDescriptor(error, 'name'),
    headers: (error as { headers?: unknown }).headers,
    firstLine: error.stack?.split('\n')[0],
    shown: inspect(error, { depth: 0 }).replace(/^ +at .*\n?/gm, ''),
    classes: Object.keys(theirs).filter((key) => {
      const Class = create[key]
      return typeof Class === 'function' && Function.prototype[Symbol.hasInstance].call(Class, error)
    }),
    clone: cloneOf(error),
  }
}

function cloneOf(error: Error): unknown {
  try {
    const { name, message } = structuredClone(error)
    return [name, message]
  } catch (thrown) {
    return (thrown as Error).name
  }
}

describe('createError() with generated arguments', () => {
  before(() => events.on('deprecation', ignore))
  after(() => events.off('deprecation', ignore))

  it('makes what http-errors makes, or throws the same', () => {
    fc.assert(
      fc.property(argumentLists, (recipes) => {
        expect(look(ours, recipes, (args) => args)).to.deep.equal(look(theirs, recipes, withoutUndefined))
      }),
      { numRuns: 1000 },
    )
  })

  it('makes what http-errors makes by its constructors, with new and without, whatever the message', () => {
    const keys = Object.keys(theirs).filter((key) => !/Http|408|426|RequestTimeout|UpgradeRequired/.test(key))
    fc.assert(
      fc.property(fc.constantFrom(...keys), fc.anything(), fc.boolean(), (key, message, isNew) => {
        const by = (create: Implementation): Recipe => {
          const Class = create[key] as (new (message: unknown) => Error) & ((message: unknown) => Error)
          return () => (isNew ? new Class(message) : Class(message))
        }
        const [own, real] = [ours, theirs].map((create) => {
          try {
            const error = by(create)(create) as Error
            return { ...(describeIt(create, error) as object), ...observe(create, error, []) }
          } catch (thrown) {
            return [(thrown as Error).name, (thrown as Error).message]
          }
        })
        expect(own).to.deep.equal(real)
      }),
      { numRuns: 500 },
    )
  })

  it('tells of anything whether it is an HttpError, as http-errors does', () => {
    fc.assert(
      fc.property(fc.oneof(errors, bags, primitives), (recipe) => {
        expect(ours.isHttpError(recipe(ours))).to.equal(theirs.isHttpError(recipe(theirs)))
      }),
      { numRuns: 500 },
    )
  })
})

import { expect } from 'chai'
import fc from 'fast-check'
import { allFamilies } from '../../lib/foreign/families/families.js'
import { toProblem } from '../../lib/foreign/to-problem.js'
import { SECRET } from './shaped.js'

// What the marks of the families ask for, so that a hostile value gets past the first questions.
const NAMES = [
  'TimeoutError|AbortError|ValidationError|ZodError|TraversalError|HttpError|RestError|ResponseError',
  'SequelizeValidationError|PrismaClientKnownRequestError|MongoServerError|CastError|StrictModeError|Bad Request',
  'GraphQLError|TRPCError|FastifyError|MulterError|UnauthorizedError|TokenExpiredError',
].flatMap((line) => line.split('|'))
const CODES = [5, 14, 1009, 11000, '23505', 'P2002', 'ETIMEDOUT', 'EAUTH', 'FST_ERR_VALIDATION', 'ERR_JWT_EXPIRED', 'UND_ERR_X']
const KEYS = [
  'status statusCode headers response request options config cause meta metadata details issues inner errors value',
  'validation ajv path failures refinement error array mapped severity sqlState fatal _message kind stringValue',
  'ability isBoom output getStatus getResponse type extensions arkErrors isAxiosError $fault requestID command',
  'originalError driverError msBeforeNext remainingPoints consumedPoints httpCode syscall timeout',
  'validationContext rawHeaders trailers responseHeaders url requestUrl text body data req getAllResponseHeaders',
].flatMap((line) => line.split(' '))

const bomb = (): never => {
  throw new Error(SECRET)
}
const cycle: Record<string, unknown> = {}
Object.assign(cycle, { path: [cycle], children: [cycle], details: [cycle], errors: [cycle], response: cycle, message: SECRET })
const everything: object = new Proxy(() => everything, { get: (_, key) => (key === Symbol.toPrimitive ? bomb : everything) })
const refusing = new Proxy({}, Object.fromEntries(Object.getOwnPropertyNames(Reflect).map((trap) => [trap, bomb])))
const VALUES: readonly unknown[] = [
  [cycle],
  [{ message: SECRET, path: [cycle], instancePath: SECRET, keyword: SECRET, property: SECRET, children: [cycle], type: SECRET }],
  [refusing],
  new Map([[cycle, { details: [{ path: [refusing], type: SECRET }] }]]),
  true,
  404,
  503,
  'body',
  SECRET,
  bomb,
  cycle,
  everything,
  refusing,
  () => [refusing],
  undefined,
  null,
]
// By number: fast-check itself looks at what it makes.
const value = fc.nat({ max: VALUES.length - 1 })
const members = fc.dictionary(fc.constantFrom(...KEYS), value, { maxKeys: 12 })
const getters = fc.subarray(KEYS, { maxLength: 3 })

describe('toProblem(): is total for what looks like an error of a library [B11]', () => {
  it('gives a problem without a text of the value, whatever its members are', () => {
    fc.assert(
      fc.property(fc.constantFrom(...NAMES, undefined), fc.constantFrom(...CODES, undefined), members, getters, (...parts) => {
        const [name, code, own, thrown] = parts
        const error = Object.assign(new Error(SECRET), name && { name }, code !== undefined && { code })
        for (const [key, index] of Object.entries(own)) Object.assign(error, { [key]: VALUES[index] })
        for (const key of thrown) Object.defineProperty(error, key, { get: bomb, enumerable: true })
        const { status, headers, extensions, detail, cause } = toProblem(error)

        expect(status).to.be.within(400, 599)
        expect(cause).to.equal(error)
        // What frameworks let the app say to the client of a 4xx is the app's own text.
        if (detail !== SECRET || status >= 500) expect(detail ?? '').not.to.contain(SECRET)
        expect(Object.keys(headers).join()).not.to.contain(SECRET)
        expect(() => JSON.stringify(extensions)).not.to.throw()
      }),
      { numRuns: 3000 },
    )
  })

  it('gives a problem where a member changes with every read', () => {
    fc.assert(
      fc.property(fc.constantFrom(...NAMES), fc.constantFrom(...KEYS), fc.array(value, { minLength: 2 }), (name, key, values) => {
        let reads = 0
        const error = Object.defineProperty(Object.assign(new Error(SECRET), { name }), key, {
          get: () => VALUES[values[reads++ % values.length] ?? 0],
        })

        expect(toProblem(error).status).to.be.within(400, 599)
      }),
      { numRuns: 1000 },
    )
  })

  it('gives a problem for values that answer every question with themselves, or with an error', () => {
    for (const thrown of [everything, refusing, cycle, [cycle], [refusing], new Map([[refusing, refusing]])]) {
      expect(toProblem(thrown).status).to.be.within(400, 599)
    }
  })
})

describe('families', () => {
  it('have names that differ, and rows', () => {
    expect(new Set(allFamilies().map(({ name }) => name)).size).to.equal(allFamilies().length)
    for (const { name, rows } of allFamilies()) expect(rows, name).not.to.have.length(0)
  })
})

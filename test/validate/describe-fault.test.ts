/** Texts of the app's own for the faults of a request. */
import { Ajv2020 } from 'ajv/dist/2020.js'
import ajvErrors from 'ajv-errors'
import { expect } from 'chai'
import joi18 from 'joi-18'
import * as v from 'valibot'
import * as yup from 'yup'
import * as z from 'zod'
import { type ToProblemOptions, toProblem } from '../../lib/foreign/to-problem.js'
import { faultsOf } from '../../lib/guard/fault.js'
import type { HttpProblem } from '../../lib/problem/problem.js'
import type { DescribeFault, FaultContext, ToldFault } from '../../lib/validate/describe-fault.js'
import { prepareValidation } from '../../lib/validate/prepare.js'
import type { RequestSchemas } from '../../lib/validate/schemas-type.js'
import { faultTexts } from '../../lib/validate/texts/from-schema.js'
import { unhandledRejections } from '../respond/unhandled-rejections.js'
import { type Given, partsOf } from './parts.js'

const MINE = 'Please give your name.'
const { fromSchema } = faultTexts
const request = { language: 'de' }

async function validating(
  schemas: RequestSchemas,
  given: Given,
  describeFault: DescribeFault,
  ajv?: Ajv2020,
): Promise<HttpProblem> {
  const verdict = await prepareValidation(schemas, { describeFault, ...(ajv && { ajv }) })(partsOf(given), request)
  if (verdict.values !== undefined) throw new Error('the request fits')
  return verdict.problem
}
const detailsOf = (problem: HttpProblem): string[] =>
  (problem.extensions['errors'] as readonly ToldFault[]).map(({ detail }) => detail)
const faultsIn = (problem: HttpProblem): string[] =>
  faultsOf(problem).map(({ code, place, expected, got }) => `${code} ${place}: ${expected}, ${got}`)

const person = z.object({ name: z.string(MINE), age: z.number() })
const { error: zodError } = person.safeParse({ age: 'hunter2' })
const thrown = (describeFault: DescribeFault, options: ToProblemOptions = {}): HttpProblem =>
  toProblem(zodError, { thrownFaults: 'client', describeFault, ...options })

interface Call {
  readonly fault: ToldFault
  readonly issue: unknown
  readonly context: FaultContext
}

/** Notes what a hook is asked. */
function noting(): { readonly calls: Call[]; readonly hook: DescribeFault } {
  const calls: Call[] = []
  return {
    calls,
    hook: (fault, issue, context) => {
      calls.push({ fault: { ...fault }, issue, context })
      return undefined
    },
  }
}

describe('describeFault', () => {
  it('gets each fault as it would be told, with the issue of the library and the request', async () => {
    const { calls, hook } = noting()
    await validating(
      { body: person, query: { type: 'object', properties: { n: { minimum: 3 } } } },
      { body: {}, query: { n: 1 } },
      hook,
    )
    expect(calls.map(({ fault }) => fault)).to.deep.equal([
      { in: 'body', pointer: '#/name', code: 'required', detail: 'A value is required here.' },
      { in: 'body', pointer: '#/age', code: 'required', detail: 'A value is required here.' },
      { in: 'query', parameter: 'n', code: 'minimum', detail: 'Expected a number >= 3.' },
    ])
    expect(calls.map(({ context }) => context)).to.deep.equal([
      { request, vendor: 'zod' },
      { request, vendor: 'zod' },
      { request, vendor: undefined },
    ])
    expect(calls.map(({ issue }) => issue)).to.deep.equal([
      { code: 'invalid_type', expected: 'string', path: ['name'], message: MINE },
      {
        code: 'invalid_type',
        expected: 'number',
        path: ['age'],
        message: calls[1]?.issue && 'Invalid input: expected number, received undefined',
      },
      {
        instancePath: '/n',
        schemaPath: '#/properties/n/minimum',
        keyword: 'minimum',
        params: { comparison: '>=', limit: 3 },
        message: 'must be >= 3',
      },
    ])
  })

  it('gives the text of a fault, of every part and of a body that is not there', async () => {
    const german: DescribeFault = ({ code }, _issue, { request: req }) => `${(req as typeof request).language}: ${code}`
    const problem = await validating({ body: person, query: z.object({ n: z.number() }) }, { query: { n: 'x' } }, german)
    expect(problem.toJSON()).to.deep.include({ status: 400, detail: 'A request body is required.' })
    expect(detailsOf(problem)).to.deep.equal(['de: required', 'de: type'])
    const facts = { request, part: () => ({ age: 'hunter2' }) }
    expect(detailsOf(thrown(german, { facts }))).to.deep.equal(['de: required', 'de: type'])
  })

  it('leaves our words where it gives undefined, also where it changes what it got', async () => {
    const changing: DescribeFault = (fault) => {
      Object.assign(fault, { code: 'x', detail: 'x', pointer: 'x' })
      return undefined
    }
    for (const problem of [
      await validating({ body: person }, { body: {} }, changing),
      thrown(changing, { facts: { part: () => ({}) } }),
    ])
      expect((problem.extensions['errors'] as readonly object[])[0]).to.include({
        pointer: '#/name',
        detail: 'A value is required here.',
      })
  })

  it('is asked about constraints of databases, about what parsers refuse, and about errors that have no list', () => {
    const { calls, hook } = noting()
    const sql = Object.assign(new Error('x'), { code: '23505', severity: 'ERROR', constraint: 'users_email_key', table: 'users' })
    const json = Object.assign(new SyntaxError('x'), {
      type: 'entity.parse.failed',
      status: 400,
      statusCode: 400,
      expose: true,
      body: '7',
    })
    const file = Object.assign(new Error('x'), { name: 'MulterError', code: 'LIMIT_FILE_SIZE', field: 'a' })
    const typia = Object.assign(new Error('x'), { name: 'TypeGuardError', method: 'typia.assert', path: '$input.a' })
    const german: DescribeFault = (fault, issue, context) => hook(fault, issue, context) ?? `de: ${fault.code}`
    for (const error of [sql, json, file, typia]) {
      const problem = toProblem(error, {
        describeFault: german,
        constraints: { users_email_key: '/email' },
        thrownFaults: 'client',
      })
      expect(detailsOf(problem)).to.deep.equal([`de: ${calls.at(-1)?.fault.code}`])
      expect(calls.at(-1)?.issue).to.equal(error)
    }
    expect(calls.map(({ fault }) => fault.code)).to.deep.equal(['unique', 'type', 'maxSize', 'invalid'])
  })

  for (const [what, hook, fault] of [
    [
      'throws',
      () => {
        throw new Error('hunter2')
      },
      'a function that does not throw, one that did',
    ],
    ['gives null', () => null, 'a function that returns a text or undefined, null'],
    ['gives a number', () => 7, 'a function that returns a text or undefined, 7'],
    ['gives nothing to read', () => '  ', 'a function that returns a text or undefined, "  "'],
    ['gives half a character', () => '\uD800', 'a function that returns a text or undefined, "\\ud800"'],
    ['gives an object', () => ({ toString: () => 'hunter2' }), 'a function that returns a text or undefined, an object'],
    ['is asynchronous', () => Promise.reject(new Error('hunter2')), 'a function that is not asynchronous, one that is'],
  ] as const) {
    it(`counts as not given where it ${what}, and is reported once`, async () => {
      const rejections = await unhandledRejections(async () => {
        for (const problem of [await validating({ body: person }, { body: {} }, hook as never), thrown(hook as never)]) {
          expect(
            detailsOf(problem).every((detail) => /^(?:A value is required here|The value is not allowed here)\.$/.test(detail)),
          ).to.equal(true)
          expect(detailsOf(problem)).to.have.length(2)
          expect(faultsIn(problem)).to.deep.equal([`ERR_PROBLEM_HOOK options.describeFault: ${fault}`])
        }
      })
      expect(rejections).to.deep.equal([])
    })
  }

  it('gives a text of at most a thousand characters, none of them half', async () => {
    const [long = '', cut = ''] = detailsOf(
      await validating({ body: person }, { body: {} }, ({ pointer }) =>
        pointer === '#/name' ? 'x'.repeat(1e6) : `${'x'.repeat(999)}😀`,
      ),
    )
    expect(long).to.have.length(1000)
    expect(cut).to.have.length(1000)
    expect(cut.isWellFormed()).to.equal(true)
  })

  it('is refused at the start where it is no function', () => {
    for (const describeFault of [null, 'x', {}])
      expect(() => prepareValidation({ body: person }, { describeFault: describeFault as never }))
        .to.throw(TypeError)
        .with.include({ code: 'ERR_PROBLEM_OPTION', place: 'options.describeFault' })
    expect(faultsIn(thrown(7 as never))).to.deep.equal(['ERR_PROBLEM_OPTION options.describeFault: a function, 7'])
  })

  it('is asked a hundred times at most', async () => {
    const { calls, hook } = noting()
    await validating({ body: z.array(z.number()) }, { body: Array(500).fill('x') }, hook)
    expect(calls).to.have.length(100)
  })
})

describe('validate() with faultTexts.fromSchema', () => {
  const ours = 'The value is not allowed here.'
  const schemas: Readonly<Record<string, RequestSchemas>> = {
    zod: { body: z.object({ a: z.string().min(9, MINE), b: z.string().refine(() => false) }) },
    valibot: {
      body: v.object({
        a: v.pipe(v.string(), v.minLength(9, MINE)),
        b: v.pipe(
          v.string(),
          v.check(() => false),
        ),
      }),
    },
    'joi 18': {
      body: joi18
        .object({ a: joi18.string().min(9).messages({ 'string.min': MINE }), b: joi18.number() })
        .prefs({ abortEarly: false }),
    },
    yup: { body: yup.object({ a: yup.string().min(9, MINE), b: yup.number() }) },
  }
  for (const [library, one] of Object.entries(schemas)) {
    it(`takes what the author wrote for ${library}, and nothing else`, async () => {
      const problem = await validating(one, { body: { a: 'hunter2', b: 'hunter2' } }, fromSchema)
      expect(detailsOf(problem).toSorted()).to.deep.equal([MINE, ours].toSorted())
      expect(faultsIn(problem)).to.deep.equal([])
    })
  }

  it('takes the texts of ajv-errors, at the places of what they stand for', async () => {
    const ajv = new Ajv2020({ allErrors: true, strict: false })
    ajvErrors.default(ajv)
    const body = {
      type: 'object',
      properties: { a: { type: 'string', minLength: 9, errorMessage: MINE }, b: { minimum: 3 } },
      required: ['c', 'd'],
      errorMessage: { required: { c: 'Say c.' } },
    }
    const problem = await validating({ body }, { body: { a: 'hunter2', b: 1 } }, fromSchema, ajv)
    expect(problem.extensions['errors']).to.have.deep.members([
      { in: 'body', pointer: '#/a', code: 'minLength', detail: MINE },
      { in: 'body', pointer: '#/b', code: 'minimum', detail: 'Expected a number >= 3.' },
      { in: 'body', pointer: '#/c', code: 'required', detail: 'Say c.' },
      { in: 'body', pointer: '#/d', code: 'required', detail: 'A value is required here.' },
    ])
  })

  it('takes the text of a union where none of its alternatives was meant, and else that of the alternative', async () => {
    const union = z.union([z.number(), z.boolean()], 'Give a number.')
    const shape = z.union(
      [z.object({ a: z.literal(1), n: z.string(MINE) }), z.object({ a: z.literal(2), m: z.string() })],
      'Give a shape.',
    )
    const problem = await validating({ body: z.object({ union, shape }) }, { body: { union: 'x', shape: { a: 1 } } }, fromSchema)
    expect(detailsOf(problem)).to.deep.equal(['Give a number.', MINE])
  })

  it('takes nothing of what it cannot read', () => {
    const fault = { code: 'invalid', detail: 'ours' } as const
    const hostile = new Proxy(
      {},
      {
        get: () => {
          throw new Error('hunter2')
        },
      },
    )
    const odd = {
      get code() {
        return 'invalid_literal'
      },
      message: MINE,
      get received() {
        return {
          toString: () => {
            throw new Error('x')
          },
        }
      },
    }
    for (const issue of [
      undefined,
      null,
      7,
      MINE,
      {},
      { message: MINE },
      { message: MINE, path: [] },
      { msg: MINE },
      hostile,
      odd,
      { code: 'custom', message: 7 },
      { code: 'custom', message: ' ' },
      { code: 'custom', message: 'x'.repeat(1001) },
    ])
      expect(fromSchema(fault, issue)).to.equal(undefined)
  })
})

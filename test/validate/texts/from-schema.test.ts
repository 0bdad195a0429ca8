/** The texts of authors, from errors that the real libraries make, and everything that these say by themselves. */

import { Ajv2020 } from 'ajv/dist/2020.js'
import ajvErrors from 'ajv-errors'
import { expect } from 'chai'
import { body, checkExact, oneOf, validationResult } from 'express-validator'
import joi from 'joi'
import joi18 from 'joi-18'
import * as v from 'valibot'
import * as yup from 'yup'
import * as z from 'zod'
import * as z3 from 'zod/v3'
import { toProblem } from '../../../lib/foreign/to-problem.js'
import { faultTexts } from '../../../lib/validate/texts/from-schema.js'

const OURS = /^(?:The value is not allowed here\.|A value is required here\.)$/
const MINE = 'Please give your name.'

/** Tells the texts of a thrown error, each behind its place. */
function told(thrown: unknown): string[] {
  const { extensions } = toProblem(thrown, { describeFault: faultTexts.fromSchema, thrownFaults: 'client' })
  const errors = (extensions['errors'] ?? []) as readonly { readonly pointer?: string; readonly detail: string }[]
  return errors.map(({ pointer, detail }) => `${pointer}: ${OURS.test(detail) ? 'ours' : detail}`)
}

type Thrower = () => unknown
const thrownBy = (work: Thrower): unknown => {
  try {
    return work()
  } catch (error) {
    return error
  }
}

// What everybody gets wrong in every library.
const WRONG = {
  name: undefined,
  age: 'hunter2',
  email: 'hunter2',
  code: 'hunter2',
  kind: 'hunter2',
  tags: ['hunter2'],
  late: 'hunter2',
  short: 'hunter2',
  hunter2: 1,
}

const mine: Readonly<Record<string, Thrower>> = {
  'zod 4': () =>
    z
      .strictObject(
        {
          name: z.string(MINE),
          age: z.number({ error: MINE }),
          email: z.email(MINE),
          code: z.string().regex(/^a/, MINE),
          kind: z.enum(['a', 'b'], MINE),
          tags: z.array(z.string().max(1, MINE)).min(2, MINE),
          late: z.string().refine(() => false, MINE),
          short: z.string().max(3, { error: () => MINE }),
        },
        MINE,
      )
      .parse(WRONG),
  'zod 3': () =>
    z3
      .object({
        name: z3.string({ required_error: MINE }),
        age: z3.number({ invalid_type_error: MINE }),
        email: z3.string().email(MINE),
        code: z3.string().regex(/^a/, MINE),
        kind: z3.enum(['a', 'b'], { message: MINE }),
        tags: z3.array(z3.string().max(1, MINE)).min(2, MINE),
        late: z3.string().refine(() => false, MINE),
        short: z3.string().max(3, { message: MINE }),
      })
      .strict(MINE)
      .parse(WRONG),
  valibot: () =>
    v.parse(
      v.strictObject(
        {
          name: v.string(MINE),
          age: v.number(MINE),
          email: v.pipe(v.string(), v.email(MINE)),
          code: v.pipe(v.string(), v.regex(/^a/, MINE)),
          kind: v.picklist(['a', 'b'], MINE),
          tags: v.pipe(v.array(v.pipe(v.string(), v.maxLength(1, MINE))), v.minLength(2, MINE)),
          late: v.pipe(
            v.string(),
            v.check(() => false, MINE),
          ),
          short: v.pipe(
            v.string(),
            v.maxLength(3, () => MINE),
          ),
        },
        MINE,
      ),
      WRONG,
    ),
  ...Object.fromEntries(
    Object.entries({ 'joi 17': joi, 'joi 18': joi18 as unknown as typeof joi }).map(([name, library]) => [
      name,
      () => {
        const text = { '*': MINE }
        throw library
          .object({
            name: library.string().required().messages({ 'any.required': MINE }),
            age: library.number().messages(text),
            email: library.string().email().messages(text),
            code: library.string().pattern(/^a/).messages({ 'string.pattern.base': MINE }),
            kind: library.string().valid('a', 'b').messages(text),
            tags: library.array().items(library.string().max(1)).min(2).messages(text),
            late: library.any().custom((_value, helpers) => helpers.message({ custom: MINE })),
            short: library.string().max(3).messages(text),
          })
          .messages({ 'object.unknown': MINE })
          .validate(WRONG, { abortEarly: false }).error
      },
    ]),
  ),
  yup: () =>
    yup
      .object({
        name: yup.string().required(MINE),
        age: yup.number().typeError(MINE),
        email: yup.string().email(MINE),
        code: yup.string().matches(/^a/, MINE),
        kind: yup.string().oneOf(['a', 'b'], MINE),
        tags: yup.array().of(yup.string().max(1, MINE)).min(2, MINE),
        late: yup.string().test('late', MINE, () => false),
        short: yup.string().max(3, MINE),
      })
      .noUnknown(true, MINE)
      .strict()
      .validateSync(WRONG, { abortEarly: false }),
  'ajv-errors': () => {
    const ajv = new Ajv2020({ allErrors: true, strict: false })
    ajvErrors.default(ajv)
    const validate = ajv.compile({
      type: 'object',
      properties: {
        age: { type: 'number' },
        code: { type: 'string', pattern: '^a', errorMessage: MINE },
        kind: { enum: ['a', 'b'] },
        tags: {
          type: 'array',
          minItems: 2,
          items: { maxLength: 1, errorMessage: { maxLength: MINE } },
          errorMessage: { minItems: MINE },
        },
      },
      required: ['name'],
      errorMessage: { required: { name: MINE }, properties: { age: MINE, kind: MINE } },
    })
    validate(WRONG)
    throw validate.errors
  },
}

const theirs: Readonly<Record<string, Thrower>> = {
  'zod 4': () =>
    z
      .strictObject({
        name: z.string(),
        age: z.number(),
        email: z.email(),
        code: z.string().regex(/^a/),
        kind: z.enum(['a', 'b']),
        tags: z.array(z.string().max(1)).min(2),
        late: z.string().refine(() => false),
        short: z.union([z.number(), z.boolean()]),
      })
      .parse(WRONG),
  'zod 3': () =>
    z3
      .object({
        name: z3.string(),
        age: z3.number(),
        email: z3.string().email(),
        code: z3.string().regex(/^a/),
        kind: z3.enum(['a', 'b']),
        tags: z3.array(z3.string().max(1)).min(2),
        late: z3.string().refine(() => false),
        short: z3.union([z3.number(), z3.boolean()]),
      })
      .strict()
      .parse(WRONG),
  valibot: () =>
    v.parse(
      v.strictObject({
        name: v.string(),
        age: v.number(),
        email: v.pipe(v.string(), v.email()),
        code: v.pipe(v.string(), v.regex(/^a/)),
        kind: v.picklist(['a', 'b']),
        tags: v.pipe(v.array(v.pipe(v.string(), v.maxLength(1))), v.minLength(2)),
        late: v.pipe(
          v.string(),
          v.check(() => false),
        ),
        short: v.union([v.number(), v.boolean()]),
      }),
      WRONG,
    ),
  ...Object.fromEntries(
    Object.entries({ 'joi 17': joi, 'joi 18': joi18 as unknown as typeof joi }).map(([name, library]) => [
      name,
      () => {
        throw library
          .object({
            name: library.string().required(),
            age: library.number(),
            email: library.string().email(),
            code: library.string().pattern(/^a/),
            kind: library.string().valid('a', 'b'),
            tags: library.array().items(library.string().max(1)).min(2),
            late: library.any().custom(() => {
              throw new Error('hunter2 is no host')
            }),
            short: library.string().max(3),
          })
          .validate(WRONG, { abortEarly: false }).error
      },
    ]),
  ),
  yup: () =>
    yup
      .object({
        name: yup.string().required(),
        age: yup.number(),
        email: yup.string().email(),
        code: yup.string().matches(/^a/),
        kind: yup.string().oneOf(['a', 'b']),
        tags: yup.array().of(yup.string().max(1)).min(2),
        late: yup.string().test(() => false),
        short: yup.string().max(3),
      })
      .noUnknown()
      .strict()
      .validateSync(WRONG, { abortEarly: false }),
  ajv: () => {
    const validate = new Ajv2020({ allErrors: true }).compile({
      type: 'object',
      properties: { age: { type: 'number' }, code: { type: 'string', pattern: '^a' } },
      required: ['name'],
    })
    validate(WRONG)
    throw validate.errors
  },
}

describe('faultTexts.fromSchema', () => {
  for (const [library, work] of Object.entries(mine)) {
    it(`takes what the author wrote for ${library}`, () => {
      const texts = told(thrownBy(work))

      expect(texts.length).to.be.at.least(5)
      expect(texts.filter((text) => !text.endsWith(`: ${MINE}`))).to.deep.equal([])
    })
  }

  for (const [library, work] of Object.entries(theirs)) {
    it(`takes nothing that ${library} says by itself`, () => {
      const texts = told(thrownBy(work))

      expect(texts.length).to.be.at.least(3)
      expect(texts.filter((text) => !text.endsWith(': ours'))).to.deep.equal([])
    })
  }
})

const run = async (chains: readonly { run: (req: object) => Promise<unknown> }[], given: unknown): Promise<unknown> => {
  const req = { body: given }
  for (const chain of chains) await chain.run(req)
  return validationResult(req)
}

describe('faultTexts.fromSchema for express-validator', () => {
  it('takes every text that the author wrote for one value, each once', async () => {
    const chains = [
      body('password').isLength({ min: 9 }).withMessage('Take nine characters.').matches(/\d/).withMessage('Take a digit.'),
      body('email', MINE).isEmail().isLength({ max: 1 }),
    ]
    expect(told(await run(chains, { password: 'x', email: 'hunter2' }))).to.deep.equal([
      '#/password: Take nine characters.',
      '#/password: Take a digit.',
      `#/email: ${MINE}`,
    ])
  })

  it('takes what a check of the author throws, and not what the runtime or a driver throws in it', async () => {
    const failures: readonly (() => unknown)[] = [
      () => JSON.parse('hunter2'),
      () => (undefined as unknown as { email: string }).email,
      () => new URL('hunter2'),
      () => (7 as unknown as () => void)(),
      () => new Date(Number.NaN).toISOString(),
      () => {
        throw Object.assign(new Error('connect ECONNREFUSED db-17:5432'), { code: 'ECONNREFUSED' })
      },
      () => {
        throw new Error('getaddrinfo ENOTFOUND db-17')
      },
      () => {
        throw new Error('duplicate key value violates unique constraint "users_email_key"')
      },
      () => {
        throw new Error('relation "users" does not exist')
      },
      async () => fetch('http://127.0.0.1:1/'),
    ]
    const chains = failures.map((fail) => body('email').custom(async () => fail()))
    const taken = body('email').custom(() => {
      throw new Error('This address has an account.')
    })
    // Equal faults are told once.
    expect(told(await run([...chains, taken], { email: 'hunter2' }))).to.deep.equal([
      '#/email: ours',
      '#/email: This address has an account.',
    ])
  })

  it('takes nothing that express-validator says by itself', async () => {
    const chains = [body('email').isEmail(), oneOf([body('a').isInt(), body('b').isInt()]), checkExact()]
    expect(told(await run(chains, { email: 'hunter2', hunter2: 1 }))).to.deep.equal([
      '#/email: ours',
      '#/a: ours',
      '#/b: ours',
      '#/hunter2: ours',
    ])
  })
})

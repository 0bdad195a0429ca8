/** A text that quotes what was rejected is not taken, whoever wrote it and in whatever language. */

import { expect } from 'chai'
import * as fc from 'fast-check'
import joi18 from 'joi-18'
import * as v from 'valibot'
import * as yup from 'yup'
import * as z from 'zod'
import * as z3 from 'zod/v3'
import { toProblem } from '../../../lib/foreign/to-problem.js'
import { faultTexts } from '../../../lib/validate/texts/from-schema.js'
import { quotesAny } from '../../../lib/validate/texts/quotes.js'
import { taken } from './taken.js'
import { textsOf } from './validating.js'

const SECRET = 'hunter2'
const MINE = 'At least 5, please.'

describe('A text that quotes a value', () => {
  const values = fc.oneof(
    fc.string({ minLength: 4, unit: 'binary' }).filter((text) => text.trim().length > 3),
    fc.integer({ min: 1000 }),
    fc.bigInt({ min: 1000n }),
    fc.date({ noInvalidDate: true }),
  )

  it('is known in JSON, in quotation marks, alone and behind a colon, whatever the value', () => {
    fc.assert(
      fc.property(values, (value) => {
        const plain = value instanceof Date ? value.toISOString() : String(value)
        for (const text of [
          `Falsch: ${plain}`,
          `„${plain}“ geht nicht.`,
          `Not \`${plain}\` here`,
          plain,
          typeof value === 'string' ? `Got ${JSON.stringify(value)}, sorry` : `Got ${plain}, sorry`,
        ])
          expect(quotesAny(text, [value]), text).to.equal(true)
      }),
    )
  })

  it('is known by a member of an object or a list, at any depth', () => {
    const nested = fc.letrec((tie) => ({
      node: fc.oneof({ maxDepth: 5 }, fc.constant(SECRET), fc.tuple(tie('node')), fc.record({ a: tie('node') })),
    }))
    fc.assert(
      fc.property(nested.node, (value) => {
        for (const text of [`no ${SECRET}`, `<${JSON.stringify(value)}>`, `Bad: ${JSON.stringify(value, null, 2)}`])
          expect(quotesAny(text, [value]), text).to.equal(true)
      }),
    )
    expect(quotesAny('Not { a: 1, b: [ true ] } here', [{ a: 1, b: [true] }])).to.equal(true)
    expect(quotesAny('[object Object] is no text', [{ a: 1 }])).to.equal(true)
  })

  it('is known as HTML, without the blanks around it, and by the start of a long one', () => {
    expect(quotesAny('no &lt;script&gt; here', ['<script>'])).to.equal(true)
    expect(quotesAny('no hunter2 here', ['  hunter2\n'])).to.equal(true)
    expect(quotesAny(`no ${'x1'.repeat(15)}… here`, ['x1'.repeat(50_000)])).to.equal(true)
    expect(quotesAny('erhalten hunter2を', [SECRET])).to.equal(true)
  })

  it('is known by a short value alone, in quotation marks or behind a colon', () => {
    for (const text of ['123', '"123"', 'Not "123" here', 'Not a code: 123', 'code=123.'])
      expect(quotesAny(text, [123]), text).to.equal(true)
    for (const text of ['Not a code: 1234', 'The code: 123 letters', 'code 123'])
      expect(quotesAny(text, [123]), text).to.equal(false)
    expect(quotesAny('false', [false])).to.equal(true)
    expect(quotesAny('No "free" here', [{ plan: 'free' }])).to.equal(true)
  })

  it('is not seen in what stands there by chance', () => {
    for (const [text, value] of [
      ['At least 5, please.', 5],
      ['At least 5, please.', '5'],
      ['Between 1 and 100.', 100],
      ['Please give a valid name.', 'val'],
      ['Please give a valid name.', 'alid'],
      ['Must be true.', true],
      ['null is no name.', null],
      ['The free plan has no support.', { plan: 'free', n: 1 }],
      ['Pick one of a, b and c.', ['a', 'b']],
      ['Please give your name.', ''],
      ['Please give your name.', {}],
      ['Please give your name.', []],
      ['Please give your name.', new Date(Number.NaN)],
      ['Please give your name.', () => 'name'],
    ] as const)
      expect(quotesAny(text, [value]), text).to.equal(false)
  })

  it('costs little, however large the value', () => {
    const large = Object.fromEntries(Array.from({ length: 100_000 }, (_, index) => [`k${index}`, { a: [index, 'x'.repeat(50)] }]))
    const start = performance.now()
    for (let times = 0; times < 100; times++) quotesAny(MINE, [large])
    expect(performance.now() - start).to.be.below(2000)
  })

  it('is not taken from an issue that holds the value', () => {
    const says = (text: string) => [
      { kind: 'validation', type: 'check', message: text, input: SECRET, received: 'x', expected: null },
      { type: 'field', path: 'a', location: 'body', msg: text, value: SECRET },
      { path: ['a'], type: 'x.y', context: { label: 'a', value: SECRET }, message: text },
      Object.assign(new yup.ValidationError(text, 7, 'a', 'x'), { params: { path: 'a', value: 7, originalValue: SECRET } }),
      { code: 'custom', path: [], message: text, input: SECRET },
      { keyword: 'errorMessage', params: { errors: [] }, message: text, data: { a: SECRET } },
    ]
    for (const issue of says(`Nein: ${SECRET}!`)) expect(taken(issue), JSON.stringify(issue)).to.equal(undefined)
    for (const issue of says(MINE)) expect(taken(issue), JSON.stringify(issue)).to.equal(MINE)
  })

  it('is not taken by validate(), which has the value at the place', async () => {
    const quoting = (value: unknown): string => `no ${JSON.stringify(value)} here`
    const schemas: Readonly<Record<string, (text: (value: unknown) => string) => object>> = {
      zod: (text) => z.object({ a: z.array(z.string().refine(() => false, { error: ({ input }) => text(input) })) }),
      'zod 3': (text) =>
        z3.object({
          a: z3.array(
            z3.string().refine(
              () => false,
              (input) => ({ message: text(input) }),
            ),
          ),
        }),
      valibot: (text) =>
        v.object({
          a: v.array(
            v.pipe(
              v.string(),
              v.check(
                () => false,
                ({ input }) => text(input),
              ),
            ),
          ),
        }),
      joi: (text) =>
        joi18.object({
          a: joi18.array().items(joi18.any().custom((value, helpers) => helpers.message({ custom: text(value) }))),
        }),
      yup: (text) =>
        yup.object({
          a: yup.array().of(
            yup.string().test(
              'x',
              ({ value }) => text(value),
              () => false,
            ),
          ),
        }),
    }
    for (const [library, schema] of Object.entries(schemas)) {
      expect(await textsOf(schema(quoting), { a: [SECRET] }), library).to.deep.equal(['ours'])
      expect(
        await textsOf(
          schema(() => MINE),
          { a: [SECRET] },
        ),
        library,
      ).to.deep.equal([MINE])
    }
  })

  it('is not taken from a thrown error where the request is known', () => {
    const { error } = z
      .object({ a: z.string().refine(() => false, { error: ({ input }) => `no ${String(input)}` }) })
      .safeParse({ a: SECRET })
    for (const facts of [
      { part: (name: string) => (name === 'body' ? { a: SECRET } : undefined) },
      { part: (name: string) => (name === 'query' ? { a: SECRET } : undefined) },
    ]) {
      const { extensions } = toProblem(error, { describeFault: faultTexts.fromSchema, thrownFaults: 'client', facts })
      expect(JSON.stringify(extensions)).to.contain('not allowed here').and.not.contain(SECRET)
    }
    // The fault says which part it is in.
    const ofParts = z
      .object({ params: z.object({ id: z.string().refine(() => false, { error: ({ input }) => `no ${String(input)}` }) }) })
      .safeParse({ params: { id: SECRET } })
    const facts = { part: (name: string) => (name === 'params' ? { id: SECRET } : undefined) }
    const { extensions } = toProblem(ofParts.error, { describeFault: faultTexts.fromSchema, thrownFaults: 'client', facts })
    expect(JSON.stringify(extensions)).to.contain('"in":"path"').and.not.contain(SECRET)
  })

  it('is not taken where it names a member that the client has invented', () => {
    const issue = { code: 'custom', path: [], message: 'no invented1 here' }
    const fault = { pointer: '#/invented1', code: 'unknown-member', detail: 'ours' } as const
    expect(faultTexts.fromSchema(fault, issue)).to.equal(undefined)
    for (const place of [{ parameter: 'invented1' }, { header: 'invented1' }])
      expect(faultTexts.fromSchema({ code: 'unknown-member', detail: 'ours', ...place }, issue)).to.equal(undefined)
    for (const place of [{ pointer: '#/else' }, { parameter: 'else' }, {}])
      expect(faultTexts.fromSchema({ code: 'unknown-member', detail: 'ours', ...place }, issue)).to.equal('no invented1 here')
  })

  it('does not get into the context of an app', async () => {
    const { prepareValidation } = await import('../../../lib/validate/prepare.js')
    const { partsOf } = await import('../parts.js')
    const contexts: unknown[] = []
    const describeFault = (_fault: unknown, _issue: unknown, context: object): undefined => {
      contexts.push({ ...context }, JSON.parse(JSON.stringify(context)))
    }
    await prepareValidation({ body: z.object({ a: z.number() }) }, { describeFault })(partsOf({ body: { a: SECRET } }), undefined)
    expect(contexts).to.deep.equal([{ request: undefined, vendor: 'zod' }, { vendor: 'zod' }])
  })
})

/** What joi and yup say through a Standard Schema, which tells neither the name of the value nor the kind of the fault. */

import { expect } from 'chai'
import joi from 'joi-18'
import * as yup from 'yup'
import { textsOf } from './validating.js'

// A literal with such a member looks like a promise to linters.
const THEN = 'then'

const MINE = ['Your name is required', 'Please: it must be a good one.', 'The password must have at least one digit.']

describe('faultTexts.fromSchema and joi through validate()', () => {
  const options: Readonly<Record<string, object>> = {
    'the usual options': {},
    'no marks around names': { errors: { wrap: { label: false } } },
    'no marks at all': { errors: { wrap: { label: false, array: false } } },
    'other marks': { errors: { wrap: { label: '[]' } } },
    'no names': { errors: { label: false } },
    'names without paths': { errors: { label: 'key' } },
    HTML: { errors: { escapeHtml: true } },
    'HTML without marks': { errors: { escapeHtml: true, wrap: { label: false } } },
  }
  const schema = joi.object({
    a: joi.string().required(),
    b: joi.string().label('Given name').required(),
    c: joi.number(),
    d: joi.array().items(joi.string()),
    e: joi.valid('x'),
    f: joi.valid('x', 'y'),
    g: joi.any().custom((_, helpers) => helpers.error('order.closed')),
    h: joi.object({ 'a & b': joi.string().min(9) }),
  })
  const body = { c: 'zq', d: [7], e: 'zq', f: 'zq', g: 1, h: { 'a & b': 'zq' }, evil: 1 }

  for (const [what, prefs] of Object.entries(options)) {
    it(`takes none with ${what}`, async () => {
      const texts = await textsOf(schema.prefs({ abortEarly: false, ...prefs }), body)
      expect(texts.length).to.equal(9)
      expect(texts.filter((text) => text !== 'ours')).to.deep.equal([])
      // An option of a schema within another holds as well.
      expect(await textsOf(joi.object({ x: joi.array().items(schema.prefs(prefs)) }), { x: [body] })).to.deep.equal(['ours'])
    })
  }

  it('takes none where the option stands in what a schema switches to', async () => {
    const named = joi.number().prefs({ errors: { wrap: { label: false } } })
    const switching = joi.object({
      a: joi.any().when('b', {
        switch: [
          { is: 1, [THEN]: named },
          { is: 2, [THEN]: joi.string() },
        ],
      }),
      b: joi.any(),
    })
    expect(await textsOf(switching, { a: 'zq', b: 1 })).to.deep.equal(['ours'])
    const alternatives = joi.object({ a: joi.alternatives().conditional('b', { is: 1, [THEN]: named }), b: joi.any() })
    expect(await textsOf(alternatives, { a: 'zq', b: 1 })).to.deep.equal(['ours'])
  })

  it('takes what the author wrote, also where it ends as a text of joi does', async () => {
    for (const text of MINE)
      expect(await textsOf(joi.object({ a: joi.number().messages({ '*': text }) }), { a: 'zq' })).to.deep.equal([text])
  })
})

describe('faultTexts.fromSchema and yup through validate()', () => {
  const inner = yup.object({ a: yup.string() })
  const wrong: Readonly<Record<string, readonly [schema: yup.AnySchema, value: unknown]>> = {
    required: [yup.string().required(), undefined],
    min: [yup.string().min(5), 'zq'],
    oneOf: [yup.string().oneOf(['a', 'b']), 'zq'],
    email: [yup.string().email(), 'zq'],
    type: [yup.number(), 'zq'],
    date: [yup.date().min(new Date()), '2000-01-01'],
    items: [yup.array().min(3), ['zq']],
    exact: [inner.exact(), { evil: 1 }],
    match: [yup.string().matches(/^a/), 'zq'],
    test: [yup.string().test('x', () => false), 'zq'],
  }

  for (const [what, [schema, value]] of Object.entries(wrong)) {
    it(`takes none of ${what}, whatever the name`, async () => {
      const named = schema.label('Your given name')
      for (const [one, isList = false] of [
        [yup.object({ n: schema })],
        [yup.object({ n: named })],
        [yup.object({ n: yup.lazy(() => named) })],
        [yup.object({ n: schema.when([], () => named) })],
        [yup.object({ n: yup.tuple([named]) }), true],
        [yup.object({ n: yup.array().of(named) }), true],
        [yup.object({ 'given name': schema })],
        [yup.object({ 'a.b c': yup.object({ n: schema }) })],
      ] as readonly (readonly [schema: object, isList?: boolean])[]) {
        const given = { n: isList ? [value] : value, 'given name': value, 'a.b c': { n: value } }
        expect(new Set(await textsOf(one, given)), String(isList)).to.deep.equal(new Set(['ours']))
      }
    })
  }

  it('takes none about the whole body, nor where one schema stands at several places', async () => {
    const one = yup.string().min(9)
    expect(await textsOf(yup.object({ a: one, b: one }), { b: 'zq' })).to.deep.equal(['ours'])
    expect(
      await textsOf(
        yup.object().test('x', () => false),
        {},
      ),
    ).to.deep.equal(['ours'])
  })

  it('takes none about members that nobody knows', async () => {
    for (const schema of [inner, inner.label('The whole thing')])
      expect(await textsOf(schema.noUnknown().strict(), { evil: 1 })).to.deep.equal(['ours'])
  })

  it('takes what the author wrote, also where it ends as a text of yup does', async () => {
    for (const text of [...MINE, 'Your password must be at least 8 characters', 'The name of the shop is a required field'])
      for (const schema of [
        yup.object({ password: yup.string().min(8, text) }),
        yup.object({ password: yup.string().min(8, text).label('Secret word') }),
      ])
        expect(await textsOf(schema, { password: 'zq' })).to.deep.equal([text])
  })

  it('takes no text in another language that quotes the value', async () => {
    // As yup-locales 1.2 has it in French.
    const notType = ({ path, type, value, originalValue }: Record<string, string>): string =>
      `${path} doit être un type \`${type}\`, Mais la valeur finale était: \`${value}\` (coulé à partir de la valeur \`"${originalValue}"\`).`
    for (const value of ['hunter2', 'zq']) {
      const schema = yup.object({ n: yup.number().typeError(notType as never) })
      expect(await textsOf(schema, { n: value })).to.deep.equal(['ours'])
    }
  })
})

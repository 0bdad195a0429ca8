/** What libraries say by themselves in another language, or with the words of an app for all schemas. */

import { expect } from 'chai'
import * as v from 'valibot'
import * as z from 'zod'
import * as mini from 'zod/mini'
import * as z3 from 'zod/v3'
import { taken } from './taken.js'
import { textsOf } from './validating.js'

const MINE = 'Bitte einen Namen angeben.'

describe('faultTexts.fromSchema and valibot in other languages', () => {
  // The texts of @valibot/i18n 0.15, in those of its languages that order them differently.
  const says: Readonly<Record<string, (issue: v.BaseIssue<unknown>) => string>> = {
    de: ({ expected, received }) =>
      expected === null
        ? `Ungültige Eingabe: ${received} erhalten`
        : `Ungültiger Typ: ${expected} erwartet aber ${received} erhalten`,
    fr: ({ expected, received }) =>
      expected === null ? `Valeur invalide: reçu ${received}` : `Typage invalide: attendu ${expected}, mais reçu ${received}`,
    ja: ({ expected, received }) =>
      expected === null
        ? `無効な入力: ${received} を受け取りました`
        : `無効な型: ${expected} を期待しましたが、 ${received} を受け取りました`,
    'zh-CN': ({ expected, received }) =>
      expected === null ? `无效的输入：输入为 ${received}` : `无效的类型：预期为 ${expected}，而输入为 ${received}`,
  }
  const failing = v.check<unknown>(() => false)
  const inputs = [4_111_111_111_111_111, 5, -5, 1.5, true, null, 'a', 'hunter2', '', [], ['a'], {}, 7n]
  afterEach(() => v.deleteGlobalMessage())

  for (const [language, say] of Object.entries(says)) {
    it(`takes none of the language ${language}, whatever the kind of value`, () => {
      v.setGlobalMessage(say)
      const schemas = [
        v.never(),
        v.pipe(v.any(), failing),
        v.literal('x'),
        v.picklist(['x', 'y']),
        v.date(),
        v.pipe(v.number(), v.minValue(9e99)),
        v.pipe(v.array(v.string()), v.minLength(9)),
        v.pipe(v.string(), v.minLength(99)),
      ]
      const issues = inputs.flatMap((input) => schemas.flatMap((schema) => v.safeParse(schema, input).issues ?? []))
      expect(issues.length).to.be.above(60)
      for (const issue of issues) expect(taken(issue), issue.message).to.equal(undefined)
    })
  }

  it('takes texts that have one of the two by chance', () => {
    const texts = ['Please give a number.', 'Please: at least 5 seats.', 'A string, please: not 15.']
    for (const text of texts)
      for (const schema of [
        v.number(text),
        v.pipe(
          v.any(),
          v.check(() => false, text),
        ),
      ]) {
        const [issue] = v.safeParse(schema, 'x').issues ?? []
        expect(taken(issue)).to.equal(text)
      }
  })
})

// Values of a request in every form, and what others schemas make of them.
const wrong = { a: 7, b: 'hunter2', c: 'x', d: [1], e: {}, f: null, i: 1.5, hunter2: 1 }

function schemaOf(
  library: Pick<typeof z, 'object' | 'string' | 'number' | 'enum' | 'array' | 'boolean' | 'literal' | 'union'>,
  message?: string,
): object {
  const l = library as typeof z
  const schema = l.object({
    a: l.string(message),
    b: l.number(message),
    c: l.string().min(5, message),
    d: l.array(l.string(message)).max(9, message),
    e: l.string(message),
    f: l.union([l.string(), l.number()], message === undefined ? undefined : ({ message } as never)),
    g: l.enum(['x', 'y'], message === undefined ? undefined : ({ message } as never)),
    h: l.literal('x', message === undefined ? undefined : ({ message } as never)),
    i: l.number().refine(Number.isInteger, message),
  })
  return message === undefined ? schema.strict() : schema
}

describe('faultTexts.fromSchema and zod, asked through the schema', () => {
  const { localeError, customError } = z.config()
  const config = Reflect.get(globalThis, '__zod_globalConfig')
  beforeEach(() => {
    // So it is in zod 4.0 to 4.3 and in zod/v4 of 3.25, which keep it to themselves.
    Reflect.set(globalThis, '__zod_globalConfig', undefined)
  })
  afterEach(() => {
    Reflect.set(globalThis, '__zod_globalConfig', config)
    z.config({ localeError, customError } as Parameters<typeof z.config>[0])
    z3.setErrorMap(z3.defaultErrorMap)
  })

  for (const language of ['de', 'fr', 'ja', 'ru', 'zhCN'] as const) {
    it(`takes none in the language ${language}, and what the author wrote in it`, async () => {
      z.config(z.locales[language]())
      expect(new Set(await textsOf(schemaOf(z), wrong))).to.deep.equal(new Set(['ours']))
      expect(new Set(await textsOf(schemaOf(z, MINE), wrong))).to.deep.equal(new Set([MINE]))
    })
  }

  it('takes none of zod/mini', async () => {
    z.config(z.locales.de())
    const schema = (message?: string): object => mini.object({ a: mini.string(message), b: mini.number(message) })
    expect(await textsOf(schema(), wrong)).to.deep.equal(['ours', 'ours'])
    expect(await textsOf(schema(MINE), wrong)).to.deep.equal([MINE, MINE])
  })

  it('takes none of words that hold for all schemas', async () => {
    for (const say of [
      () => 'Nein.',
      (value: unknown) => `Wrong: ${typeof value}`,
      (value: unknown) => `${JSON.stringify(value)}`,
      (value: unknown) => `<${String(value)}>`,
    ]) {
      z.config({ customError: ({ input }) => say(input) })
      z3.setErrorMap((_, { data }) => ({ message: say(data) }))
      for (const library of [z, z3 as never]) {
        const texts = await textsOf(schemaOf(library), wrong)
        expect(texts.length).to.be.at.least(9)
        expect(new Set(texts)).to.deep.equal(new Set(['ours']))
      }
      expect(new Set(await textsOf(schemaOf(z, MINE), wrong))).to.deep.equal(new Set([MINE]))
    }
  })

  it('takes none where one of version 3 speaks another language, and what the author wrote there', async () => {
    z3.setErrorMap(({ code }) => ({ message: `Ungültig (${code})` }))
    expect(new Set(await textsOf(schemaOf(z3 as never), wrong))).to.deep.equal(new Set(['ours']))
    const mine = z3.object({ a: z3.string({ invalid_type_error: MINE }), c: z3.string().min(5, MINE) })
    expect(await textsOf(mine, wrong)).to.deep.equal([MINE, MINE])
  })

  it('calls no function of the author for it', async () => {
    let calls = 0
    const count = (value: unknown): unknown => {
      calls++
      return value
    }
    z.config(z.locales.de())
    await textsOf(z.preprocess(count, z.object({ a: z.string(MINE) })), wrong)
    await textsOf(z3.preprocess(count, z3.object({ a: z3.string({ invalid_type_error: MINE }) })), wrong)
    expect(calls).to.equal(2)
  })
})

describe('faultTexts.fromSchema and thrown errors of zod', () => {
  const { localeError, customError } = z.config()
  afterEach(() => z.config({ localeError, customError } as Parameters<typeof z.config>[0]))
  class Shop {}
  const values = [
    Buffer.from('x'),
    new Shop(),
    new URL('http://a.b'),
    new File([], 'a'),
    () => 1,
    Symbol('x'),
    new Error('x'),
    /x/,
  ]

  it('takes none of a value of a class, in any language', () => {
    for (const locale of Object.values(z.locales)) {
      z.config(locale())
      for (const value of values)
        for (const schema of [z.string(), z.instanceof(Map), z.object({})]) {
          const [issue] = schema.safeParse(value).error?.issues ?? []
          if (issue !== undefined) expect(taken(issue), issue.message).to.equal(undefined)
        }
    }
  })

  it('takes no `Input not instance of`, which is English in every language', () => {
    for (const library of [z, z3]) {
      const { error } = library.instanceof(Shop).safeParse({})
      expect(taken(error?.issues[0])).to.equal(undefined)
    }
  })

  it('takes none where the words for all schemas quote the value', () => {
    for (const say of [(input: unknown) => JSON.stringify(input), (input: unknown) => `Nicht ${String(input)}!`]) {
      z.config({ customError: ({ input }) => say(input) })
      for (const value of ['hunter2', 12_345, ['hunter2'], { b: 'hunter2' }, true]) {
        const [issue] = z.date().safeParse(value).error?.issues ?? []
        expect(taken(issue), issue?.message).to.equal(undefined)
      }
    }
    const [issue] = z.date(MINE).safeParse('hunter2').error?.issues ?? []
    expect(taken(issue)).to.equal(MINE)
  })
})

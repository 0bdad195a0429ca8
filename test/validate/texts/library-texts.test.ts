/** Every text that the libraries have of their own, in every language that they speak: none of them may be taken for an author's. */

import { expect } from 'chai'
import joi from 'joi'
import joi18 from 'joi-18'
import * as v from 'valibot'
import * as yup from 'yup'
import * as z from 'zod'
import * as z3 from 'zod/v3'
import { taken } from './taken.js'

const MINE = 'Please give your name.'

const joiTexts = (library: typeof joi): [code: string, text: string][] => {
  const types = 'any alternatives array binary boolean date function number object string symbol link'.split(' ')
  const all = types.flatMap((type) => {
    const made = (library as unknown as Record<string, () => { _definition: { messages: object } }>)[type]?.()
    return Object.entries(made?._definition.messages ?? {})
  })
  return all
    .map(([code, template]) => [code, String((template as { source?: string }).source ?? template)] as [string, string])
    .filter(([, template]) => template.includes('abel}}'))
}

for (const [version, library] of [
  ['17', joi],
  ['18', joi18 as unknown as typeof joi],
] as const) {
  describe(`faultTexts.fromSchema and the texts of joi ${version}`, () => {
    for (const [code, template] of joiTexts(library)) {
      it(`does not take that of ${code}`, () => {
        const [, rest = ''] = /^\{\{:?#\w+\}\} (.*)$/s.exec(template) ?? []
        const text = rest
          .replace(/\{if\(#(?:valids|limit)[^}]*\}/g, '')
          .replace(/\{if\([^}]*\}/g, '"subject" failed to pass the assertion test')
          .replace(/\{\{?[^}]*\}\}?/g, '[7]')
        expect(text).to.not.match(/[{}]/).and.not.equal('')
        for (const label of ['a', 'My name', 'must be "x" is odd'])
          for (const [begin, end] of ['""', '  ', '[]', '**'].map((marks) => [...marks].map((mark) => mark.trim()))) {
            const said = `${begin}${label}${end} ${text}`
            expect(taken({ message: said, path: ['a'], type: code, context: { label, mainWithLabel: label } }), said).to.equal(
              undefined,
            )
          }
        expect(taken({ message: text, path: ['a'], type: code, context: { label: '' } })).to.equal(undefined)
        expect(taken({ message: `"a" ${text}`, path: ['a'] }, 'joi')).to.equal(undefined)
      })
    }
  })
}

describe('faultTexts.fromSchema and joi', () => {
  const message = (text: string, code = 'any.required', context: object = { label: 'name' }): string | undefined =>
    taken({ message: text, path: ['name'], type: code, context })

  it('takes texts that begin as those of joi do', () => {
    for (const text of [
      'Name is required',
      'My name is required',
      '"name" is required here',
      '"name" must be a good one',
      'is required',
    ])
      expect(message(text)).to.equal(text)
  })

  it('takes no value, however it is written', () => {
    const schema = joi.object({ a: joi.string().pattern(/^a/) }).messages({ 'string.pattern.base': 'x' })
    for (const value of ['hunter2', 'a\nb" is not "', '" fails', ''.padEnd(2000, 'x')])
      for (const errors of [{}, { label: false as const }, { wrap: { label: false as const, string: false as const } }]) {
        const { error } = joi.object({ a: joi.string().pattern(/^q/) }).validate({ a: value }, { errors })
        expect(taken(error?.details[0]), value).to.equal(undefined)
      }
    expect(taken(schema.validate({ a: 'hunter2' }).error?.details[0])).to.equal('x')
  })

  it('takes no name that a client has invented', () => {
    for (const name of ['hunter2', 'is required', '" is nice', 'a\nb', ' ', 'label', ''.padEnd(2000, 'x')]) {
      const [detail] = joi.object({}).validate({ [name]: 1 }).error?.details ?? []
      expect(detail).to.have.property('type', 'object.unknown')
      expect(taken(detail), name).to.equal(undefined)
      expect(taken({ message: detail?.message, path: detail?.path }, 'joi'), name).to.equal(undefined)
    }
  })
})

describe('faultTexts.fromSchema and the texts of yup', () => {
  const params = { value: 'hunter2', originalValue: 7, type: 'number', spec: { types: [1, 2] } }
  const texts = Object.entries(yup.defaultLocale).flatMap(([type, all]) =>
    Object.entries(all ?? {}).map(([name, text]) => [`${type}.${name}`, text as string | ((params: object) => string)] as const),
  )
  for (const [name, text] of texts) {
    it(`does not take that of ${name}`, () => {
      for (const path of ['a', 'My name', 'this']) {
        const options = path === 'this' ? {} : path === 'a' ? { path } : { label: path, path: 'a' }
        const values = name === 'boolean.isValue' ? ['true', 'false'] : ['7']
        for (const value of values) {
          const message =
            typeof text === 'string'
              ? text.replaceAll(`\${path}`, path).replace(/\$\{\w+\}/g, value)
              : text({ ...params, ...options, path, value: name.startsWith('tuple') ? [1] : 'hunter2' })
          expect(message).to.not.contain('${')
          const error = Object.assign(new yup.ValidationError(message, 'hunter2', 'a', 'test'), { params: options })
          expect(taken(error), message).to.equal(undefined)
        }
      }
    })
  }

  it('takes no value that does not fit a tuple', () => {
    for (const value of [[1], [1, 2, 3], 'hunter2']) {
      const [thrown] = [value].map((one) => {
        try {
          return yup.tuple([yup.number(), yup.number()]).label('Pair').validateSync(one)
        } catch (error) {
          return error
        }
      })
      expect(thrown).to.be.instanceOf(yup.ValidationError)
      expect(taken(thrown)).to.equal(undefined)
    }
  })

  it('takes texts that begin as those of yup do', () => {
    for (const text of ['Name is required', 'a must be a good one', 'Please give your name.', 'a'])
      expect(taken(Object.assign(new yup.ValidationError(text, 1, 'a', 'min'), { params: { path: 'a' } }))).to.equal(text)
  })
})

const given = {
  type: 'hunter2',
  enum: 'hunter2',
  one: 'hunter2',
  email: 'hunter2',
  starts: 'hunter2',
  ends: 'hunter2',
  has: 'hunter2',
  matches: 'hunter2',
  short: 'hunter2',
  long: 'h',
  exact: 'h',
  many: [],
  few: [1, 2],
  low: 1,
  high: 9,
  multiple: 7,
  custom: 'hunter2',
  union: 'hunter2',
  tagged: { kind: 'hunter2' },
  date: new Date(Number.NaN),
  late: new Date(0),
  int: 1.5,
  stranger: 1,
  hunter2: 1,
}
const strings = { email: 'email', starts: ['startsWith', 'a'], ends: ['endsWith', 'a'], has: ['includes', 'q'] }

const schemaOf = (library: typeof z): { safeParse: (value: unknown) => { error?: { issues: readonly { message: string }[] } } } =>
  library
    .object({
      type: library.number(),
      missing: library.string(),
      enum: library.enum(['a', 'b']),
      one: library.literal('a'),
      ...Object.fromEntries(
        Object.entries(strings).map(([name, how]) => {
          const [method, ...args] = [how].flat() as [string, ...string[]]
          const text = library.string() as unknown as Record<string, (...args: string[]) => z.ZodType>
          return [name, (text[method] as (...args: string[]) => z.ZodType).call(text, ...args)]
        }),
      ),
      matches: library.string().regex(/^a/),
      short: library.string().max(1),
      long: library.string().min(2),
      exact: library.string().length(2),
      many: library.array(library.number()).min(1),
      few: library.array(library.number()).max(1),
      low: library.number().min(2),
      high: library.number().lt(3),
      multiple: library.number().multipleOf(2),
      custom: library.string().refine(() => false),
      union: library.union([library.number(), library.boolean()]),
      tagged: library.discriminatedUnion('kind', [
        library.object({ kind: library.literal('a') }),
        library.object({ kind: library.literal('b') }),
      ]),
      date: library.date(),
      late: library.date().min(new Date(5)),
      int: library.number().int(),
    })
    .strict()

const issuesOf = (library: unknown): readonly { message: string }[] => {
  const issues = schemaOf(library as typeof z).safeParse(given).error?.issues ?? []
  expect(issues.length).to.be.at.least(21)
  return issues
}

describe('faultTexts.fromSchema and the texts of zod', () => {
  const before = z.config()
  const { localeError, customError } = before
  afterEach(() => {
    z.config({ localeError, customError } as Parameters<typeof z.config>[0])
    z3.setErrorMap(z3.defaultErrorMap)
  })

  it('takes none of version 3', () => {
    for (const issue of issuesOf(z3)) expect(taken(issue), issue.message).to.equal(undefined)
  })

  it('takes none of version 4, also where it keeps its languages to itself', () => {
    const config = Reflect.get(globalThis, '__zod_globalConfig')
    Reflect.set(globalThis, '__zod_globalConfig', undefined)
    try {
      for (const issue of issuesOf(z)) expect(taken(issue), issue.message).to.equal(undefined)
    } finally {
      Reflect.set(globalThis, '__zod_globalConfig', config)
    }
  })

  it('knows every format of version 4 by what it calls it', () => {
    const say = z.locales.en().localeError
    const formats =
      'email url uuid guid cuid2 ulid xid ksuid datetime date time duration ipv4 ipv6 mac cidrv4 cidrv6 base64 base64url'
    for (const format of [...formats.split(' '), ...'json_string e164 jwt regex template_literal emoji nanoid hex'.split(' ')]) {
      const issue = { code: 'invalid_format', format, path: [], pattern: '/x/' }
      const message = say(issue as never)
      expect(taken({ ...issue, message }), String(message)).to.equal(undefined)
    }
    expect(taken({ code: 'invalid_format', format: 'email', path: [], message: 'Invalid email of yours' })).to.equal(
      'Invalid email of yours',
    )
  })

  for (const [name, locale] of Object.entries(z.locales)) {
    it(`takes none in the language ${name}`, () => {
      z.config(locale())
      for (const issue of issuesOf(z)) expect(taken(issue), issue.message).to.equal(undefined)
    })
  }

  it('takes none that were set for all schemas', () => {
    z.config({ customError: (issue) => ({ message: `Nicht gut: ${issue.code}` }) })
    for (const issue of issuesOf(z)) expect(taken(issue), issue.message).to.equal(undefined)
    z.config({ customError: () => 'Nicht gut.' })
    for (const issue of issuesOf(z)) expect(taken(issue), issue.message).to.equal(undefined)
    z.config({
      customError: () => {
        throw new Error('hunter2')
      },
    })
    expect(taken({ code: 'custom', path: [], message: MINE })).to.equal(MINE)
  })

  it('takes no value and no name of a client in another language of version 3', () => {
    z3.setErrorMap((issue) => ({
      message: `Reçu ${'received' in issue ? `'${String(issue.received)}'` : ''}${'keys' in issue ? `'${issue.keys.join("', '")}'` : ''}`,
    }))
    const said = issuesOf(z3).map((issue) => String(taken(issue)))
    expect(said.filter((text) => text.includes('hunter2'))).to.deep.equal([])
  })
})

describe('faultTexts.fromSchema and the texts of valibot', () => {
  const schema = v.strictObject({ a: v.number(), b: v.pipe(v.string(), v.email()), c: v.never(), d: v.picklist(['x']) })
  const issuesIn = (): readonly { message: string }[] =>
    v.safeParse(schema, { a: 'hunter2', b: 'hunter2', c: 1, d: 'hunter2', e: 1 }).issues ?? []
  afterEach(() => v.deleteGlobalMessage())

  it('takes none, also where it is translated', () => {
    expect(issuesIn().length).to.equal(5)
    for (const issue of issuesIn()) expect(taken(issue), issue.message).to.equal(undefined)
    v.setGlobalMessage((issue) => `${issue.expected} erwartet, ${issue.received} erhalten`)
    const said = issuesIn().map((issue) => String(taken(issue)))
    expect(said.filter((text) => text.includes('hunter2'))).to.deep.equal([])
  })
})

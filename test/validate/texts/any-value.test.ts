/** Whatever a client sends, nothing that the libraries say of it is taken for the text of an author. */
import { expect } from 'chai'
import * as fc from 'fast-check'
import joi from 'joi'
import joi18 from 'joi-18'
import * as v from 'valibot'
import * as yup from 'yup'
import * as z from 'zod'
import * as z3 from 'zod/v3'
import { taken } from './taken.js'

const anything = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.string(),
  fc.constantFrom('is required', '" is nice', 'a\nb', "'", '"', 'x is invalid'),
)
// Those of the schemas, too: then the number is what is wrong.
const anyName = fc.oneof(anything, fc.constantFrom('a', 'b', 'c', 'd'))
const ofLibraries: Readonly<Record<string, (key: string, value: string) => readonly unknown[]>> = {
  'zod 4': (key, value) => {
    const schema = z.strictObject({
      a: z.literal('none'),
      b: z.enum(['none', 'nil']),
      c: z.email(),
      d: z.string().regex(/^none$/),
    })
    return schema.safeParse({ a: value, b: value, c: value, d: value, [key]: 1 }).error?.issues ?? []
  },
  'zod 3': (key, value) => {
    const schema = z3.object({
      a: z3.literal('none'),
      b: z3.enum(['none', 'nil']),
      c: z3.string().email(),
      d: z3.string().regex(/^none$/),
    })
    return schema.strict().safeParse({ a: value, b: value, c: value, d: value, [key]: 1 }).error?.issues ?? []
  },
  valibot: (key, value) => {
    const schema = v.strictObject({
      a: v.literal('none'),
      b: v.picklist(['none']),
      c: v.pipe(v.string(), v.email()),
      d: v.number(),
    })
    return v.safeParse(schema, { a: value, b: value, c: value, d: value, [key]: 1 }).issues ?? []
  },
  'joi 17': (key, value) => joiDetails(joi, key, value),
  'joi 18': (key, value) => joiDetails(joi18 as unknown as typeof joi, key, value),
  yup: (key, value) => {
    const schema = yup.object({
      a: yup.string().oneOf(['none']),
      b: yup.number(),
      c: yup.string().email(),
      d: yup.string().matches(/^none$/),
    })
    try {
      schema
        .noUnknown()
        .strict()
        .validateSync({ a: value, b: value, c: value, d: value, [key]: 1 }, { abortEarly: false })
      return []
    } catch (error) {
      return (error as yup.ValidationError).inner
    }
  },
}

function joiDetails(library: typeof joi, key: string, value: string): readonly unknown[] {
  const schema = library.object({
    a: library.valid('none'),
    b: library.number(),
    c: library.string().email(),
    d: library.string().pattern(/^none$/),
  })
  return schema.validate({ a: value, b: value, c: value, d: value, [key]: 1 }, { abortEarly: false }).error?.details ?? []
}

describe('faultTexts.fromSchema and what a client sends', () => {
  for (const [library, issuesFor] of Object.entries(ofLibraries)) {
    it(`takes nothing that ${library} says, whatever the names and values`, () => {
      fc.assert(
        fc.property(anyName, anything, (key, value) => {
          fc.pre(key !== '__proto__')
          const issues = issuesFor(key, value)
          expect(issues.length).to.be.at.least(1)
          for (const issue of issues) expect(taken(issue), JSON.stringify(issue)).to.equal(undefined)
        }),
      )
    })
  }
})

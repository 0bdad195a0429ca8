/** Where a schema or a value is not known, too large or of a strange kind, what looks like a text of the library is taken for one. */

import { expect } from 'chai'
import joi from 'joi-18'
import * as yup from 'yup'
import * as z from 'zod'
import * as mini from 'zod/mini'
import { quotesAny } from '../../../lib/validate/texts/quotes.js'
import { taken } from './taken.js'
import { textsOf } from './validating.js'

const many = <Schema>(schema: () => Schema): Record<string, Schema> =>
  Object.fromEntries(Array.from({ length: 6000 }, (_, index) => [`k${index}`, schema()]))

describe('faultTexts.fromSchema where the schema does not tell the names', () => {
  it('takes no text that ends as one of joi or yup, from an app that passes the name of the library alone', () => {
    expect(taken({ message: 'My name is required', path: ['a'] }, 'joi')).to.equal(undefined)
    expect(taken({ message: 'My name is a required field', path: ['a'] }, 'yup')).to.equal(undefined)
    expect(taken({ message: 'Please give your name.', path: ['a'] }, 'joi')).to.equal('Please give your name.')
    expect(taken({ message: 'Please give your name.', path: ['a'] }, 'yup')).to.equal('Please give your name.')
  })

  it('does not walk through a huge schema to its end', async () => {
    const ofJoi = joi.object({ ...many(() => joi.any()), a: joi.number().messages({ '*': 'The age is required' }) })
    expect(await textsOf(ofJoi, { a: 'zq' })).to.deep.equal(['ours'])
    const ofYup = yup.object({ ...many(() => yup.mixed()), a: yup.string().min(9, 'The age is a required field') })
    expect(await textsOf(ofYup, { a: 'zq' })).to.deep.equal(['ours'])
  })

  it('passes references in a schema of yup, and names of a path as yup writes them', async () => {
    const schema = yup.object({ a: yup.array().of(yup.string().min(9)), b: yup.ref('a') })
    expect(await textsOf(schema, { a: ['zq'] })).to.deep.equal(['ours'])
  })

  it('takes the text of an issue of valibot that received nothing', () => {
    const issue = { kind: 'schema', type: 'x', message: 'Please give your name.', path: [] }
    expect(taken(issue)).to.equal(issue.message)
  })

  it('takes what the author wrote for a list of zod/mini, which leads to no other words', async () => {
    expect(await textsOf(mini.array(mini.string('Nur Text.')), [7])).to.deep.equal(['Nur Text.'])
  })

  it('takes what the author wrote below a value that a transformation has made', async () => {
    const schema = z
      .string()
      .transform((text) => ({ inner: { text } }))
      .pipe(z.object({ inner: z.object({ text: z.string().max(1, 'Ein Zeichen.') }) }))
    expect(await textsOf(z.object({ a: schema }), { a: 'zq' })).to.deep.equal(['Ein Zeichen.'])
  })
})

describe('A value that is too large or strange', () => {
  it('is compared as far as it is read', () => {
    const deep = Array.from({ length: 50 }).reduce<unknown>((inner) => ({ a: inner }), 'hunter2')
    const wide = Array.from({ length: 5000 }, (_, index) => ({ a: `secret${index}x` }))
    expect(quotesAny('no hunter2', [deep])).to.equal(false)
    expect(quotesAny('no secret7x!', [wide])).to.equal(true)
    expect(quotesAny('no secret4999x!', [wide])).to.equal(false)
    expect(quotesAny('no 1970-01-01T00:00:00.000Z', [[new Date(0)], [new Date(Number.NaN), () => 1]])).to.equal(true)
    expect(quotesAny('Please give your name.', [[new Date(Number.NaN), () => 1, Symbol('name')]])).to.equal(false)
  })
})

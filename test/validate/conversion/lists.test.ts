/** Lists in the values of header fields. */
import { expect } from 'chai'
import fc from 'fast-check'
import { fieldList } from '../../../lib/validate/conversion/lists.js'
import { outcomeOf } from '../parts.js'

describe('fieldList()', () => {
  for (const [name, value, expected] of [
    ['splits at commas', 'red, blue', ['red', 'blue']],
    ['takes one element for a list of one', 'red', ['red']],
    ['needs no blanks', 'red,blue', ['red', 'blue']],
    ['leaves out blanks and tabs around elements', ' \tred \t, \tblue\t ', ['red', 'blue']],
    ['keeps blanks within an element', 'a b, c', ['a b', 'c']],
    ['ignores empty elements', ',red,, ,\t,blue,', ['red', 'blue']],
    ['makes an empty list of nothing', '', []],
    ['makes an empty list of commas', ' , ,', []],
    ['keeps quoted strings whole', '"a, b", W/"c,d"', ['"a, b"', 'W/"c,d"']],
    ['keeps blanks in quoted strings', '" a ",b', ['" a "', 'b']],
    ['keeps a quotation mark behind a backslash', '"a\\", b", c', ['"a\\", b"', 'c']],
    ['keeps a backslash behind a backslash', '"a\\\\", b', ['"a\\\\"', 'b']],
    ['takes a backslash outside of quotation marks for itself', 'a\\, b', ['a\\', 'b']],
    ['keeps parameters with quotation marks', 'text/html;p="a,b", */*', ['text/html;p="a,b"', '*/*']],
    ['takes a quoted string without an end as one', 'a, "b, c', ['a', '"b, c']],
    ['keeps other characters that look like blanks', '\u00a0a\u00a0', ['\u00a0a\u00a0']],
  ] as const) {
    it(name, () => {
      expect(fieldList('x-colours')(value)).to.deep.equal(expected)
    })
  }

  it('splits Cookie at semicolons, as Node.js joins it', () => {
    expect(fieldList('cookie')('a=1,2; b=3')).to.deep.equal(['a=1,2', 'b=3'])
  })

  it('leaves Set-Cookie as it is: its dates have commas, and Node.js does not join it', () => {
    const cookie = 'a=1; Expires=Wed, 21 Oct 2026 07:28:00 GMT'
    expect(fieldList('set-cookie')(cookie)).to.deep.equal([cookie])
  })

  it('gives back what was joined', () => {
    const token = fc.stringMatching(/^[!#$%&'*+.^_`|~0-9A-Za-z-]{1,8}$/)
    const quoted = fc.string({ maxLength: 8 }).map((text) => `"${text.replaceAll(/["\\]/g, '\\$&')}"`)
    const separator = fc.constantFrom(',', ', ', ' ,\t', ',, ')
    fc.assert(
      fc.property(fc.array(fc.oneof(token, quoted)), separator, (elements, between) => {
        expect(fieldList('x-list')(elements.join(between))).to.deep.equal(elements)
      }),
    )
  })

  it('takes one pass over a value, however long', () => {
    const start = process.cpuUsage().user
    for (const part of [',', ' ', '"', '\\', 'a ', ' a'.padStart(1000)]) fieldList('x-list')(part.repeat(300_000 / part.length))
    expect(process.cpuUsage().user - start).to.be.lessThan(1_000_000)
  })
})

describe('validate() with lists in fields', () => {
  const list = (items: object) => ({ type: 'array', items })
  const headers = (properties: object) => ({ headers: { type: 'object', properties } })

  it('converts each element', async () => {
    const schemas = headers({ 'x-sizes': list({ type: 'integer' }) })
    expect(await outcomeOf(schemas, { headers: { 'x-sizes': '1, 2,3' } })).to.deep.equal({ headers: { 'x-sizes': [1, 2, 3] } })
    expect(await outcomeOf(schemas, { headers: { 'x-sizes': '1, two' } })).to.deep.equal({
      status: 400,
      errors: [{ in: 'header', header: 'x-sizes.1', code: 'type', detail: 'Expected an integer.' }],
    })
  })

  it('leaves a list that Node.js did not join', async () => {
    const schemas = headers({ 'set-cookie': list({ type: 'string' }) })
    const given = { headers: { 'set-cookie': ['a=1, 2', 'b=3'] } }
    expect(await outcomeOf(schemas, given)).to.deep.equal(given)
  })

  it('splits by the branch that fits', async () => {
    const text = { type: 'string' }
    const schemas = headers({
      'x-first': { oneOf: [text, list(text)] },
      'x-second': { oneOf: [{ type: 'integer' }, list({ type: 'integer' })] },
      'x-third': { type: ['array', 'string'] },
    })
    expect(await outcomeOf(schemas, { headers: { 'x-first': 'a, b', 'x-second': '1, 2', 'x-third': 'c, d' } })).to.deep.equal({
      headers: { 'x-first': 'a, b', 'x-second': [1, 2], 'x-third': ['c', 'd'] },
    })
  })

  it('splits fields only, and no text of a query, a path, a form or a cookie', async () => {
    const schema = { type: 'object', properties: { x: list({ type: 'string' }) } }
    const given = { x: 'a, b' }
    expect(
      await outcomeOf(
        { query: schema, params: schema, cookies: schema, body: schema },
        { query: given, params: given, cookies: given, form: given },
      ),
    ).to.deep.equal({ query: { x: ['a, b'] }, params: { x: ['a, b'] }, cookies: { x: ['a, b'] }, body: { x: ['a, b'] } })
  })
})

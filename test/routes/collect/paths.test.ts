/** How paths are read, as they are declared and as they are compiled. */
import { expect } from 'chai'
import fc from 'fast-check'
import { match, type ParamData } from 'path-to-regexp'
import { readCompiled } from '../../../lib/routes/collect/express/compiled-path.js'
import { readDeclared } from '../../../lib/routes/collect/express/declared-path.js'
import { seeExpression, sourceOf } from '../../../lib/routes/collect/express/watched-matcher.js'
import { template } from '../../../lib/routes/collect/shape.js'

const declared = (path: string): readonly string[] | undefined => readDeclared(path)?.map(template)

describe('readDeclared()', () => {
  for (const [path, ...templates] of [
    ['/orders/:id', '/orders/{id}'],
    ['{/:lang}/about', '/{lang}/about', '/about'],
    ['/a{b{c}}d', '/abcd', '/abd', '/ad'],
    ['/:"a b\\"c"/*"re st"', '/{a b"c}/{re st}'],
    ['/:größe\\:x', '/{größe}:x'],
    ['/:a{/:a}', '/{a}/{a2}', '/{a}'],
    ['/:"x{y}"', '/{x_y_}'],
    ['', '/'],
  ] as const) {
    it(`reads ${JSON.stringify(path)}`, () => {
      expect(declared(path)).to.deep.equal(templates)
    })
  }

  for (const path of [
    '/:',
    '/*',
    '/(a)',
    '/a?',
    '/a+',
    '/a!',
    '/[a]',
    '/{a',
    `/x{/y${'{/a}'.repeat(9)}}`,
    '/a}',
    '/a\\',
    '/:1',
    '/:""',
    '/:"a',
    '/:"a\\',
    '/*"a\\"',
    '/{a}'.repeat(9),
  ]) {
    it(`does not read ${path}`, () => {
      expect(declared(path)).to.equal(undefined)
    })
  }
})

describe('readCompiled()', () => {
  it('reads what path-to-regexp 8 compiled as what was declared', () => {
    const part = fc.constantFrom('a', '-', '.', '\\(', '\\\\', '/', ':p', '*r', '{/b}', '{/:q}', '{.:e}', '{/*s}')
    fc.assert(
      fc.property(fc.array(part, { maxLength: 6 }), fc.boolean(), (parts, end) => {
        const path = `/${parts.map((one, index) => one.replace(/([:*])(\w)/, `$1$2${index}`)).join('')}`
        let matcher: unknown
        try {
          matcher = match<ParamData>(path, { end })
        } catch {
          // path-to-regexp refuses some, such as a parameter right behind another.
          fc.pre(false)
        }
        const seen = seeExpression(matcher)
        const [compiled] = readCompiled(seen?.source ?? '', seen?.captures ?? [])

        expect(compiled?.shapes?.map(template)).to.deep.equal(declared(path))
      }),
      { numRuns: 500 },
    )
  })

  for (const source of [
    '',
    '/a',
    '^/a',
    '/a$',
    '^(?!a)$',
    '^(?<=a)$',
    '^(a$',
    '^a)$',
    '^[a$',
    '^a**$',
    '^(?:a|(?=b))$',
    '^a{2}$',
    '^.$',
  ]) {
    it(`does not take ${JSON.stringify(source)} for a path`, () => {
      for (const { shapes } of readCompiled(source, [])) expect(shapes).to.equal(undefined)
    })
  }

  it('counts groups, classes and escapes, so that each alternative has its own names', () => {
    const names = ['a', 'b', 'c', 'd'].map((name) => ({ name }))
    const source = '^/x([()|]+)(?<n>\\))(?=)$|^/:([^/]+?)$|^/y/(?:([^/]+?))$'

    expect(readCompiled(source, names).map(({ shapes }) => shapes?.map(template))).to.deep.equal([
      undefined,
      ['/:{c}'],
      ['/y/{d}'],
    ])
  })

  it('gives a group without a key a number', () => {
    expect(readCompiled('^\\/(\\d+)$', [])[0]?.shapes?.map(template)).to.deep.equal(['/{0}'])
  })
})

describe('seeExpression()', () => {
  it('sees an expression of the app, and does not take it for a path', () => {
    const expression = /^\/a/y
    const matcher = (path: string): unknown => expression.exec(path) && { params: {}, path: '' }

    expect(seeExpression(matcher)).to.deep.equal({ source: '^\\/a', captures: undefined })
    expect(expression.lastIndex).to.equal(0)
  })

  for (const [says, matcher] of [
    ['no function', 'text'],
    [
      'one that throws',
      () => {
        throw new Error('no')
      },
    ],
    ['one that uses no expression', () => ({ params: {}, path: '' })],
    ['one that calls exec() of something else', () => RegExp.prototype.exec.call({} as RegExp, '')],
  ] as const) {
    it(`sees none in ${says}`, () => {
      expect(seeExpression(matcher)).to.equal(undefined)
    })
  }

  it('numbers the groups of one that gives no parameters for them', () => {
    const matcher = (path: string): unknown => {
      const caught = /(a)(b)/.exec(path)
      return { params: Object.setPrototypeOf({}, null), path: caught?.[0] }
    }
    let calls = 0
    const changing = (path: string): unknown => {
      if (calls++ > 0) throw new Error('no')
      return matcher(path)
    }

    for (const one of [matcher, changing])
      expect(seeExpression(one)?.captures).to.deep.equal([
        { name: '0', isRest: false },
        { name: '1', isRest: false },
      ])
  })

  it('takes the source of expressions alone', () => {
    expect(sourceOf(/a/)).to.equal('a')
    for (const value of [undefined, null, 'a', {}, RegExp.prototype, { source: 'a' }]) expect(sourceOf(value)).to.equal(undefined)
  })
})

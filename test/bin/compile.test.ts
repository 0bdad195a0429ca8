/** The command `compile` on real modules and files. */
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect } from 'chai'
import { makeWorkshop, problemsModule, type Workshop } from './command.js'

// Prints the pointers that each validator finds fault with.
const judge = `
const of = (type, data) => {
  const { check } = validators[type]
  return check(data) ? 'fits' : check.errors.map(({ instancePath, keyword }) => instancePath + ' ' + keyword).join(', ')
}
const seat = 'https://api.example.com/problems/seat-taken'
console.log(Object.keys(validators).join(' '))
console.log(of(seat, { seat: '12A', at: '2026-01-01T00:00:00Z', mail: 'a@example.com', free: [{ a: 1 }, { a: 2 }], place: { within: { name: 'x' } } }))
console.log(of(seat, { seat: '\\u{1f600}', at: 'x', mail: 'x', free: [{ a: 1 }, { a: 1 }], place: { within: { name: 7 } } }))
console.log(of('__proto__', { balance: 'x' }))
`
const judged = [
  'https://api.example.com/problems/seat-taken __proto__',
  'fits',
  '/seat minLength, /at format, /mail format, /free uniqueItems, /place/within/name type',
  '/balance type',
]

describe('http-problems compile', () => {
  let shop: Workshop
  before(() => {
    shop = makeWorkshop({ 'problems.mjs': problemsModule })
  })
  after(() => shop.remove())
  const read = (name: string): string => readFileSync(join(shop.folder, name), 'utf8')

  for (const [file, args, types, script] of [
    ['validators.mjs', [], 'validators.d.mts', `import validators from './validators.mjs'${judge}`],
    ['deep/er/validators.cjs', [], 'deep/er/validators.d.cts', `import validators from './deep/er/validators.cjs'${judge}`],
    ['esm.js', ['--format', 'esm'], 'esm.d.ts', `import validators from './esm.js'${judge}`],
  ] as const) {
    it(`writes ${file}, which runs without a package and without code from text`, () => {
      const { code, out, error } = shop.command('compile', 'problems.mjs', '--out', file, ...args)

      expect([code, error]).to.deep.equal([0, ''])
      expect(out).to.equal(`${file}: 2 validators for 3 problem types\n`)
      expect(read(file)).not.to.match(/\brequire\(|\bimport\b/)
      expect(read(types)).to.match(/^declare const validators/m)
      shop.write({ 'judge.mjs': script })
      const ran = shop.node('--disallow-code-generation-from-strings', 'judge.mjs')
      expect(ran.error).to.equal('')
      expect(ran.out.trim().split('\n')).to.deep.equal(judged)
    })
  }

  const libraries = `import { defineProblem } from 'http-problems'
    import * as z from 'zod'
    const price = { type: ['number', 'string'], nullable: true, multipleOf: 0.01 }
    export const Price = defineProblem('Price', { type: 'urn:price', status: 400, title: 'Price',
      members: { type: 'object', properties: { price, list: { uniqueItems: true } } } })
    export const Order = defineProblem('Order', { type: 'urn:order', status: 400, title: 'Order',
      members: z.strictObject({ site: z.url(), code: z.string().min(2).regex(/^a/i), sum: z.number().multipleOf(0.1).meta({ unit: 'EUR' }) }) })`
  const numbers = `
    import { problemHandler } from 'http-problems/express'
    import { Order, Price } from './libraries.mjs'
    problemHandler({ types: [Order, Price], validators })
    const of = (type, data) => {
      const { check } = validators[type]
      return check(data) ? 'fits' : check.errors.map(({ instancePath, keyword }) => instancePath + ' ' + keyword).join(', ')
    }
    const list = Array.from({ length: 100000 }, (_, index) => ({ index }))
    console.log(of('urn:price', { price: 1234567.89, list }))
    console.log(of('urn:price', { price: null }), of('urn:price', { price: 'free' }))
    console.log(of('urn:price', { price: 1.000000001, list: [...list, { index: 7 }] }))
    console.log(of('urn:order', { site: 'https://b\u00fccher.example/', code: 'Ab', sum: 0.1 + 0.2 }))
    console.log(of('urn:order', { site: 7, code: 'b', sum: 0.15, stray: 1 }))`

  for (const [file, source] of [
    ['numbers.mjs', "import validators from './numbers.mjs'"],
    ['numbers.cjs', "import validators from './numbers.cjs'"],
  ] as const) {
    it(`writes what is checked by code of our own into ${file}`, () => {
      shop.write({ 'libraries.mjs': libraries, 'numbers-judge.mjs': `${source}${numbers}` })
      expect(shop.command('compile', 'libraries.mjs', '--out', file)).to.include({ code: 0, error: '' })
      expect(read(file)).not.to.match(/\brequire\(|\bimport\b/)
      const ran = shop.node('--disallow-code-generation-from-strings', 'numbers-judge.mjs')
      expect(ran.error).to.equal('')
      expect(ran.out.trim().split('\n')).to.deep.equal([
        'fits',
        'fits fits',
        '/price multipleOf, /list uniqueItems',
        'fits',
        ' additionalProperties, /site type, /code pattern, /code minLength, /sum multipleOf',
      ])
    })
  }

  it('writes the same text again, and says with --check whether the file is up to date', () => {
    const args = ['compile', 'problems.mjs', '-o', 'again.mjs'] as const
    const missing = shop.command(...args, '--check')
    expect([missing.code, existsSync(join(shop.folder, 'again.mjs'))]).to.deep.equal([1, false])
    shop.command(...args)
    const text = read('again.mjs')
    const fresh = shop.command(...args, '--check')
    expect([fresh.code, fresh.out]).to.deep.equal([0, 'again.mjs: up to date, 2 validators for 3 problem types\n'])
    shop.write({ 'again.mjs': `${text}// changed` })
    const stale = shop.command(...args, '--check')
    expect([stale.code, stale.out]).to.deep.equal([1, ''])
    expect(stale.error).to.match(
      /again\.mjs: not up to date with problems\.mjs; run: npx http-problems compile problems\.mjs -o again\.mjs\n$/,
    )
    shop.command(...args)
    expect(read('again.mjs')).to.equal(text)
  })

  it('ends, whatever the module leaves open', () => {
    shop.write({ 'busy.mjs': `${problemsModule}\nsetInterval(() => undefined, 1000)\n` })
    const { code, out } = shop.command('compile', 'busy.mjs', '--out', 'busy-validators.mjs')
    expect([code, out]).to.deep.equal([0, 'busy-validators.mjs: 2 validators for 3 problem types\n'])
  })

  it('reads a CommonJS module', () => {
    shop.write({
      'problems.cjs': `const { defineProblem } = require('http-problems')
        const A = defineProblem('A', { type: 'urn:a', status: 400, title: 'A', members: { type: 'object', properties: { a: {} } } })
        const all = { problems: { A } }
        module.exports = all`,
    })
    expect(shop.command('compile', 'problems.cjs', '--out', 'a.cjs').out).to.equal('a.cjs: 1 validators for 1 problem types\n')
  })

  it('writes what problemHandler({ validators }) takes, and a changed schema is noticed at start-up', () => {
    shop.command('compile', 'problems.mjs', '--out', 'taken.mjs')
    const script = `import { problemHandler } from 'http-problems/express'
      import validators from './taken.mjs'
      import { SeatTaken } from './problems.mjs'`
    shop.write({ 'changed.mjs': problemsModule.replace('maxLength: 4', 'maxLength: 5') })
    for (const [module, printed] of [
      ['problems', 'started'],
      ['changed', 'ERR_PROBLEM_OPTION the validator of SeatTaken; run `http-problems compile` again'],
    ] as const) {
      shop.write({
        'start.mjs': `${script.replace('./problems', `./${module}`)}
          try {
            problemHandler({ types: [SeatTaken], validators })
            console.log('started')
          } catch ({ code, expected }) {
            console.log(code, expected)
          }`,
      })
      expect(shop.node('start.mjs').out.trim()).to.equal(printed)
    }
  })

  const declare = (more: string): string => `import { defineProblem } from 'http-problems'
    export const A = defineProblem('A', { type: 'urn:a', status: 400, title: 'A', ${more} })`
  for (const [what, text, said] of [
    [
      'a schema that ajv refuses',
      declare(`members: { type: 'object', properties: { a: { typ: '' } } }`),
      /^http-problems: wrong\.mjs: A\.members: .*"typ".*ERR_PROBLEM_SCHEMA/,
    ],
    [
      'an example that does not fit',
      declare(`members: { type: 'object', properties: { a: { type: 'string' } } }, examples: [{ a: 1 }]`),
      /^http-problems: wrong\.mjs: A\.examples\[0\]#\/a: expected a string, got a number/,
    ],
    [
      'two classes with one type URI',
      `${declare('')}\nexport const B = defineProblem('B', { type: 'urn:a', status: 400, title: 'B' })`,
      /^http-problems: wrong\.mjs: its classes\[1\]: .*ERR_PROBLEM_DEFINITION/,
    ],
    [
      'a module without types',
      'export const a = 1, b = 2',
      /wrong\.mjs exports no problem types .*, but a, b\. Export the classes/,
    ],
    ['a module without exports', '', /wrong\.mjs exports no problem types .*, but nothing\. Export the classes/],
    [
      'a module that waits for ever',
      'await new Promise(() => undefined)',
      /wrong\.mjs waits at its top level .* nothing was written\n$/,
    ],
    [
      'a module that ends the process',
      'process.exit(0)',
      /^http-problems: wrong\.mjs ends the process .* nothing was written\n$/,
    ],
    ['a module that throws', 'throw new Error("boom")', /^http-problems: wrong\.mjs cannot be imported: boom\n$/],
    [
      'an export that throws when it is read',
      'export const a = { get b() { throw "boom" } }',
      /^http-problems: wrong\.mjs: boom\n$/,
    ],
    ['a module that throws what is no Error', 'throw "boom"', /^http-problems: wrong\.mjs cannot be imported: boom\n$/],
  ] as const) {
    it(`fails with a message for ${what}, and writes nothing`, () => {
      shop.write({ 'wrong.mjs': text })
      const { code, out, error } = shop.command('compile', 'wrong.mjs', '--out', 'none.mjs')

      expect([code, out, existsSync(join(shop.folder, 'none.mjs'))]).to.deep.equal([2, '', false])
      expect(error)
        .to.match(said)
        .and.not.match(/\n\s+at /)
    })
  }

  it('fails for a file that does not exist, and hints at a loader for TypeScript', () => {
    expect(shop.command('compile', 'nope.mjs', '--out', 'none.mjs')).to.include({
      code: 2,
      error: `http-problems: nope.mjs: there is no such file; looked for ${join(shop.folder, 'nope.mjs')}\n`,
    })
    shop.write({ 'problems.ts': 'export const a: number = 1' })
    expect(shop.command('compile', 'problems.ts', '--out', 'none.mjs').error).to.contain(
      'NODE_OPTIONS="--import tsx" npx http-problems compile problems.ts',
    )
  })

  it('fails for a folder in the place of the module', () => {
    const { code, error } = shop.command('compile', '.', '--out', 'none.mjs')
    expect([code, error]).to.deep.equal([
      2,
      'http-problems: . is a folder. Name the module in it that exports the problem types\n',
    ])
  })

  it('fails where the file cannot be written, and names it', () => {
    shop.write({ 'file.txt': '', 'folder.mjs/inner.txt': '' })
    for (const out of ['folder.mjs', 'file.txt/a.mjs']) {
      const { code, out: printed, error } = shop.command('compile', 'problems.mjs', '--out', out)
      expect([code, printed]).to.deep.equal([2, ''])
      expect(error)
        .to.match(/^http-problems: \/.* cannot be written: E[A-Z]+: .*\. Name another file with --out/)
        .and.contain(out)
    }
    expect(shop.command('compile', 'problems.mjs', '--out', 'folder.mjs', '--check').error).to.contain('not up to date')
  })

  it('makes the folder of the file', () => {
    expect(shop.command('compile', 'problems.mjs', '--out', 'new/folder/a.mjs').code).to.equal(0)
    expect(existsSync(join(shop.folder, 'new/folder/a.d.mts'))).to.equal(true)
  })

  it('names the package.json that cannot be read', () => {
    shop.write({ 'broken/package.json': '{' })
    const { code, error } = shop.command('compile', 'problems.mjs', '--out', 'broken/a.js')
    expect(code).to.equal(2)
    expect(error).to.match(/^http-problems: \/.*broken\/package\.json cannot be read: .*, or say --format esm or --format cjs\n$/)
    expect(shop.command('compile', 'problems.mjs', '--out', 'broken/a.js', '--format', 'cjs').code).to.equal(0)
  })

  for (const [args, said] of [
    [[], 'no command'],
    [['compyle'], 'unknown command "compyle"; there is compile, monitoring'],
    [['toString'], 'unknown command "toString"'],
    [['compile'], 'compile: one module is needed, such as problems.js; got none'],
    [['compile', 'a.mjs', 'b.mjs', '--out', 'c.mjs'], 'got a.mjs and b.mjs'],
    [['compile', 'problems.mjs'], 'compile problems.mjs: --out is needed, the file to write'],
    [['compile', 'problems.mjs', '--out', './problems.mjs'], '--out ./problems.mjs is the module itself'],
    [['compile', 'problems.mjs', '--out', 'a.json'], '--out a.json: a file that ends in .mjs'],
    [['compile', 'problems.mjs', '--out', 'a.mjs', '--format', 'cjs'], '--out a.mjs cannot be cjs; leave --format out'],
    [['compile', 'problems.mjs', '--out', 'a.js', '--format', 'umd'], '--format umd: esm or cjs is needed'],
    [['compile', 'problems.mjs', '--outt', 'a.js'], "Unknown option '--outt'"],
  ] as const) {
    it(`says how it is used: http-problems ${args.join(' ')}`, () => {
      const { code, out, error } = shop.command(...args)

      expect([code, out]).to.deep.equal([2, ''])
      expect(error).to.contain(said).and.contain('\n\nUsage: http-problems ')
    })
  }

  for (const flag of ['--version', '-v']) {
    it(`prints the version of the package: http-problems ${flag}`, () => {
      const { version } = JSON.parse(readFileSync(new URL('../../../package.json', import.meta.url), 'utf8')) as {
        version: string
      }
      expect(shop.command(flag)).to.deep.equal({ code: 0, out: `${version}\n`, error: '' })
    })
  }

  for (const args of [['--help'], ['-h'], ['compile', '--help'], ['compile', '-h']]) {
    it(`prints its help: http-problems ${args.join(' ')}`, () => {
      const { code, out, error } = shop.command(...args)

      expect([code, error]).to.deep.equal([0, ''])
      expect(out).to.match(/^Usage: http-problems/)
    })
  }
})

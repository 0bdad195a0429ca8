import { join } from 'node:path'
import { expect } from 'chai'
import { formatOf } from '../../bin/compile/module-format.js'
import { makeWorkshop, type Workshop } from './command.js'

describe('formatOf()', () => {
  let shop: Workshop
  before(() => {
    shop = makeWorkshop({ 'esm/package.json': '{"type":"module"}', 'cjs/package.json': '{}' })
  })
  after(() => shop.remove())

  for (const [file, wished, format] of [
    ['a.mjs', undefined, 'esm'],
    ['a.cjs', undefined, 'cjs'],
    ['a.mjs', 'cjs', undefined],
    ['a.cjs', 'cjs', 'cjs'],
    ['a.ts', 'esm', undefined],
    ['a.js', 'umd', undefined],
    ['cjs/a.js', 'esm', 'esm'],
    ['cjs/a.js', undefined, 'cjs'],
    ['esm/a.js', undefined, 'esm'],
    ['esm/deep/er/a.js', undefined, 'esm'],
  ] as const) {
    it(`gives ${format} for ${file}${wished === undefined ? '' : ` where ${wished} is wished`}`, () => {
      expect(formatOf(join(shop.folder, file), wished)).to.equal(format)
    })
  }

  it('gives cjs where there is no package.json up to the root', () => {
    expect(formatOf('/a.js')).to.equal('cjs')
  })
})

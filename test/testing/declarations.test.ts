/** The declarations of the built package, for users who have neither the types of chai nor those of Node. */
import { spawnSync } from 'node:child_process'
import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect } from 'chai'

const folder = fileURLToPath(new URL(`../../../.cache/testing-${process.pid}/`, import.meta.url))
const tsc = join(dirname(createRequire(import.meta.url).resolve('typescript/package.json')), 'bin', 'tsc')

const program = (format: 'esm' | 'cjs'): string => `
import { Conflict } from '../../dist/${format}/lib/index.js'
import { assertProblemResponse, type ChaiModule, chaiProblems } from '../../dist/${format}/lib/testing/index.js'

export const install = (chai: ChaiModule): void => chaiProblems(chai, { flag: () => undefined })
export const detail: string | undefined = assertProblemResponse({ status: 409, headers: {}, body: {} }, Conflict).detail
// @ts-expect-error a detail is a string
assertProblemResponse({ status: 409, headers: {} }, Conflict, { detail: 7 })
`

describe('The declarations of http-problems/testing', () => {
  after(() => rmSync(folder, { recursive: true, force: true }))

  it('compile without the types of chai and of Node, as ES modules and as CommonJS', () => {
    mkdirSync(folder, { recursive: true })
    writeFileSync(join(folder, 'user.mts'), program('esm'))
    writeFileSync(join(folder, 'user.cts'), program('cjs'))
    const compilerOptions = {
      noEmit: true,
      strict: true,
      exactOptionalPropertyTypes: true,
      module: 'nodenext',
      target: 'es2022',
      lib: ['es2022'],
      types: [],
      skipLibCheck: false,
    }
    writeFileSync(join(folder, 'tsconfig.json'), JSON.stringify({ compilerOptions, files: ['user.mts', 'user.cts'] }))
    expect(spawnSync(process.execPath, [tsc, '-p', folder], { encoding: 'utf8' }).stdout).to.equal('')
  })
})

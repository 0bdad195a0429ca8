import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { expect } from 'chai'
import { faultsOf } from '../../lib/guard/fault.js'
import type * as Library from '../../lib/index.js'
import { rows } from './table.js'

// A name that the compiler does not resolve: the built package need not exist when the tests are compiled.
const PACKAGE: string = 'http-problems'
const directory = mkdtempSync(join(tmpdir(), 'http-problems-'))

const copies: Record<string, typeof Library> = {}

function build(Class: unknown, ...args: unknown[]): Error {
  return new (Class as new (...args: unknown[]) => Error)(...args)
}

function classesOf(copy: string): Readonly<Record<number, typeof Library.HttpProblem>> {
  // Every class is a subclass of HttpProblem; only its constructor takes other arguments.
  return copies[copy]?.problemClasses as unknown as Readonly<Record<number, typeof Library.HttpProblem>>
}

function declareIn(copy: string, type = '/seat-taken'): new (...args: never) => object {
  const members = { type: 'object', properties: { seat: { type: 'string' } } } as const
  const Declared = copies[copy]?.defineProblem('SeatTaken', { type, status: 409, title: 'Taken', members })
  if (Declared === undefined) throw new Error(`There is no copy ${copy}.`)
  return Declared
}

describe('two copies of the package', () => {
  before(async () => {
    for (const room of ['lib', 'schemas'])
      cpSync(fileURLToPath(new URL(`../../${room}`, import.meta.url)), join(directory, room), { recursive: true })
    writeFileSync(join(directory, 'package.json'), '{"type":"module"}')
    copies['sources'] = await import('../../lib/index.js')
    copies['second copy of the sources'] = await import(pathToFileURL(join(directory, 'lib/index.js')).href)
    copies['built ES modules'] = await import(PACKAGE)
    // The CommonJS build has the same names.
    copies['built CommonJS'] = createRequire(import.meta.url)(PACKAGE) as typeof Library
  })

  after(() => {
    rmSync(directory, { recursive: true })
  })

  it('are four different ones here', () => {
    expect(Object.keys(copies)).to.have.lengthOf(4)
    expect(new Set(Object.values(copies).map(({ HttpProblem }) => HttpProblem))).to.have.lengthOf(4)
  })

  const names = ['sources', 'second copy of the sources', 'built ES modules', 'built CommonJS']
  for (const one of names) {
    for (const other of names) {
      if (one === other) continue

      it(`recognise each other's problems by status: ${one}, ${other}`, () => {
        for (const { status } of rows) {
          const Class = classesOf(one)[status]
          const problem = build(Class)
          const recognised = rows.filter((row) => problem instanceof (classesOf(other)[row.status] ?? Error))
          expect(recognised.map((row) => row.status)).to.deep.equal([status])
          expect(copies[other]?.isHttpProblem(problem)).to.equal(true)
        }
      })

      it(`recognise a user's subclass as what it extends: ${one}, ${other}`, () => {
        class Mine extends (copies[one]?.Forbidden ?? Error) {}
        class Theirs extends (copies[other]?.Forbidden ?? Error) {}
        const problem = new Mine()
        expect(problem).to.be.instanceOf(Mine).and.instanceOf(copies[other]?.Forbidden).and.instanceOf(copies[other]?.HttpProblem)
        expect(problem).to.not.be.instanceOf(Theirs)
        expect(problem).to.not.be.instanceOf(copies[other]?.NotFound)
      })

      it(`recognise each other's declared problems: ${one}, ${other}`, () => {
        const Declared = declareIn(one)
        const problem = build(Declared, { seat: '12A' })
        expect(problem).to.be.instanceOf(Declared).and.instanceOf(declareIn(other)).and.instanceOf(copies[other]?.Conflict)
        expect(problem).to.not.be.instanceOf(declareIn(other, '/other')).and.not.instanceOf(copies[other]?.NotFound)
        for (const value of [Declared, problem]) {
          const definition = copies[other]?.definitionOf(value)
          expect(definition).to.include({ name: 'SeatTaken', type: '/seat-taken', status: 409 })
          expect(definition).to.equal(copies[one]?.definitionOf(value))
        }
        expect(copies[other]?.toProblem(problem)).to.equal(problem)
        expect(build(class extends declareIn(one) {}, {})).to.be.instanceOf(declareIn(other))
      })

      it(`read each other's faults: ${one}, ${other}`, () => {
        expect(faultsOf(build(copies[one]?.NotFound, { unknown: 1 }))).to.have.lengthOf(1)
        expect(copies[other]?.toProblem(build(copies[one]?.NotFound))).to.include({ status: 404 })
      })
    }
  }
})

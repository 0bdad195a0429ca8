/** The directions in which the rooms of the house may depend on each other. */
import { expect } from 'chai'
import { circles, importsOf, linesOfCode, roomOf, type SourceFile, sourceFiles } from './imports.js'
import { allowed, FOREIGN } from './rooms.js'

// More than that nobody takes in at a glance: such a folder has rooms in it that have no name yet.
const MOST_FILES = 25

// More than that is seldom one concept.
const MOST_LINES = 150

// Lists of all statuses, which nobody reads from one end to the other: what stands apart there would be looked for in two places.
const lists: ReadonlySet<string> = new Set(['codes', 'vendor-codes', 'meanings'].map((name) => `lib/status/${name}.ts`))

// A development script: it is no part of dist.
const GENERATOR = 'schemas/generate.ts'

/** Lists the imports of a file that go in a forbidden direction. */
function wrongDirections({ path, imports }: SourceFile): readonly string[] {
  const room = roomOf(path)
  return imports.filter((name) => isOurs(name) && roomOf(name) !== room && !allowed[room]?.includes(roomOf(name)))
}

/** Lists the modules of Node that a file imports without being allowed to. */
function wrongModules({ path, imports }: SourceFile): readonly string[] {
  if (path === GENERATOR || /^(?:middleware|bin)\//.test(path)) return []
  return imports.filter((name) => name.startsWith('node:'))
}

// The command line needs ajv and yaml at once; the library loads ajv when a schema comes.
const allowedPackages: Readonly<Record<string, readonly string[]>> = {
  'bin/compile/validators-module.ts': ['ajv/dist/2020.js', 'ajv/dist/standalone/index.js', 'ajv-formats/dist/formats'],
  'bin/monitoring/rules-text.ts': ['yaml'],
}

/** Lists the packages that a file imports: a package that it only names for a type would still be needed by whoever compiles. */
function packages({ path, imports }: SourceFile): readonly string[] {
  if (path === GENERATOR) return []
  return imports.filter((name) => !isOurs(name) && !name.startsWith('node:') && !allowedPackages[path]?.includes(name))
}

/** Lists what a family imports beyond its room, the facts of statuses, problems and schemas: not even a module of Node. */
function strangeToFamilies({ imports }: SourceFile): readonly string[] {
  return imports.filter((name) => !isOurs(name) || !['lib/foreign', ...FOREIGN].includes(roomOf(name)))
}

function isOurs(name: string): boolean {
  return name.endsWith('.ts')
}

function report(files: readonly SourceFile[], rule: (file: SourceFile) => readonly string[]): readonly string[] {
  return files.flatMap((file) => rule(file).map((name) => `${file.path} imports ${name}`))
}

const files = sourceFiles('lib', 'middleware', 'schemas', 'bin')

describe('The sources', () => {
  it('stand in rooms that have a place in the order of dependencies', () => {
    expect([...new Set(files.map(({ path }) => roomOf(path)))].filter((room) => allowed[room] === undefined)).to.deep.equal([])
  })

  it('import files that exist', () => {
    // A module that each build has in its own way has a declaration only.
    const paths = new Set(files.map(({ path }) => path.replace(/\.d\.ts$/, '.ts')))
    expect(report(files, ({ imports }) => imports.filter((name) => isOurs(name) && !paths.has(name)))).to.deep.equal([])
    expect(files.flatMap(({ imports }) => imports).length).to.be.greaterThan(files.length)
  })

  it('depend on each other in one direction only', () => {
    expect(report(files, wrongDirections)).to.deep.equal([])
  })

  it('import each other in no circle, types included', () => {
    expect(circles(files)).to.deep.equal([])
  })

  it('stand in folders of at most 25 files', () => {
    const folders = files.map(({ path }) => path.slice(0, path.lastIndexOf('/')))
    const crowded = [...new Set(folders)].filter((folder) => folders.filter((other) => other === folder).length > MOST_FILES)
    expect(crowded).to.deep.equal([])
  })

  it('import modules of Node in middleware/ and bin/ only', () => {
    expect(report(files, wrongModules)).to.deep.equal([])
  })

  it('import no package, ajv and yaml in the command line apart', () => {
    expect(report(files, packages)).to.deep.equal([])
  })

  it('recognise errors of libraries without importing one: lib/foreign names its neighbours only, types included', () => {
    const families = files.filter(({ path }) => roomOf(path) === 'lib/foreign')
    expect(families.length).to.be.greaterThan(40)
    expect(report(families, strangeToFamilies)).to.deep.equal([])
  })

  it('load the prose of the status codes for those who explain only', () => {
    const importers = (path: string): readonly string[] =>
      files.filter(({ imports }) => imports.includes(path)).map((file) => file.path)
    expect(importers('lib/status/meanings.ts')).to.deep.equal(['lib/status/describe.ts'])
    expect(importers('lib/status/describe.ts')).to.deep.equal([
      'lib/index.ts',
      'lib/respond/representations/reader.ts',
      'lib/telemetry/monitoring/runbook.ts',
    ])
    expect(importers('lib/index.ts')).to.deep.equal([])
    const monitoring = files.filter(({ imports }) => imports.some((name) => name.startsWith('lib/telemetry/monitoring/')))
    const outside = monitoring.filter(({ path }) => !path.startsWith('lib/telemetry/monitoring/'))
    expect([...new Set(outside.map(({ path }) => roomOf(path)))]).to.deep.equal(['bin'])
  })

  it('load the codes of vendors for those who decode them only: compat and the handlers do without', () => {
    const importers = files.filter(({ imports }) => imports.includes('lib/status/vendor-codes.ts')).map(({ path }) => path)
    expect(importers).to.deep.equal(['lib/client/response.ts', 'lib/status/describe.ts', 'lib/testing/verdict.ts'])
  })

  it('load packages at run time for schemas, documents in YAML and pages for developers only', () => {
    const importers = files.filter(({ imports }) => imports.includes('schemas/load.ts')).map(({ path }) => path)
    expect(importers).to.deep.equal([
      'lib/openapi/document/yaml/package.ts',
      'lib/respond/representations/html/developer.ts',
      'schemas/compile.ts',
    ])
  })

  it(`hold one concept each, in at most ${MOST_LINES} lines of code, the lists of all statuses apart`, () => {
    const long = files.filter(({ lines }) => lines > MOST_LINES)
    const shown = long.filter(({ path }) => !lists.has(path)).map(({ path, lines }) => `${path}: ${lines} lines`)
    expect(shown).to.deep.equal([])
    // An exception that is none any more goes.
    expect(long.map(({ path }) => path)).to.have.members([...lists])
  })
})

describe('The count of lines', () => {
  it('leaves out documentation and blank lines, and counts every comment on the code', () => {
    const text =
      "/** A file. */\n\n/**\n * Says one.\n * And more.\n */\nexport function one() {\n  // RFC 9110\n  return '/** no */'\n}\n"
    expect(linesOfCode(text)).to.equal(4)
  })
})

describe('The search for circles', () => {
  const file = (path: string, ...imports: readonly string[]): SourceFile => ({ path, imports, lines: 1 })

  it('finds each group of files that import each other, and a file that imports itself', () => {
    const group = [
      file('a.ts', 'b.ts'),
      file('b.ts', 'c.ts', 'koa'),
      file('c.ts', 'a.ts'),
      file('d.ts', 'a.ts'),
      file('e.ts', 'e.ts'),
    ]
    expect(circles(group)).to.deep.equal([['a.ts', 'b.ts', 'c.ts'], ['e.ts']])
  })

  it('finds none in files that meet again', () => {
    expect(circles([file('a.ts', 'b.ts', 'c.ts'), file('b.ts', 'd.ts'), file('c.ts', 'd.ts'), file('d.ts')])).to.deep.equal([])
  })
})

describe('The reader of imports', () => {
  it('sees every way to name a module', () => {
    const text = [
      "import { a } from '../problem/a.js'",
      "import type { B } from './b.js'",
      'import {',
      '  c,',
      "} from '../../schemas/validate.js'",
      "export { d } from './d.js'",
      "export type * from './e.js'",
      "import './f.js'",
      "const g = await import('koa')",
      "const h = require('ajv')",
      "// import { i } from 'comment'",
      "/** import j from 'example' */",
    ].join('\n')
    expect(importsOf('lib/status/x.ts', text)).to.deep.equal([
      'lib/problem/a.ts',
      'lib/status/b.ts',
      'schemas/validate.ts',
      'lib/status/d.ts',
      'lib/status/e.ts',
      'lib/status/f.ts',
      'koa',
      'ajv',
    ])
  })

  for (const [path, name, rule] of [
    ['schemas/validate.ts', 'lib/status/codes.ts', wrongDirections],
    ['lib/status/codes.ts', 'lib/problem/problem.ts', wrongDirections],
    ['lib/problem/problem.ts', 'lib/foreign/to-problem.ts', wrongDirections],
    ['lib/foreign/to-problem.ts', 'lib/respond/respond.ts', wrongDirections],
    ['lib/respond/respond.ts', 'lib/index.ts', wrongDirections],
    ['lib/routes/koa.ts', 'middleware/koa/handler.ts', wrongDirections],
    ['middleware/express/handler.ts', 'middleware/koa/handler.ts', wrongDirections],
    ['middleware/node/write.ts', 'middleware/express/handler.ts', wrongDirections],
    ['lib/respond/respond.ts', 'node:crypto', wrongModules],
    ['schemas/validate.ts', 'node:fs', wrongModules],
    ['lib/respond/respond.ts', 'ajv', packages],
    ['schemas/compile.ts', 'ajv/dist/2020.js', packages],
    ['middleware/koa/handler.ts', 'koa', packages],
    ['bin/compile/compile.ts', 'ajv/dist/2020.js', packages],
    ['lib/foreign/families/validators/joi.ts', 'joi', strangeToFamilies],
    ['lib/foreign/families/validators/joi.ts', 'node:util', strangeToFamilies],
    ['lib/foreign/families/validators/joi.ts', 'lib/respond/respond.ts', strangeToFamilies],
  ] as const) {
    it(`refuses ${name} in ${path}`, () => {
      expect(rule({ path, imports: [name], lines: 1 })).to.deep.equal([name])
    })
  }
})

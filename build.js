// Builds dist/: ES modules and CommonJS from the same sources, their types, and the schemas as JSON. With `--tests` .build/ too, which tests run from.
// All of it is made in folders of its own and then put in its place: two builds, or tests beside a build, do not disturb each other.
import { execFileSync } from 'node:child_process'
import { copyFileSync, mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { rollup } from 'rollup'
import { enclosing } from './build/enclose.js'
import { entries } from './build/entries.js'
import { reachable } from './build/graph.js'
import { placeFile, placeFolder, removeOthers } from './build/place.js'

const root = dirname(fileURLToPath(import.meta.url))
const require = createRequire(import.meta.url)
const tsc = join(dirname(require.resolve('typescript/package.json')), 'bin', 'tsc')

const drafts = join(root, '.cache', `build-${process.pid}`)
// What TypeScript makes of each source, before it is joined to few files.
const compiled = join(drafts, 'compiled')
const dist = join(drafts, 'dist')
// As deep in the checkout as .build, so that the paths in its source maps are right.
const tests = join(root, `.build-${process.pid}`)
const CLIENT = 'lib/client/index'
const OUTSIDE = /^(?:node:|ajv|yaml)/
// What is made when it is first needed, not when an app starts.
const enclosures = [
  'lib/define/json-schema-of',
  'lib/foreign/families/before-http-errors',
  'lib/foreign/families/families',
  'lib/foreign/families/validators/field-faults',
  'lib/foreign/constraint-names',
  'lib/guard/describe',
  'lib/validate/issues/arktype',
  'lib/validate/issues/read-issue',
  'lib/validate/issues/valibot',
  'lib/validate/issues/zod',
  'lib/validate/json-schema-codes',
  'lib/validate/prepare',
  'middleware/express/adopt',
  'schemas/compile',
  'schemas/findings/meant',
  'schemas/library-schema',
  'schemas/validate',
]
const servers = entries.filter((name) => name.startsWith('middleware/'))

process.chdir(root)
try {
  await buildPackage()
  if (process.argv.includes('--tests')) {
    compile('tsconfig.json', '--outDir', tests)
    placeFolder(tests, '.build')
  }
} catch (error) {
  // The compiler has said what is wrong.
  if (error.status === undefined) throw error
  process.exitCode = 1
} finally {
  for (const folder of [drafts, tests]) rmSync(folder, { recursive: true, force: true })
}

async function buildPackage() {
  compile('tsconfig.esm.json', '--outDir', compiled, '--declaration', 'false', '--removeComments')
  for (const format of ['esm', 'cjs']) compile(`tsconfig.${format}.json`, '--emitDeclarationOnly', '--outDir', join(dist, format))

  // The one module that TypeScript cannot write, as CommonJS knows no import.meta; .build has the tests.
  copyFileSync('schemas/load.mjs', join(compiled, 'schemas/load.js'))
  placeFile('schemas/load.mjs', '.build/schemas/load.js')

  const onServers = entries.filter((name) => name !== CLIENT)
  await bundle('es', join(dist, 'esm'), [...onServers, 'bin/http-problems'], { later: enclosures })
  await bundle('cjs', join(dist, 'cjs'), onServers, { later: enclosures })
  // Apart: browsers load nothing of what servers share, and what both need is known by its marks, not by its identity.
  await bundle('es', join(dist, 'esm'), [CLIENT], { treeshake: { moduleSideEffects: false } })
  await bundle('cjs', join(dist, 'cjs'), [CLIENT], { treeshake: { moduleSideEffects: false } })
  writeFileSync(join(dist, 'cjs/package.json'), `${JSON.stringify({ type: 'commonjs', sideEffects: false })}\n`)

  // What require() of http-problems/compat gives is a function, which no ES module can export.
  copyFileSync('lib/compat/require.cjs', join(dist, 'cjs/lib/compat/require.js'))
  copyFileSync('lib/compat/require.d.cts', join(dist, 'cjs/lib/compat/require.d.ts'))

  const { problemSchema } = await import(pathToFileURL(join(compiled, 'schemas/problem.js')).href)
  mkdirSync(join(dist, 'schemas'), { recursive: true })
  writeFileSync(join(dist, 'schemas/problem.json'), `${JSON.stringify(problemSchema, null, 2)}\n`)

  placeFolder(dist, 'dist')
  removeOthers(dist, 'dist')
}

function compile(project, ...options) {
  execFileSync(process.execPath, [tsc, '-p', project, ...options], { stdio: 'inherit' })
}

/** Joins the modules: an entry each, and few files for what entries share. To find and open a file takes longer than to run it. */
async function bundle(format, dir, names, { later = [], treeshake = true }) {
  const input = Object.fromEntries(names.map((name) => [name, join(compiled, `${name}.js`)]))
  const given = { input, external: OUTSIDE, onLog: refuse }
  const plugins = [
    enclosing(
      later.map((name) => join(compiled, `${name}.js`)),
      given,
    ),
    { name: 'own', resolveImportMeta: () => (format === 'cjs' ? '__filename' : null), renderChunk: escaped },
  ]
  const modules = await rollup({ ...given, plugins, treeshake })
  await modules.write({
    dir,
    format,
    exports: 'named',
    esModule: true,
    generatedCode: 'es2015',
    minifyInternalExports: false,
    chunkFileNames: 'shared/[name].js',
    manualChunks: shared(),
  })
  await modules.close()
}

/**
 * Names the file of a module. Without it there would be a file for each set of entries that share one. The entry of the package itself is left
 * with names alone: a bundler drops files that an app does not use, and not what a file does when it is loaded.
 */
function shared() {
  let sets
  return (id, graph) => {
    sets ??= ['lib/compat/index', 'lib/define/define', 'lib/index', ...servers].map((name) =>
      reachable([join(compiled, `${name}.js`)], (other) => graph.getModuleInfo(other)?.importedIds ?? []),
    )
    const [compat, define, index, ...used] = sets.map((modules) => modules.has(id))
    // What compat or declared types need: a browser that shares declared types with its server loads this, and nothing of the server.
    if (used.filter(Boolean).length > 1) return compat || define ? 'errors' : 'server'
    return index && !graph.getModuleInfo(id).isEntry ? 'problems' : undefined
  }
}

// A file with one character outside of ASCII is read with two bytes for each character, and compiled more slowly.
function escaped(code) {
  return code.replace(/[\x80-\uffff]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`)
}

// A cycle, a name that nobody exports: nothing that a release may have.
function refuse(level, { message }) {
  if (level === 'warn') throw new Error(message)
}

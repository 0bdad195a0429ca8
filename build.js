// Builds dist/: ES modules and CommonJS from the same sources, and the schemas as JSON.
import { execFileSync } from 'node:child_process'
import { copyFileSync, mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = dirname(fileURLToPath(import.meta.url))
const require = createRequire(import.meta.url)
const tsc = join(dirname(require.resolve('typescript/package.json')), 'bin', 'tsc')

process.chdir(root)
rmSync('dist', { recursive: true, force: true })
for (const format of ['esm', 'cjs']) execFileSync(process.execPath, [tsc, '-p', `tsconfig.${format}.json`], { stdio: 'inherit' })
writeFileSync('dist/cjs/package.json', `${JSON.stringify({ type: 'commonjs', sideEffects: false })}\n`)

// What require() of http-problems/compat gives is a function, which no ES module can export.
copyFileSync('lib/compat/require.cjs', 'dist/cjs/lib/compat/require.js')
copyFileSync('lib/compat/require.d.cts', 'dist/cjs/lib/compat/require.d.ts')

// The one module that each format says in its own way, and that TypeScript cannot write; .build has the tests.
mkdirSync('.build/schemas', { recursive: true })
copyFileSync('schemas/load.mjs', 'dist/esm/schemas/load.js')
copyFileSync('schemas/load.cjs', 'dist/cjs/schemas/load.js')
copyFileSync('schemas/load.mjs', '.build/schemas/load.js')

const { problemSchema } = await import('./dist/esm/schemas/problem.js')
mkdirSync('dist/schemas', { recursive: true })
writeFileSync('dist/schemas/problem.json', `${JSON.stringify(problemSchema, null, 2)}\n`)

// Runs all tests and checks that coverage is complete: `npm test`. What a run writes for itself stands in a folder of its own, so that two
// runs in one checkout do not meet. What follows behind `--` goes to mocha: `npm test -- --grep 'Retry-After'`, whose coverage is not complete.
import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = dirname(dirname(fileURLToPath(import.meta.url)))
const require = createRequire(import.meta.url)
const programOf = (name, path) => join(dirname(require.resolve(`${name}/package.json`)), path)

const folder = mkdtempSync(join(tmpdir(), 'http-problems-test-'))
try {
  const coverage = [programOf('c8', 'bin/c8.js'), '--temp-directory', join(folder, 'coverage')]
  const mocha = [process.execPath, programOf('mocha', 'bin/mocha.js'), '.build/test/**/*.test.js', ...process.argv.slice(2)]
  process.exitCode = run([...coverage, ...mocha]) || run(['.build/test/conformance/generate.js', '--check'])
} finally {
  rmSync(folder, { recursive: true, force: true })
}

function run(args) {
  const env = { ...process.env, HTTP_PROBLEMS_TEST_EVIDENCE: join(folder, 'conformance.json') }
  return spawnSync(process.execPath, args, { cwd: root, env, stdio: 'inherit' }).status ?? 1
}

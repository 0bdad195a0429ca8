// Runs all tests and checks that coverage is complete: `npm test`. What a run writes for itself stands in a folder of its own, so that two
// runs in one checkout do not meet. What follows behind `--` goes to mocha: `npm test -- --grep 'Retry-After'`, whose coverage is not complete.
import { spawn } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = dirname(dirname(fileURLToPath(import.meta.url)))
const require = createRequire(import.meta.url)
const programOf = (name, path) => join(dirname(require.resolve(`${name}/package.json`)), path)
const c8 = programOf('c8', 'bin/c8.js')
const mocha = programOf('mocha', 'bin/mocha.js')

// Most of these wait for processes of their own, or for uploads that do not end. They run beside the others, and what they print comes behind.
const patient = [
  ...['bin', 'docs', 'examples', 'pollution'].map((name) => `.build/test/${name}/**/*.test.js`),
  ...['contract/uploads', 'middleware/node/drain'].map((name) => `.build/test/${name}.test.js`),
]
const quick = ['.build/test/**/*.test.js', ...patient.flatMap((pattern) => ['--ignore', pattern])]

const folder = mkdtempSync(join(tmpdir(), 'http-problems-test-'))
const coverage = join(folder, 'coverage')
const evidence = join(folder, 'conformance.json')
try {
  process.exitCode = (await runTests([quick, patient])) || (await checkCoverage()) || (await checkConformance())
} finally {
  rmSync(folder, { recursive: true, force: true })
}

async function runTests(groups) {
  const results = await Promise.all(groups.map(runGroup))
  for (const { text } of results) process.stdout.write(text)
  return Math.max(...results.map(({ code }) => code))
}

async function runGroup(patterns, index) {
  const args = [mocha, ...patterns, ...process.argv.slice(2)]
  const env = { ...process.env, NODE_V8_COVERAGE: coverage, HTTP_PROBLEMS_TEST_EVIDENCE: `${evidence}.${index}` }
  return run(args, env, index === 0 ? 'inherit' : 'pipe')
}

async function checkCoverage() {
  return (await run([c8, 'report', '--temp-directory', coverage])).code
}

async function checkConformance() {
  const parts = [0, 1].map((index) => `${evidence}.${index}`).filter(existsSync)
  writeFileSync(evidence, JSON.stringify(parts.flatMap((part) => JSON.parse(readFileSync(part, 'utf8')))))
  return (
    await run(['.build/test/conformance/generate.js', '--check'], { ...process.env, HTTP_PROBLEMS_TEST_EVIDENCE: evidence })
  ).code
}

function run(args, env = process.env, output = 'inherit') {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, args, { cwd: root, env, stdio: ['ignore', output, output] })
    let text = ''
    for (const stream of [child.stdout, child.stderr]) {
      stream?.on('data', (chunk) => {
        text += chunk
      })
    }
    child.on('error', reject)
    child.on('close', (code) => resolve({ code: code ?? 1, text }))
  })
}

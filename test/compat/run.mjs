/**
 * Runs the contract suite in a project that overrides http-errors with http-problems/compat, as the guide says: `node test/compat/run.mjs`
 *
 * Needs `npm run build`, `npx tsc` and the npm registry. Ends with `N passed, N failed`.
 */
import { execFileSync, spawn } from 'node:child_process'
import { once } from 'node:events'
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const LIMIT = 400_000

const root = fileURLToPath(new URL('../../', import.meta.url))
const here = fileURLToPath(new URL('./', import.meta.url))
const { devDependencies } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))
const suite = '.build/test/contract'
const used = ['mocha', ...packagesOf(join(root, suite))]

const project = mkdtempSync(join(tmpdir(), 'http-problems-compat-'))
let passed = 0
let failed = 0
try {
  prepare()
  await run('The frameworks load compat', ['used.cjs'])
  await run('The contract suite', [
    'node_modules/mocha/bin/mocha.js',
    '--no-config',
    '--no-warnings',
    '--timeout=20000',
    '--reporter=json',
    '--reporter-option=output=report.json',
    `${suite}/**/*.test.js`,
  ])
  countTests()
} finally {
  rmSync(project, { recursive: true, force: true })
}
console.log(`${passed} passed, ${failed} failed`)
process.exitCode = failed === 0 && passed > 1 ? 0 : 1

/** Lists the packages that the modules of a folder import. */
function packagesOf(folder) {
  const modules = readdirSync(folder).filter((name) => name.endsWith('.js'))
  const imports = modules.flatMap((name) => [...readFileSync(join(folder, name), 'utf8').matchAll(/ from '([^'.][^']*)'/g)])
  const names = imports.map(([, specifier]) => /^(?:@[^/]+\/)?[^/]+/.exec(specifier)[0])
  return [...new Set(names)].filter((name) => !name.startsWith('node:'))
}

function prepare() {
  const npm = (...args) =>
    execFileSync('npm', args, { cwd: project, encoding: 'utf8', timeout: LIMIT, stdio: ['ignore', 'pipe', 'inherit'] })
  const tarball = npm('pack', root, '--ignore-scripts', '--silent').trim()
  const manifest = {
    private: true,
    type: 'module',
    dependencies: {
      'http-problems': `file:./${tarball}`,
      ...Object.fromEntries(used.map((name) => [name, devDependencies[name]])),
    },
  }
  writeFileSync(join(project, 'package.json'), JSON.stringify(manifest))
  cpSync(join(here, 'http-errors'), join(project, 'http-errors'), { recursive: true })
  // The line of the guide: an override that names the folder itself is lost by npm 10, and by `npm ci` of npm 11.
  npm('pkg', 'set', 'dependencies.http-errors=file:./http-errors', 'overrides.http-errors=$http-errors')
  npm('install', '--no-audit', '--no-fund', '--silent', '--prefer-offline')
  cpSync(join(here, 'used.cjs'), join(project, 'used.cjs'))
  mkdirSync(join(project, '.build/test'), { recursive: true })
  for (const folder of ['lib', 'middleware', 'schemas', 'test/contract']) {
    cpSync(join(root, '.build', folder), join(project, '.build', folder), { recursive: true })
  }
}

/** Runs one program in the project; what it prints is shown, its exit code is counted. */
async function run(name, args) {
  const child = spawn(process.execPath, args, { cwd: project, stdio: 'inherit', timeout: LIMIT })
  const [code] = await once(child, 'exit')
  console.log(`${code === 0 ? 'passed' : 'FAILED'}: ${name}`)
  if (code === 0) passed += 1
  else failed += 1
}

/** Adds the tests of the suite to the sum. */
function countTests() {
  const { stats, failures } = JSON.parse(readFileSync(join(project, 'report.json'), 'utf8'))
  for (const { fullTitle, err } of failures)
    console.log(`\n  FAILED  ${fullTitle}\n${String(err.stack ?? err.message).replace(/^/gm, '          ')}`)
  passed += stats.passes
  failed += stats.failures
}

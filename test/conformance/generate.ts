/** Writes docs/reference/conformance.md from the evidence of the last test run; with --check it only compares. */
import { readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { type Evidence, evidenceFile } from './collect.js'
import { promised } from './promised.js'
import { requirements } from './requirements.js'

const page = fileURLToPath(new URL('../../../docs/reference/conformance.md', import.meta.url))

/** Writes the page: each requirement with its verdict and its tests. */
export function conformancePage(evidence: readonly Evidence[]): string {
  const groups = [...new Set(requirements.map(({ group }) => group))]
  const covered = requirements.filter(({ id }) => evidence.some((item) => item.id === id)).length
  const head = [
    '# Conformance',
    '',
    'What the specifications ask, and the tests that show it. Generated from a run of the test suite; do not edit.',
    'A test that runs on every framework (Express 4, 5.0 and 5.3, Koa 2 and 3) is listed once.',
    '',
    `${covered} of ${requirements.length} requirements are covered. An open one belongs to a part of the package that is not built yet.`,
  ]
  return `${[...head, ...groups.flatMap((group) => section(group, evidence))].join('\n')}\n`
}

function section(group: string, evidence: readonly Evidence[]): string[] {
  const rows = requirements
    .filter((requirement) => requirement.group === group)
    .map(({ id, requirement, level, source }) => {
      const items = evidence.filter((item) => item.id === id)
      return `| ${id} | ${requirement} | ${level} | ${source} | ${verdict(items)} | ${tests(items)} |`
    })
  return ['', `## ${group}`, '', '| id | requirement | level | source | verdict | test |', '|---|---|---|---|---|---|', ...rows]
}

function verdict(items: readonly Evidence[]): string {
  if (items.length === 0) return 'open'
  return items.every(({ passed }) => passed) ? 'holds' : '**fails**'
}

function tests(items: readonly Evidence[]): string {
  const lines = items.map(({ title, file }) => `${title.replaceAll('|', '\\|')} (\`${file}\`)`)
  return [...new Set(lines)].toSorted().join('<br>')
}

/** Lists the promised requirements that no test covers, or that a test shows to fail. */
export function broken(evidence: readonly Evidence[]): string[] {
  return promised.filter((id) => verdict(evidence.filter((item) => item.id === id)) !== 'holds')
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const evidence = JSON.parse(readFileSync(evidenceFile, 'utf8')) as Evidence[]
  const made = conformancePage(evidence)
  if (!process.argv.includes('--check')) writeFileSync(page, made)
  else if (readFileSync(page, 'utf8') !== made) fail('docs/reference/conformance.md is stale. Run `npm run docs` and commit it.')
  if (broken(evidence).length > 0) fail(`Promised, but not shown by a test: ${broken(evidence).join(', ')}.`)
}

function fail(message: string): void {
  console.error(message)
  process.exitCode = 1
}

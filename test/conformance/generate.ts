/** Writes docs/reference/conformance.md from the evidence of the last test run; with --check it only compares. */
import { readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { anchorOf } from '../docs/markdown.js'
import { type Evidence, evidenceFile } from './collect.js'
import { promised } from './promised.js'
import { type Requirement, requirements } from './requirements.js'
import { type SourcePart, sourceParts } from './specifications.js'

const page = fileURLToPath(new URL('../../../docs/reference/conformance.md', import.meta.url))

/** Writes the page: each requirement with its verdict and the suites that show it, the open ones first. */
export function conformancePage(evidence: readonly Evidence[]): string {
  const groups = [...new Set(requirements.map(({ group }) => group))].map((name) => ({
    name,
    rows: requirements.filter(({ group }) => group === name).map((requirement) => judged(requirement, evidence)),
  }))
  const covered = requirements.filter(({ id }) => evidence.some((item) => item.id === id)).length
  const lines = [
    '# Conformance',
    '',
    'What the specifications ask, and the suites of tests that show it. Generated from a run of the test suite; do not edit.',
    'A suite is followed by the number of its tests that name the requirement. A test that runs on every framework (Express 4, 5.0, 5.2 and 5.3, Koa 2',
    'and 3) counts once.',
    '',
    `${covered} of ${requirements.length} requirements are covered. An open one belongs to a part of the package that is not built yet, and stands first.`,
    '',
    '| Group | Open | Holds |',
    '|---|---|---|',
    ...groups.map(({ name, rows }) => `| [${name}](#${anchorOf(name)}) | ${count(rows, 'open')} | ${count(rows, 'holds')} |`),
    ...groups.flatMap(({ name, rows }) => section(name, rows)),
  ]
  return `${lines.join('\n')}\n`
}

type Verdict = 'open' | 'holds' | '**fails**'

interface Row extends Requirement {
  readonly verdict: Verdict
  readonly suites: readonly string[]
}

function judged(requirement: Requirement, evidence: readonly Evidence[]): Row {
  const items = evidence.filter(({ id }) => id === requirement.id)
  return { ...requirement, verdict: verdictOf(items), suites: suitesOf(items) }
}

function verdictOf(items: readonly Evidence[]): Verdict {
  if (items.length === 0) return 'open'
  return items.every(({ passed }) => passed) ? 'holds' : '**fails**'
}

// What needs work comes first.
const ORDER: readonly Verdict[] = ['**fails**', 'open', 'holds']

function section(group: string, rows: readonly Row[]): string[] {
  const sorted = rows.toSorted((one, other) => ORDER.indexOf(one.verdict) - ORDER.indexOf(other.verdict))
  const head = ['', `## ${group}`, '', '| Id | Requirement | Level | Source | Verdict | Tests |', '|---|---|---|---|---|---|']
  return [...head, ...sorted.map(line)]
}

function line({ id, requirement, level, source, verdict, suites }: Row): string {
  const parts = sourceParts(source)
  const cells = [
    linked({ text: id, url: parts.find(({ url }) => url !== undefined)?.url }),
    requirement.replaceAll('|', '\\|'),
    level,
    parts.map(linked).join(', '),
    verdict,
    suites.join('<br>'),
  ]
  return `| ${cells.join(' | ')} |`
}

function linked({ text, url }: SourcePart): string {
  return url === undefined ? text : `[${text}](${url})`
}

// One line for each suite: its file, and how many of its tests name the requirement.
function suitesOf(items: readonly Evidence[]): string[] {
  const titles = new Map<string, Set<string>>()
  for (const { file, title } of items) titles.set(file, new Set(titles.get(file)).add(title))
  return [...titles]
    .toSorted(([one], [other]) => (one < other ? -1 : 1))
    .map(([file, { size }]) => `[${nameOf(file)}](../../${file}) ${size}`)
}

function nameOf(file: string): string {
  return file.replace(/^test\//, '').replace(/\.test\.ts$/, '')
}

function count(rows: readonly Row[], verdict: Verdict): number {
  return rows.filter((row) => row.verdict === verdict).length
}

/** Lists the promised requirements that no test covers, or that a test shows to fail. */
export function broken(evidence: readonly Evidence[]): string[] {
  return promised.filter((id) => verdictOf(evidence.filter((item) => item.id === id)) !== 'holds')
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

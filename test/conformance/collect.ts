/** Collects, during a test run, which tests cover which requirement, for the page that is generated from it. */
import { writeFileSync } from 'node:fs'
import { relative } from 'node:path'
import { fileURLToPath } from 'node:url'

/** One test that names a requirement. */
export interface Evidence {
  readonly id: string
  readonly title: string
  readonly file: string
  readonly passed: boolean
}

/** Where the evidence of the last run is kept; a run beside another one names a place of its own. */
export const evidenceFile =
  process.env['HTTP_PROBLEMS_TEST_EVIDENCE'] ?? fileURLToPath(new URL('../../conformance.json', import.meta.url))

const compiled = fileURLToPath(new URL('../../', import.meta.url))
const evidence: Evidence[] = []

/** Reads the ids at the end of a title: `... [S6] [S7]`. */
export function idsOf(title: string): string[] {
  const tail = /(?:\s*\[[A-Z]\d+\])+$/.exec(title)?.[0] ?? ''
  return [...tail.matchAll(/[A-Z]\d+/g)].map(([id]) => id)
}

/** Mocha's root hooks: note each test, write them down at the end. */
export const mochaHooks = {
  afterEach(this: Mocha.Context) {
    const test = this.currentTest
    if (!test) return
    const file = relative(compiled, test.file ?? '').replace(/\.js$/, '.ts')
    for (const id of idsOf(test.title))
      evidence.push({ id, title: withoutIds(test.title), file, passed: test.state === 'passed' })
  },
  afterAll() {
    if (evidence.length > 0) writeFileSync(evidenceFile, JSON.stringify(evidence))
  },
}

function withoutIds(title: string): string {
  return title.replace(/(\s*\[[A-Z]\d+\])+$/, '')
}

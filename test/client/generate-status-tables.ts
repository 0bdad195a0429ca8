/** Generates what clients have of the table of status codes: the table of servers would be most of what a browser loads. */
import { readFile, writeFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { type ErrorStatusFacts, errorFacts, type StatusReason } from '../../lib/status/codes.js'
import { vendorFacts } from '../../lib/status/vendor-codes.js'

/** A file that is generated. */
interface Generated {
  readonly file: URL
  readonly source: string
}

const NOTE = '// Generated from lib/status with `npm run generate`; do not edit.'
const CODES = Array.from({ length: 200 }, (_, index) => 400 + index)

/** Writes the sources. */
export function generateStatusTables(): readonly Generated[] {
  return [
    { file: new URL('../../../lib/client/generated/status-table.ts', import.meta.url), source: phrases() },
    { file: new URL('../../../lib/status/generated/retry-lists.ts', import.meta.url), source: retryLists() },
  ]
}

function phrases(): string {
  return `${NOTE}
/**
 * A line for each code from 400 on, as lines are the fewest bytes: the phrase, and of a vendor's code the vendor.
 */
export const statusTable = \`${CODES.map(lineOf).join('\n').trimEnd()}\`
`
}

function lineOf(code: number): string {
  const vendor = vendorFacts(code)
  if (vendor === undefined) return errorFacts[code]?.phrase ?? ''
  // Without what the table adds in brackets for people.
  return `${vendor.phrase}|${vendor.vendor.replace(/ \([^)]*\)/g, '')}`
}

function retryLists(): string {
  const known = CODES.flatMap((code) => {
    const facts = errorFacts[code] ?? vendorFacts(code)
    return facts === undefined ? [] : [{ code, reason: reasonOf(facts), facts }]
  })
  const listed = (is: (row: (typeof known)[number]) => boolean): string =>
    `[${known
      .filter(is)
      .map(({ code }) => code)
      .join(', ')}]`
  const lists = [...new Set(known.map(({ reason }) => reason))].toSorted().map((reason) => {
    const is = (row: (typeof known)[number]): boolean => row.reason === reason && ruleOf(row.code) !== reason
    return `  ['${reason}', ${listed(is)}],`
  })
  return `${NOTE}
import type { StatusReason } from '../codes.js'

/** What a status says, where it is not what its class says. Lists of unknown, as what is looked for in them may be anything. */
export const REASONS: readonly (readonly [StatusReason, readonly unknown[]])[] = [
${lists.join('\n')}
]

/** These pass only where the server says when. */
export const WITH_HINT: readonly unknown[] = ${listed(({ facts }) => facts.retryNeedsHint === true)}

/** With these the server has not begun, so a request of any method may be sent again (RFC 9110 15.5.20, RFC 8470 5.2). */
export const NOT_BEGUN: readonly unknown[] = ${listed(({ facts }) => facts.notBegun === true)}
`
}

// What holds of a code that nobody knows.
function ruleOf(code: number): StatusReason {
  return code < 500 ? 'never' : 'transient'
}

function reasonOf({ retry, retryReason }: ErrorStatusFacts): StatusReason {
  return retryReason ?? (retry === 'yes' ? 'transient' : 'never')
}

if (process.argv[1] === fileURLToPath(import.meta.url))
  for (const { file, source } of generateStatusTables()) {
    const before = await readFile(file, 'utf8').catch(() => '')
    await writeFile(file, source)
    console.log(`${fileURLToPath(file)}: ${before === source ? 'unchanged' : 'written'}`)
  }

/** Holds the numbers against the limits. */
import { type Major, majorOf, majors } from '../nodes.js'
import type { Floor } from './floors.js'
import type { NodeNumbers } from './numbers.js'
import type { Limit, Row, Value } from './row.js'

/** How a number and its limit agree; a row without a limit has none. */
export type Verdict = 'goal met' | 'must met' | 'MISSED' | undefined

/** One row on one version of Node.js. */
export interface Judged {
  readonly major: Major
  readonly value: Value
  readonly limit: Limit | undefined
  readonly verdict: Verdict
  /** What something reached that does less. */
  readonly floors: readonly Floor[]
}

/** Judges a row on each version that it was measured on. */
export function judge(row: Row, nodes: readonly NodeNumbers[]): Judged[] {
  return majors.flatMap((major) => {
    const numbers = nodes.find(({ node }) => majorOf({ version: node }) === major)
    const value = numbers && row.read(numbers)
    if (numbers === undefined || value === undefined) return []
    const limit = row.limits[major]
    return [{ major, value, limit, verdict: verdictOf(row, value.median, limit), floors: row.readFloors?.(numbers) ?? [] }]
  })
}

/** Rounds as the page does: what is judged is what a reader sees. */
export function rounded(value: number, { digits }: Pick<Row, 'digits'>): number {
  return Number(value.toFixed(digits))
}

function verdictOf(row: Row, value: number, limit: Limit | undefined): Verdict {
  if (row.tolerance !== undefined) return rounded(Math.abs(rounded(value, row) - 1), row) <= row.tolerance ? 'goal met' : 'MISSED'
  if (limit === undefined) return undefined
  if (rounded(value, row) <= limit.goal) return 'goal met'
  // A number that is missing is no number within a limit.
  return rounded(value, row) <= limit.must ? 'must met' : 'MISSED'
}

/** Shows the limits and what became of them: as a table of the page, and as lines of text. */
import { majors } from '../nodes.js'
import { type Judged, judge } from './judge.js'
import type { NodeNumbers } from './numbers.js'
import type { Row } from './row.js'
import { rows } from './rows.js'

/** Shows the table of the page. */
export function limitsTable(nodes: readonly NodeNumbers[]): string[] {
  return [
    `| What is compared | ${majors.map((major) => `Node ${major}`).join(' | ')} | must | goal | result |`,
    `|---|${'---|'.repeat(majors.length + 3)}`,
    ...rows.map((row) => {
      const judged = judge(row, nodes)
      const cells = majors.map((major) =>
        showJudged(
          row,
          judged.find((one) => one.major === major),
          '<br>',
        ),
      )
      return `| ${row.what} | ${[...cells, showLimits(row, 'must'), showLimits(row, 'goal'), showResult(row, judged)].join(' | ')} |`
    }),
  ]
}

/** Shows the same as lines of text. */
export function limitsText(nodes: readonly NodeNumbers[]): string {
  const lines = rows.flatMap((row) =>
    judge(row, nodes).map((judged) => {
      const limits = judged.limit ? `, must ${judged.limit.must}, goal ${judged.limit.goal}` : ''
      const what = row.what.replaceAll('`', '')
      return `  ${(judged.verdict ?? '').padEnd(9)} Node ${judged.major}  ${what}: ${showJudged(row, judged, ' ')}${limits}${showFloors(row, judged)}`
    }),
  )
  return lines.join('\n')
}

function showJudged(row: Row, judged: Judged | undefined, gap: string): string {
  if (judged === undefined) return ''
  const { median, quartiles, note } = judged.value
  const show = (value: number): string => value.toFixed(row.digits)
  return [
    `${show(median)}${row.unit ?? ''}`,
    ...(quartiles ? [`(${show(quartiles.low)}-${show(quartiles.high)})`] : []),
    ...(note === undefined ? [] : [note]),
  ].join(gap)
}

function showLimits(row: Row, which: 'must' | 'goal'): string {
  if (row.tolerance !== undefined) return which === 'must' ? `1.00 +- ${row.tolerance}` : ''
  const limits = majors.map((major) => row.limits[major]?.[which]).filter((limit) => limit !== undefined)
  return [...new Set(limits.map((limit) => limit.toFixed(row.digits)))].join(' / ')
}

function showResult(row: Row, judged: readonly Judged[]): string {
  const verdicts = judged.filter(({ verdict }) => verdict !== undefined)
  const [first] = verdicts
  if (first === undefined) return ''
  const same = verdicts.every(({ verdict }) => verdict === first.verdict)
  if (same && first.verdict !== 'MISSED') return `${first.verdict}`
  return verdicts.map((one) => `Node ${one.major}: ${one.verdict}${showFloors(row, one)}`).join('<br>')
}

function showFloors(row: Row, { verdict, floors }: Judged): string {
  if (verdict !== 'MISSED' || floors.length === 0) return ''
  return `; the floor: ${floors.map(({ what, value }) => `${what} ${value.toFixed(row.digits)}${row.unit ?? ''}`).join(', ')}`
}

/** Shows as text how the contenders of one framework compare. */
import { median, pairedRatios, type Spread, spread } from '../statistics.js'
import type { Contenders } from './contenders/contender.js'
import type { Framework } from './contenders/index.js'
import type { Measured } from './measure.js'

const WIDTH = 60

/** Shows each pair: who was measured beside whom, what both took, and the ratio with the quartiles of the launches. */
export function showPairs(framework: Framework, contenders: Contenders, measured: readonly Measured[]): string {
  const title = (name: string): string => contenders[name]?.title ?? name
  const lines = measured.map(({ subject, base, subjectMicros, baseMicros }) =>
    [
      `  ${subject.padEnd(14)} / ${title(base).padEnd(WIDTH)}`,
      `${showMicros(subjectMicros)} /${showMicros(baseMicros)}   ${showSpread(spread(pairedRatios(subjectMicros, baseMicros)))}`,
    ].join(''),
  )
  return [
    `${framework}: CPU time of the servers for a request, median, and the ratio (quartiles of the launches)`,
    ...lines,
    '',
  ].join('\n')
}

function showMicros(micros: readonly number[]): string {
  return `${median(micros).toFixed(1).padStart(7)} us`
}

function showSpread({ median, low, high }: Spread): string {
  return `${median.toFixed(3)}  (${low.toFixed(3)}-${high.toFixed(3)})`
}

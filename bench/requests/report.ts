/** Turns measurements into a table and verdicts. */

import { isNoise, median, pairedRatios, type Spread, spread } from '../statistics.js'
import type { Contenders } from './contenders/contender.js'
import type { Framework } from './contenders/index.js'
import type { Measured } from './measure.js'

/** One line of the table. */
export interface Row {
  readonly title: string
  /** Microseconds of CPU for a request. */
  readonly micros: number
  /** What ours took in the same rounds. */
  readonly oursMicros: number
  readonly oursDividedByThis: Spread
}

/** One promise and whether it is kept. */
export interface Target {
  readonly what: string
  readonly limit: number | 'noise'
  readonly ratio: Spread
  readonly met: boolean
}

/** What is known of one framework. */
export interface Report {
  readonly framework: Framework
  readonly rows: readonly Row[]
  /** How much the success path differs from itself. */
  readonly noise: Spread
  readonly targets: readonly Target[]
}

/** Makes the report of one framework. */
export function makeReport(framework: Framework, contenders: Contenders, measured: readonly Measured[]): Report {
  const ratios = (subject: string, base: string): number[] => {
    const pair = measured.find((one) => one.subject === subject && one.base === base)
    return pairedRatios(pair?.subjectMicros ?? [], pair?.baseMicros ?? [])
  }
  const noise = ratios('success-again', 'success')
  const success = ratios('success-ours', 'success')
  return {
    framework,
    rows: measured
      .filter(({ subject }) => subject.includes('ours'))
      .map(({ base, subjectMicros, baseMicros }) => ({
        title: contenders[base]?.title ?? base,
        micros: median(baseMicros),
        oursMicros: median(subjectMicros),
        oursDividedByThis: spread(pairedRatios(subjectMicros, baseMicros)),
      })),
    noise: spread(noise),
    targets: [
      limit('ours / (http-errors + handler)', spread(ratios('ours', 'http-errors')), 0.75),
      ...(framework === 'express' ? [limit('ours / by hand', spread(ratios('ours', 'by-hand')), 1.05)] : []),
      { what: 'success with / without ours', limit: 'noise', ratio: spread(success), met: isNoise(success, noise) },
    ],
  }
}

function limit(what: string, ratio: Spread, most: number): Target {
  return { what, limit: most, ratio, met: ratio.median <= most }
}

/** Shows a report as text. */
export function showReport({ framework, rows, noise, targets }: Report): string {
  const width = 44
  const line = ({ title, micros, oursMicros, oursDividedByThis }: Row): string =>
    `  ${title.padEnd(width)}${micros.toFixed(1).padStart(8)} us${oursMicros.toFixed(1).padStart(8)} us   ${showSpread(oursDividedByThis)}`
  return [
    `${framework}: CPU time of the server for a request, median`,
    `  ${''.padEnd(width)}${'this'.padStart(11)}${'ours'.padStart(11)}   ours / this  (quartiles of the launches)`,
    ...rows.map(line),
    `  noise: the success path against itself gives ${showSpread(noise)}`,
    '',
    ...targets.map(showTarget),
    '',
  ].join('\n')
}

function showTarget({ what, limit, ratio, met }: Target): string {
  const wanted = limit === 'noise' ? 'within noise' : `at most ${limit.toFixed(2)}`
  return `  ${met ? 'met   ' : 'MISSED'}  ${what}: ${showSpread(ratio)}, wanted ${wanted}`
}

function showSpread({ median, low, high }: Spread): string {
  return `${median.toFixed(3)}  (${low.toFixed(3)}-${high.toFixed(3)})`
}

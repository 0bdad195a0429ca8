/** Turns measurements into a table and verdicts. */
import type { Contenders } from './contenders/contender.js'
import type { Framework } from './contenders/index.js'
import type { Measured } from './measure.js'
import { isNoise, median, pairedRatios, type Spread, spread } from './statistics.js'

/** One line of the table. */
export interface Row {
  readonly name: string
  readonly title: string
  /** Microseconds of CPU for a request. */
  readonly micros: number
  /** Ours divided by this one. */
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
  readonly success: { readonly rows: readonly Row[]; readonly control: Spread }
  readonly targets: readonly Target[]
}

/** Makes the report of one framework. */
export function makeReport(framework: Framework, contenders: Contenders, measured: Measured): Report {
  const ratios = (name: string, base: string): number[] => pairedRatios(measured[name] ?? [], measured[base] ?? [])
  const row = (name: string, ours: string): Row => ({
    name,
    title: contenders[name]?.title ?? name,
    micros: median(measured[name] ?? []),
    oursDividedByThis: spread(ratios(ours, name)),
  })
  const names = Object.keys(contenders)
  const control = ratios('success-again', 'success')
  // Two launches of the same server are the best base there is: their mean has less noise than one.
  const base = mean(measured['success'] ?? [], measured['success-again'] ?? [])
  const overhead = pairedRatios(measured['success-ours'] ?? [], base)
  return {
    framework,
    rows: names.filter((name) => !name.startsWith('success')).map((name) => row(name, 'ours')),
    success: {
      rows: names.filter((name) => name.startsWith('success')).map((name) => row(name, 'success-ours')),
      control: spread(control),
    },
    targets: [
      limit('ours / (http-errors + handler)', spread(ratios('ours', 'http-errors')), 0.75),
      ...(framework === 'express' ? [limit('ours / by hand', spread(ratios('ours', 'by-hand')), 1.05)] : []),
      { what: 'success with / without ours', limit: 'noise', ratio: spread(overhead), met: isNoise(overhead, control) },
    ],
  }
}

function limit(what: string, ratio: Spread, most: number): Target {
  return { what, limit: most, ratio, met: ratio.median <= most }
}

function mean(first: readonly number[], second: readonly number[]): number[] {
  return first.map((value, index) => (value + (second[index] ?? Number.NaN)) / 2)
}

/** Shows a report as text. */
export function showReport({ framework, rows, success, targets }: Report): string {
  const width = 44
  const line = ({ title, micros, oursDividedByThis }: Row): string =>
    `  ${title.padEnd(width)}${micros.toFixed(1).padStart(8)} us   ${showSpread(oursDividedByThis)}`
  return [
    `${framework}: CPU time of the server for a request`,
    `  ${''.padEnd(width)}${'median'.padStart(8)}      ours / this  (quartiles of the launches)`,
    ...rows.map(line),
    '',
    ...success.rows.map(line),
    `  noise: the same server against itself gives ${showSpread(success.control)}`,
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

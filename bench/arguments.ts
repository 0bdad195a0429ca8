/** Reads the command line of the benchmark. */
import { parseArgs } from 'node:util'
import { majors } from './nodes.js'
import { type Framework, frameworks } from './requests/contenders/index.js'

/** How long and how often is measured. */
export interface Plan {
  readonly launches: number
  readonly rounds: number
  /** Requests of one round. */
  readonly requests: number
  /** Requests before the first round, so that the compiler is done. */
  readonly warmup: number
}

/** What can be measured by itself. */
export const parts = [...frameworks, 'errors', 'load'] as const

/** The name of something that can be measured by itself. */
export type Part = (typeof parts)[number]

/** What the command line asks for. */
export interface Arguments {
  readonly parts: readonly Part[]
  /** Paths of Node.js or major versions: each runs everything. */
  readonly nodes: readonly string[]
  readonly json: string | undefined
  /** Recorded numbers that the page is made from, instead of measuring. */
  readonly from: string | undefined
  readonly inProcess: boolean
  /** The one contender whose profile is taken instead of the measurements. */
  readonly profile: Profiled | undefined
  readonly plan: Plan
  /** Whether all is measured as it must be for the page, which is written then. */
  readonly whole: boolean
}

/** One contender, as `express:ours` names it. */
export interface Profiled {
  readonly framework: Framework
  readonly name: string
}

// Both versions together take about a quarter of an hour. Node.js 24 goes on compiling for 20000 requests: after 9000 ours looked a tenth dearer.
const FULL: Plan = { launches: 7, rounds: 6, requests: 1200, warmup: 20000 }
const QUICK: Plan = { launches: 2, rounds: 3, requests: 600, warmup: 3000 }
// Fewer launches say too little for the page.
const LEAST_LAUNCHES = 5

/** The text for `--help`. */
export const USAGE = `npm run bench -- [options]

Without options everything is measured on Node.js ${majors.join(' and ')}, in about a quarter of an hour, and docs/reference/performance.md is written.
With any option but --json and --launches (of ${LEAST_LAUNCHES} or more) the numbers are only shown.

  --quick            about a minute with this Node.js, good enough to see that nothing is broken
  --only PART        ${parts.join(', ')}
  --node NODE        a path or a major version, which npm installs where it is another one
  --json FILE        write the numbers as JSON too
  --from FILE        make the page from such numbers, and measure nothing
  --in-process       sockets in memory instead of real HTTP: less noise, for work on a detail
  --profile NAME     where the time of one contender goes, such as express:ours; writes a .cpuprofile to .cache/
  --launches N       fresh processes for each contender`

/** Reads the arguments; a wrong one is a TypeError. */
export function readArguments(args: readonly string[]): Arguments {
  const { values } = parseArgs({
    args: [...args],
    options: {
      quick: { type: 'boolean', default: false },
      only: { type: 'string' },
      node: { type: 'string' },
      json: { type: 'string' },
      from: { type: 'string' },
      'in-process': { type: 'boolean', default: false },
      profile: { type: 'string' },
      launches: { type: 'string' },
    },
  })
  const { quick, only, node, json, from, 'in-process': inProcess } = values
  const profile = values.profile === undefined ? undefined : readProfiled(values.profile)
  const plan = quick ? QUICK : FULL
  const launches = values.launches === undefined ? plan.launches : readCount(values.launches)
  const partial = quick || inProcess || only !== undefined || node !== undefined || profile !== undefined
  const small = quick || profile !== undefined
  return {
    parts: readParts(only),
    nodes: node !== undefined ? [node] : small ? [process.execPath] : majors.map(String),
    json,
    from,
    inProcess,
    profile,
    plan: { ...plan, launches },
    whole: !partial && launches >= LEAST_LAUNCHES,
  }
}

function readParts(name: string | undefined): readonly Part[] {
  const chosen = parts.filter((part) => name === undefined || part === name)
  if (chosen.length === 0) throw new TypeError(`--only: expected ${parts.join(', ')}, got ${JSON.stringify(name)}.`)
  return chosen
}

function readProfiled(text: string): Profiled {
  const [prefix, name = ''] = text.split(':')
  const framework = frameworks.find((one) => one === prefix)
  if (framework === undefined || name === '') {
    throw new TypeError(`--profile: expected a framework and a contender like express:ours, got ${JSON.stringify(text)}.`)
  }
  return { framework, name }
}

function readCount(text: string): number {
  const count = Number(text)
  if (!Number.isInteger(count) || count < 1) throw new TypeError(`--launches: expected 1 or more, got ${JSON.stringify(text)}.`)
  return count
}

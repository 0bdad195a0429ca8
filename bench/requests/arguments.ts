/** Reads the command line of the benchmark. */
import { parseArgs } from 'node:util'
import { type Framework, frameworks } from './contenders/index.js'

/** How long and how often is measured. */
export interface Plan {
  readonly launches: number
  readonly rounds: number
  /** Requests of one round. */
  readonly requests: number
  /** Requests before the first round, so that the compiler is done. */
  readonly warmup: number
}

/** What the command line asks for. */
export interface Arguments {
  readonly frameworks: readonly Framework[]
  /** The binary that runs the servers. */
  readonly node: string
  readonly json: string | undefined
  readonly inProcess: boolean
  /** The one contender whose profile is taken instead of the measurements. */
  readonly profile: Profiled | undefined
  readonly plan: Plan
}

/** One contender, as `express:ours` names it. */
export interface Profiled {
  readonly framework: Framework
  readonly name: string
}

const FULL: Plan = { launches: 9, rounds: 8, requests: 1500, warmup: 15000 }
const QUICK: Plan = { launches: 2, rounds: 4, requests: 600, warmup: 3000 }

/** The text for `--help`. */
export const USAGE = `npm run bench -- [options]

  --quick            about a minute, good enough to see that nothing is broken
  --only NAME        ${frameworks.join(' or ')}
  --node PATH        run the servers with another Node.js
  --json FILE        write the numbers as JSON too
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
      'in-process': { type: 'boolean', default: false },
      profile: { type: 'string' },
      launches: { type: 'string' },
    },
  })
  const plan = values.quick ? QUICK : FULL
  return {
    frameworks: readFramework(values.only),
    node: values.node ?? process.execPath,
    json: values.json,
    inProcess: values['in-process'],
    profile: values.profile === undefined ? undefined : readProfiled(values.profile),
    plan: values.launches === undefined ? plan : { ...plan, launches: readCount(values.launches) },
  }
}

function readFramework(name: string | undefined): readonly Framework[] {
  const chosen = frameworks.filter((framework) => name === undefined || framework === name)
  if (chosen.length === 0) throw new TypeError(`--only: expected ${frameworks.join(' or ')}, got ${JSON.stringify(name)}.`)
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

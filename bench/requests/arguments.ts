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
  readonly plan: Plan
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
      launches: { type: 'string' },
    },
  })
  const plan = values.quick ? QUICK : FULL
  return {
    frameworks: readFramework(values.only),
    node: values.node ?? process.execPath,
    json: values.json,
    inProcess: values['in-process'],
    plan: values.launches === undefined ? plan : { ...plan, launches: readCount(values.launches) },
  }
}

function readFramework(name: string | undefined): readonly Framework[] {
  const chosen = frameworks.filter((framework) => name === undefined || framework === name)
  if (chosen.length === 0) throw new TypeError(`--only: expected ${frameworks.join(' or ')}, got ${JSON.stringify(name)}.`)
  return chosen
}

function readCount(text: string): number {
  const count = Number(text)
  if (!Number.isInteger(count) || count < 1) throw new TypeError(`--launches: expected 1 or more, got ${JSON.stringify(text)}.`)
  return count
}

/** Takes a CPU profile of one contender under load and shows where the time goes: `npm run bench -- --profile express:ours`. */
import { mkdirSync, readFileSync } from 'node:fs'
import type { Profiler } from 'node:inspector'
import { join } from 'node:path'
import { root } from '../../../test/package/command.js'
import type { Plan, Profiled } from '../../arguments.js'
import type { NodeProgram } from '../../nodes.js'
import { withServers } from '../servers.js'
import { type SelfTime, selfTimes, timesOfOwners } from './self-times.js'

/** Where a profile was written, and the self times in it. */
export interface Profile {
  readonly file: string
  readonly times: readonly SelfTime[]
}

/** Warms a contender up, takes the profile of many requests, and writes it to `.cache/`. */
export function takeProfile({ framework, name }: Profiled, node: NodeProgram, plan: Plan): Promise<Profile> {
  const { warmup, rounds, requests } = plan
  const folder = join(root, '.cache', 'bench-profiles')
  mkdirSync(folder, { recursive: true })
  const file = join(folder, `${framework}-${name}-node-${node.version}.cpuprofile`)
  return withServers(framework, [name], { node: node.path, inProcess: false }, async ([running], burst) => {
    if (running === undefined) throw new Error(`${framework} ${name} does not run.`)
    await burst(running, warmup)
    await running.server.ask({ ask: 'profile' })
    await burst(running, rounds * requests)
    await running.server.ask({ ask: 'write-profile', file })
    // What V8's profiler wrote.
    const profile = JSON.parse(readFileSync(file, 'utf8')) as Profiler.Profile
    return { file, times: selfTimes(profile, rounds * requests) }
  })
}

/** Shows whose code takes the time and the most expensive functions. */
export function showProfile({ file, times }: Profile, most = 30): string {
  const line = (micros: number, share: number, text: string): string =>
    `  ${micros.toFixed(2).padStart(7)} us ${(share * 100).toFixed(1).padStart(6)} %  ${text}`
  return [
    'Self time for a request, without idle time (the profiler itself costs some)',
    ...timesOfOwners(times).map(({ owner, micros, share }) => line(micros, share, owner)),
    '',
    ...times.slice(0, most).map(({ owner, where, micros, share }) => line(micros, share, `${owner.padEnd(18)} ${where}`)),
    '',
    'Ours only',
    ...times
      .filter(({ owner }) => owner === 'ours')
      .slice(0, most)
      .map(({ where, micros, share }) => line(micros, share, where)),
    '',
    file,
  ].join('\n')
}

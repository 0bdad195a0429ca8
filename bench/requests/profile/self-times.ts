/** Adds up a CPU profile by function: where the time goes. */
import type { Profiler } from 'node:inspector'
import { basename } from 'node:path'

/** Whose code took the time. */
export type Owner = 'ours' | 'framework' | 'node' | 'garbage collector' | 'native'

/** The time that one function took itself, without those that it called. */
export interface SelfTime {
  readonly owner: Owner
  /** The name of the function and of its file. */
  readonly where: string
  /** Microseconds for a request. */
  readonly micros: number
  /** Of all time that was not idle. */
  readonly share: number
}

type CallFrame = Profiler.ProfileNode['callFrame']

/** Adds up the samples of all calls of a function, the most expensive function first. */
export function selfTimes({ nodes, samples = [], timeDeltas = [] }: Profiler.Profile, requests: number): SelfTime[] {
  const frames = new Map(nodes.map(({ id, callFrame }) => [id, callFrame]))
  const sums = new Map<string, { owner: Owner; where: string; micros: number }>()
  let total = 0
  samples.forEach((id, index) => {
    const frame = frames.get(id)
    // The delta of a sample is the time since the one before, so what it was spent with is the sample before the next.
    const micros = timeDeltas[index + 1] ?? 0
    if (frame === undefined || frame.functionName === '(idle)' || micros <= 0) return
    total += micros
    const owner = ownerOf(frame)
    const where = placeOf(frame)
    const sum = sums.get(where) ?? { owner, where, micros: 0 }
    sum.micros += micros
    sums.set(where, sum)
  })
  return [...sums.values()]
    .map(({ owner, where, micros }) => ({ owner, where, micros: micros / requests, share: micros / total }))
    .toSorted((a, b) => b.micros - a.micros)
}

/** Adds up self times by owner, the most expensive owner first. */
export function timesOfOwners(times: readonly SelfTime[]): Pick<SelfTime, 'owner' | 'micros' | 'share'>[] {
  const owners = [...new Set(times.map(({ owner }) => owner))]
  return owners
    .map((owner) => {
      const own = times.filter((time) => time.owner === owner)
      const sum = (member: 'micros' | 'share'): number => own.reduce((all, time) => all + time[member], 0)
      return { owner, micros: sum('micros'), share: sum('share') }
    })
    .toSorted((a, b) => b.micros - a.micros)
}

function ownerOf({ functionName, url }: CallFrame): Owner {
  if (functionName === '(garbage collector)') return 'garbage collector'
  // "(program)" is what V8 calls time outside of JavaScript: system calls, the parser of HTTP.
  if (url === '') return 'native'
  if (url.startsWith('node:')) return 'node'
  return url.includes('/node_modules/') ? 'framework' : 'ours'
}

function placeOf({ functionName, url, lineNumber }: CallFrame): string {
  const name = functionName === '' ? '(anonymous)' : functionName
  if (url === '') return name
  return `${name} ${fileOf(url)}:${lineNumber + 1}`
}

function fileOf(url: string): string {
  if (url.startsWith('node:')) return url
  const dependency = url.split('/node_modules/').at(-1)
  return url.includes('/node_modules/') && dependency !== undefined ? dependency : basename(url)
}

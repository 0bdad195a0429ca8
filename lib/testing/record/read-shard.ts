/** Reads a shard that came from a file: what is none is told with its place. */
import { nameValue } from '../../guard/name.js'
import { isPropertyBag, itemsOf, read } from '../../guard/read.js'
import { misuse } from '../../guard/refuse.js'
import type { SkippedRoute } from '../../routes/record.js'
import {
  type BrokenPromise,
  type RecordedProblem,
  type RecordedProblems,
  type RecordedRoute,
  SHARD_FORMAT,
  type UndeclaredAnswer,
  type UnroutedAnswer,
} from './recorded.js'

/** Reads a shard; what is none is a TypeError that names the place. */
export function readShard(value: unknown, place: string): RecordedProblems {
  const shard = new Reader(value, place)
  if (read(value, 'format') !== SHARD_FORMAT)
    throw refused(`${place}.format`, JSON.stringify(SHARD_FORMAT), read(value, 'format'))
  return {
    format: SHARD_FORMAT,
    name: shard.text('name'),
    routes: shard.list('routes', readRoute),
    unrouted: shard.list('unrouted', readStray),
    skipped: shard.list('skipped', readSkipped),
  }
}

function readRoute(route: Reader): RecordedRoute {
  return {
    method: route.text('method'),
    path: route.text('path'),
    problems: route.list('problems', readProblem),
    undeclared: route.list('undeclared', readUndeclared),
  }
}

function readProblem(problem: Reader): RecordedProblem {
  return {
    name: problem.text('name'),
    type: problem.text('type'),
    ...problem.optional('status', problem.count),
    source: problem.oneOf('source', ['declared', 'library', 'everywhere']),
    evidence: problem.text('evidence'),
    seen: problem.count('seen'),
    broken: problem.list('broken', readBroken),
  }
}

function readBroken(broken: Reader): BrokenPromise {
  return { place: broken.text('place'), expected: broken.text('expected'), got: broken.text('got'), count: broken.count('count') }
}

function readUndeclared(answer: Reader): UndeclaredAnswer {
  return {
    status: answer.count('status'),
    ...answer.optional('type', answer.text),
    note: answer.text('note'),
    count: answer.count('count'),
  }
}

function readStray(answer: Reader): UnroutedAnswer {
  return {
    method: answer.text('method'),
    path: answer.text('path'),
    status: answer.count('status'),
    count: answer.count('count'),
  }
}

function readSkipped(skipped: Reader): SkippedRoute {
  return { ...skipped.optional('method', skipped.text), path: skipped.text('path'), reason: skipped.text('reason') }
}

/** Reads the members of one object. */
class Reader {
  readonly #value: object
  readonly #place: string

  constructor(value: unknown, place: string) {
    if (!isPropertyBag(value)) throw refused(place, 'an object', value)
    this.#value = value
    this.#place = place
  }

  readonly text = (name: string): string => {
    return this.#need(name, 'a text', (value) => typeof value === 'string')
  }

  readonly count = (name: string): number => {
    return this.#need(name, 'a whole number from 0', (value) => Number.isSafeInteger(value) && Number(value) >= 0)
  }

  oneOf<Name extends string>(name: string, names: readonly Name[]): Name {
    return this.#need(name, names.join(', '), (value) => names.some((one) => one === value))
  }

  optional<Name extends string, Value>(name: Name, get: (name: string) => Value): { readonly [Key in Name]?: Value } {
    return (read(this.#value, name) === undefined ? {} : { [name]: get(name) }) as { readonly [Key in Name]?: Value }
  }

  list<Item>(name: string, readItem: (item: Reader) => Item): readonly Item[] {
    const items = itemsOf(read(this.#value, name))
    if (items === undefined) throw refused(`${this.#place}.${name}`, 'a list', read(this.#value, name))
    return items.map((item, index) => readItem(new Reader(item, `${this.#place}.${name}[${index}]`)))
  }

  #need<Value>(name: string, expected: string, accepts: (value: unknown) => boolean): Value {
    const value = read(this.#value, name)
    if (!accepts(value)) throw refused(`${this.#place}.${name}`, expected, value)
    // What it accepts is what is wanted.
    return value as Value
  }
}

function refused(place: string, expected: string, got: unknown): TypeError {
  return misuse({ code: 'ERR_PROBLEM_ARGUMENT', place, expected, got: nameValue(got) })
}

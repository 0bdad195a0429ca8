/** Keeps count of what routes answered. Bounded, whatever the requests and answers are. */
import { own } from '../../../schemas/json.js'
import type { SkippedRoute } from '../../routes/record.js'
import {
  type BrokenPromise,
  problemKey,
  type RecordedProblem,
  type RecordedProblems,
  type RecordedRoute,
  SHARD_FORMAT,
  type UndeclaredAnswer,
  type UnroutedAnswer,
} from './recorded.js'

/** A record that counts. */
type Counting<Item> = { -readonly [Name in keyof Item]: Item[Name] }

interface Page {
  readonly method: string
  readonly path: string
  readonly problems: Map<
    string,
    Counting<Omit<RecordedProblem, 'broken'>> & { readonly broken: Map<string, Counting<BrokenPromise>> }
  >
  readonly undeclared: Map<string, Counting<UndeclaredAnswer>>
}

// A path or a type may be another one in each request.
const MOST_ENTRIES = 1000

/** The name of a route. */
export type RouteName = Pick<RecordedRoute, 'method' | 'path'>

/** What is known of a problem before it is seen. */
export type KnownProblem = Omit<RecordedProblem, 'seen' | 'broken' | 'status'> & { readonly status?: number | undefined }

/** Keeps count of what the routes of an app answered. */
export class Book {
  readonly #name: string
  readonly #pages = new Map<string, Page>()
  readonly #unrouted = new Map<string, Counting<UnroutedAnswer>>()
  readonly #skipped = new Map<string, SkippedRoute>()

  constructor(name: string) {
    this.#name = name
  }

  /** Notes a route and what it may answer. */
  declare(route: RouteName, problems: readonly KnownProblem[]): void {
    for (const problem of problems) this.see(route, problem, [], 0)
    this.#page(route)
  }

  /** Counts a problem of a route. */
  see(route: RouteName, problem: KnownProblem, broken: readonly BrokenPromise[], count = 1): void {
    const { problems } = this.#page(route)
    const { name, type, source, evidence } = problem
    const status = own(problem, 'status')
    const key = problemKey(problem)
    const known = problems.get(key) ?? {
      name,
      type,
      ...(status !== undefined && { status }),
      source,
      evidence,
      seen: 0,
      broken: new Map<string, Counting<BrokenPromise>>(),
    }
    problems.set(key, known)
    known.seen += count
    for (const one of broken) tally(known.broken, JSON.stringify([one.place, one.expected, one.got]), one)
  }

  /** Counts an answer that nobody declared. */
  miss(route: RouteName, answer: UndeclaredAnswer): void {
    tally(this.#page(route).undeclared, JSON.stringify([answer.status, own(answer, 'type'), answer.note]), answer)
  }

  /** Counts an answer of no route. */
  stray(answer: UnroutedAnswer): void {
    tally(this.#unrouted, JSON.stringify([answer.method, answer.path, answer.status]), answer)
  }

  /** Notes parts of an app that cannot be read. */
  skip(skipped: readonly SkippedRoute[]): void {
    for (const one of skipped) this.#skipped.set(JSON.stringify([own(one, 'method'), one.path, one.reason]), one)
  }

  /** Adds all that another book has. */
  add({ routes, unrouted, skipped }: RecordedProblems): void {
    for (const route of routes) {
      this.declare(route, [])
      for (const { seen, broken, ...problem } of route.problems) this.see(route, problem, broken, seen)
      for (const answer of route.undeclared) this.miss(route, answer)
    }
    for (const answer of unrouted) this.stray(answer)
    this.skip(skipped)
  }

  /** Gives a copy as plain data. */
  data(): RecordedProblems {
    return {
      format: SHARD_FORMAT,
      name: this.#name,
      routes: [...this.#pages.values()].map(({ method, path, problems, undeclared }) => ({
        method,
        path,
        problems: [...problems.values()].map(({ broken, ...problem }) => ({ ...problem, broken: copies(broken) })),
        undeclared: copies(undeclared),
      })),
      unrouted: copies(this.#unrouted),
      skipped: copies(this.#skipped),
    }
  }

  #page({ method, path }: RouteName): Page {
    const key = `${method} ${path}`
    const page = this.#pages.get(key) ?? { method, path, problems: new Map(), undeclared: new Map() }
    this.#pages.set(key, page)
    return page
  }
}

function tally<Item extends { readonly count: number }>(entries: Map<string, Counting<Item>>, key: string, item: Item): void {
  const known = entries.get(key)
  if (known !== undefined) known.count += item.count
  else if (entries.size < MOST_ENTRIES) entries.set(key, { ...item })
}

function copies<Item extends object>(entries: ReadonlyMap<string, Item>): readonly Item[] {
  return [...entries.values()].map((item) => ({ ...item }))
}

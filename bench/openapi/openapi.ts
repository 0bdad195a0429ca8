/**
 * Shows how long it takes to walk through an app and to put its problems into a document: `npm run bench:openapi`. About a minute.
 *
 * Judged are 1,000 routes on each framework, that the time grows with the number of routes and no faster, and the walk through the 50 routes of a
 * small app with each version of the routers.
 */
import { collectExpress, collectKoa, documentProblems, type RouteRecords } from 'http-problems/openapi'
import { median } from '../statistics.js'
import { documentOf, expressApp, koaApp, versions } from './app.js'

const SIZES = [100, 1000, 10_000] as const
const JUDGED = 1000
const LIMIT_MS = 1000
// Ten times as many routes may take this many times as long: caches and the garbage collector have their part.
const GROWTH_LIMIT = 15
const ROUNDS = 5

const SMALL = 50
const SMALL_LIMIT_MS = 1
const SMALL_ROUNDS = 50

/** Milliseconds of each step. */
interface Times {
  readonly walk: number
  readonly merge: number
}

const walks: Readonly<Record<string, (routes: number) => () => RouteRecords>> = {
  'Express 5': (routes) => {
    const app = expressApp(routes)
    return () => collectExpress(app)
  },
  'Koa 3': (routes) => {
    const app = koaApp(routes)
    return () => collectKoa(app)
  },
}

let failed = false
for (const [framework, prepare] of Object.entries(walks)) {
  const results = SIZES.map((routes) => ({ routes, ...measure(prepare(routes), routes) }))
  for (const { routes, walk, merge } of results)
    console.log(`${framework}  ${String(routes).padStart(6)} routes: walk ${show(walk)}, merge ${show(merge)}`)
  judge(framework, results)
}
for (const [version, express] of Object.entries(versions.express)) {
  const app = expressApp(SMALL, express)
  judgeSmall(version, () => collectExpress(app))
}
for (const [version, Router] of Object.entries(versions.koa)) {
  const app = koaApp(SMALL, Router)
  judgeSmall(version, () => collectKoa(app))
}
if (failed) process.exitCode = 1

function judgeSmall(version: string, walk: () => RouteRecords): void {
  const rounds = Array.from({ length: SMALL_ROUNDS }, () => {
    const start = performance.now()
    const { length } = walk()
    if (length !== SMALL) throw new Error(`Of ${SMALL} routes ${length} were found.`)
    return performance.now() - start
  })
  const time = median(rounds)
  tell(
    time < SMALL_LIMIT_MS,
    `${version}: a walk through ${SMALL} routes takes ${time.toFixed(2)} ms, limit ${SMALL_LIMIT_MS} ms`,
  )
}

function measure(walk: () => RouteRecords, routes: number): Times {
  const document = documentOf(routes)
  // The first round compiles.
  const rounds = Array.from({ length: ROUNDS + 1 }, () => {
    const start = performance.now()
    const records = walk()
    const walked = performance.now()
    const { added, unmatched, conflicts } = documentProblems(document, records)
    const merged = performance.now()
    if (records.length !== routes || added.length === 0 || unmatched.length > 0 || conflicts.length > 0)
      throw new Error(`Of ${routes} routes ${records.length} were found, ${unmatched.length} of them not in the document.`)
    return { walk: walked - start, merge: merged - walked }
  }).slice(1)
  return { walk: median(rounds.map((round) => round.walk)), merge: median(rounds.map((round) => round.merge)) }
}

function judge(framework: string, results: readonly ({ readonly routes: number } & Times)[]): void {
  const total = (routes: number): number => {
    const found = results.find((one) => one.routes === routes)
    return found === undefined ? Number.NaN : found.walk + found.merge
  }
  tell(total(JUDGED) < LIMIT_MS, `${framework}: ${JUDGED} routes take ${show(total(JUDGED))}, limit ${LIMIT_MS} ms`)
  for (const [index, size] of SIZES.slice(1).entries()) {
    const smaller = SIZES[index] ?? size
    const growth = total(size) / total(smaller)
    tell(
      growth < GROWTH_LIMIT,
      `${framework}: ${size} routes take ${growth.toFixed(1)} times as long as ${smaller}, limit ${GROWTH_LIMIT}`,
    )
  }
}

function tell(met: boolean, text: string): void {
  console.log(`  ${met ? 'met   ' : 'MISSED'}  ${text}`)
  failed ||= !met
}

function show(milliseconds: number): string {
  return `${milliseconds.toFixed(1)} ms`
}

/** Records which problems the routes of an app answer while tests run. */
import { callMethod } from '../../guard/call.js'
import { read } from '../../guard/read.js'
import { collectExpress } from '../../routes/collect/express/express.js'
import { collectKoa } from '../../routes/collect/koa/koa.js'
import type { RouteRecords } from '../../routes/record.js'
import { Book } from './book.js'
import { judgeAnswer } from './judge-answer.js'
import { type Framework, frameworkOf, type HeardRequest, listen } from './listen.js'
import { type RecordOptions, type RecordSettings, recordSettings } from './options.js'
import type { RecordedProblems } from './recorded.js'
import { reportOf } from './report.js'
import type { ProblemReport } from './reported.js'
import { followRequest } from './routed-request.js'
import { type KnownRoute, possibleEverywhere, type RoutedRequest, Routes } from './routes.js'
import { saveShard } from './save.js'
import { hearAnswer, type SentAnswer } from './sent-answer.js'
import { findings, findingsError, findingsText, type RecordAssertOptions, severitiesOf } from './verdict.js'

/** Records which problems routes answer. */
export interface ProblemRecorder {
  /** Records another app with the same routes, such as one that each test makes for itself; gives the app. */
  add<App extends object>(app: App): App
  /** Says what was declared, seen, never seen and undeclared. */
  report(): ProblemReport
  /** Throws a ProblemAssertionError, prints with `console.warn` once, or ignores: by kind of finding. */
  assert(options?: RecordAssertOptions): void
  /** Gives what was recorded, for `mergeShards()`. */
  toJSON(): RecordedProblems
  /** Writes a shard: to a file that ends in `.json`, or into a folder under a name of its own. Gives the path. */
  save(path: string): string
  /** Ends the recording; the apps are as they were before. */
  stop(): void
}

/**
 * Records which problem each route of an app answers, from now on: whoever sends the answer, and without a change of it. What is answered is compared with what
 * `problems()` and known libraries say of the route.
 *
 * An error without a route, such as the 404 of an unknown path, is not undeclared.
 *
 * @throws TypeError with the code ERR_PROBLEM_ARGUMENT for what is no app of Express or Koa, ERR_PROBLEM_OPTION for a wrong option
 * @example
 * const app = express()
 * app.get('/books/:id', problems(NotFound), (req, res) => res.json({ id: req.params.id }))
 * const recorder = recordProblems(app, { name: 'bookshop' })
 * // after all tests
 * recorder.assert({ undeclared: 'error', neverSeen: 'ignore' })
 * console.log(recorder.report().summary)
 * // bookshop: 0 of 1 declared problems seen, 0 undeclared; never seen: GET /books/{id} 404
 * recorder.stop()
 */
export function recordProblems(app: object, options: RecordOptions = {}): ProblemRecorder {
  const settings = recordSettings(options)
  const recording = new Recording(settings)
  recording.add(app)
  let isWarned = false

  const report = (): ProblemReport => reportOf(recording.data())
  return {
    add(other) {
      recording.add(other)
      return other
    },
    report,
    assert(wished = {}) {
      const severities = severitiesOf(wished)
      const all = report()
      const errors = findings(all, severities, 'error')
      if (errors.length > 0) throw findingsError(errors, all)
      const warnings = findings(all, severities, 'warn')
      if (warnings.length === 0 || isWarned) return
      isWarned = true
      callMethod(read(globalThis, 'console'), 'warn', findingsText(warnings, all))
    },
    toJSON: () => recording.data(),
    save: (path) => saveShard(recording.data(), path),
    stop: () => recording.stop(),
  }
}

/** What is recorded, of one app or several. */
class Recording {
  readonly #settings: RecordSettings
  readonly #book: Book
  readonly #ends: (() => void)[] = []
  // Apps whose routes nobody has needed yet.
  readonly #waiting = new Set<() => Routes>()

  constructor(settings: RecordSettings) {
    this.#settings = settings
    this.#book = new Book(settings.name)
  }

  add(app: object): void {
    const framework = frameworkOf(app)
    const routesOf = this.#routesOf(app, framework)
    this.#waiting.add(routesOf)
    const hear = (request: HeardRequest): void => {
      const follow = followRequest(framework, request)
      hearAnswer(request.res, (answer) => this.#note(answer, follow(), routesOf()))
    }
    this.#ends.push(listen(app, framework, hear))
  }

  stop(): void {
    for (const end of this.#ends.splice(0)) end()
  }

  data(): RecordedProblems {
    for (const routesOf of this.#waiting) routesOf()
    return this.#book.data()
  }

  // Later than when recording starts: an app may get its routes meanwhile.
  #routesOf(app: object, framework: Framework): () => Routes {
    let known: Routes | undefined
    const routesOf = (): Routes => {
      if (known !== undefined) return known
      this.#waiting.delete(routesOf)
      const collect = framework === 'express' ? collectExpress : collectKoa
      known = new Routes((this.#settings.routes ?? collect(app)) as RouteRecords)
      for (const route of known.all()) this.#book.declare(route, route.problems)
      this.#book.skip(known.skipped)
      return known
    }
    return routesOf
  }

  #note(answer: SentAnswer, request: RoutedRequest, routes: Routes): void {
    const { method, paths } = request
    const { status } = answer
    const [first, ...others] = routes.find(request).map((route) => this.#withEverywhere(route))
    if (first === undefined || isRefusedPath(status, paths)) {
      this.#book.stray({ method, path: String(paths[0]), status, count: 1 })
      return
    }
    const judged = judgeAnswer(answer, method === 'HEAD', [first, ...others], routes.all)
    if (judged === undefined) return
    if ('problem' in judged) this.#book.see(judged.route, judged.problem, judged.broken)
    else if (!this.#settings.ignore.has(status)) this.#book.miss(judged.route, judged.undeclared)
  }

  #withEverywhere(route: KnownRoute): KnownRoute {
    const { everywhere } = this.#settings
    return everywhere.length === 0 ? route : { ...route, problems: [...route.problems, ...everywhere.map(possibleEverywhere)] }
  }
}

// A router that cannot decode a path answers 400 by itself: no route was taken.
function isRefusedPath(status: number, paths: readonly string[]): boolean {
  if (status !== 400) return false
  try {
    paths.forEach(decodeURIComponent)
    return false
  } catch {
    return true
  }
}

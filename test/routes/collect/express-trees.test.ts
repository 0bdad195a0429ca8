/** Random trees of routers and apps: what is collected is what Express answers. */
import { IncomingMessage, ServerResponse } from 'node:http'
import { Socket } from 'node:net'
import { expect } from 'chai'
import type { NextFunction, Request, Response } from 'express'
import fc from 'fast-check'
import type { ProblemClass } from '../../../lib/define/problem-class.js'
import { NotFound } from '../../../lib/problem/classes.js'
import { collectExpress } from '../../../lib/routes/collect/express/express.js'
import { problems } from '../../../middleware/express/problems.js'
import { type ExpressVersion, versions } from './express-versions.js'

/** A segment of a path: Express 4 and 5 write some of them otherwise. */
type Segment = 'a' | 'b' | '(c)' | 'v1.0' | ':id' | ':from-:to' | ':file.json' | 'optional' | 'rest'

interface Path {
  readonly segments: readonly Segment[]
  readonly ending: '' | '/'
}

interface Route {
  readonly kind: 'route'
  readonly paths: readonly Path[]
  readonly way: 'get' | 'post' | 'all' | 'route' | 'route.all'
}

interface Mount {
  readonly kind: 'router' | 'app'
  readonly paths: readonly Path[]
  readonly children: readonly (Route | Mount)[]
  readonly isStrict: boolean
  readonly isCaseSensitive: boolean
}

const path: fc.Arbitrary<Path> = fc.record({
  segments: fc
    .tuple(
      fc.array(fc.constantFrom<Segment>('a', 'b', '(c)', 'v1.0', ':id', ':from-:to', ':file.json'), { maxLength: 3 }),
      fc.option(fc.constantFrom<Segment>('optional', 'rest'), { nil: undefined, freq: 3 }),
    )
    .map(([segments, last]) => (last === undefined ? segments : [...segments, last])),
  ending: fc.constantFrom('' as const, '' as const, '/' as const),
})
const paths = fc.oneof(
  { weight: 3, arbitrary: path.map((one) => [one]) },
  { weight: 1, arbitrary: fc.array(path, { minLength: 2, maxLength: 3 }) },
)
const { tree } = fc.letrec<{ tree: Mount; child: Route | Mount }>((tie) => ({
  tree: fc.record({
    kind: fc.constantFrom('router' as const, 'app' as const),
    paths,
    children: fc.array(tie('child'), { maxLength: 4 }),
    isStrict: fc.boolean(),
    isCaseSensitive: fc.boolean(),
  }),
  child: fc.oneof(
    { maxDepth: 4, depthSize: 'small' },
    fc.record({
      kind: fc.constant('route' as const),
      paths,
      way: fc.constantFrom('get', 'post', 'all', 'route', 'route.all'),
    }),
    tie('tree'),
  ),
}))

for (const version of versions) {
  describe(`collectExpress() through random trees of ${version.name}`, function () {
    this.timeout(60_000)

    it('finds paths which their routes answer', async () => {
      await fc.assert(
        fc.asyncProperty(tree, async (root) => {
          const app = version.express()
          const ids = new Map<ProblemClass, number>()
          add(app, root, version, ids)
          const records = collectExpress(app)
          for (const record of records) {
            const id = ids.get(record.problems[0]?.class as ProblemClass)
            const url = record.path.replace(/\{[^}]+\}/g, 'x')
            const hits = await hitsOf(app, record.method === '*' ? 'PATCH' : record.method, url)
            expect(hits, `${record.method} ${record.path}`).to.include(id)
          }
        }),
        { numRuns: 60 },
      )
    })

    it('finds each route that a request comes to', async () => {
      await fc.assert(
        fc.asyncProperty(
          tree,
          fc.array(fc.constantFrom('a', 'b', '(c)', 'v1.0', 'x', 'x-x', 'x.json'), { maxLength: 5 }),
          async (root, asked) => {
            const app = version.express()
            const ids = new Map<ProblemClass, number>()
            add(app, root, version, ids, !version.isFive)
            const found = new Set(collectExpress(app).map((record) => ids.get(record.problems[0]?.class as ProblemClass)))
            for (const method of ['GET', 'POST', 'PATCH'])
              for (const id of await hitsOf(app, method, `/${asked.join('/')}`)) expect([...found]).to.include(id)
          },
        ),
        { numRuns: 60 },
      )
    })
  })
}

type Router = ReturnType<ExpressVersion['express']['Router']>

function add(parent: Router, mount: Mount, version: ExpressVersion, ids: Map<ProblemClass, number>, noSplats = false): void {
  const { express } = version
  const { kind, children, isStrict, isCaseSensitive } = mount
  const inner = kind === 'app' ? express() : express.Router({ strict: isStrict, caseSensitive: isCaseSensitive })
  for (const child of children) {
    if (child.kind !== 'route') add(inner, child, version, ids, noSplats)
    else addRoute(inner, child, version, ids)
  }
  // The splat of Express 4 may be empty: a splat behind a splat has paths that no template of its own says.
  const mounts = noSplats
    ? mount.paths.map((one) => ({ ...one, segments: one.segments.filter((segment) => segment !== 'rest') }))
    : mount.paths
  parent.use(written(mounts, version), inner)
}

function addRoute(router: Router, { paths: given, way }: Route, version: ExpressVersion, ids: Map<ProblemClass, number>): void {
  const id = ids.size
  class Answered extends NotFound {
    static override readonly type = `https://example.com/${id}`
  }
  ids.set(Answered, id)
  const handler = (req: Request, _res: Response, next: NextFunction): void => {
    hitsIn(req).push(id)
    next()
  }
  const where = written(given, version)
  if (way === 'route') router.route(where).all(problems(Answered)).get(handler)
  else if (way === 'route.all') router.route(where).all(problems(Answered), handler)
  else router[way](where, problems(Answered), handler)
}

function written(given: readonly Path[], { isFive }: ExpressVersion): string | string[] {
  const texts = given.map(({ segments, ending }, index) => {
    const text = segments.map((segment, at) => segmentText(segment, isFive, `${index}${at}`)).join('')
    return text + (text.endsWith('*') ? '' : ending) || '/'
  })
  return texts.length === 1 ? (texts[0] as string) : texts
}

function segmentText(segment: Segment, isFive: boolean, unique: string): string {
  switch (segment) {
    case 'optional':
      return isFive ? `{/:opt${unique}}` : `/:opt${unique}?`
    case 'rest':
      return isFive ? `/*rest${unique}` : '/*'
    case '(c)':
      return '/\\(c\\)'
    case ':file.json':
      return `/:file${unique}.json`
    default:
      return `/${segment.replace(/:(\w+)/g, `:$1${unique}`)}`
  }
}

const HITS = Symbol('hits')

function hitsIn(req: object): number[] {
  return (req as { [HITS]: number[] })[HITS]
}

// Real requests and responses, without a connection: thousands are sent.
function hitsOf(app: unknown, method: string, url: string): Promise<readonly number[]> {
  const req = Object.assign(new IncomingMessage(new Socket()), { method, url, [HITS]: [] as number[] })
  const handle = app as (req: IncomingMessage, res: ServerResponse, next: (error?: unknown) => void) => void
  return new Promise((resolve, reject) => {
    handle(req, new ServerResponse(req), (error) =>
      error === undefined || error === null ? resolve(hitsIn(req)) : reject(error as Error),
    )
  })
}

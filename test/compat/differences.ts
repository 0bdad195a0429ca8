/** All that compat does differently from http-errors, and the words by which the guide says so. */
import { map } from '../../lib/foreign/map.js'
import { toProblem } from '../../lib/foreign/to-problem.js'
import { Conflict } from '../../lib/index.js'
import { constructorOf, type Implementation } from './table.js'

/** One difference. */
export interface Difference {
  /** A part of the guide's line. */
  readonly guide: string
  /** Shows it; run with both implementations. */
  readonly see: (createError: Implementation) => unknown
  readonly theirs: unknown
  readonly ours: unknown
}

const thrownBy = (run: () => unknown): unknown => {
  try {
    return run()
  } catch (error) {
    return [(error as Error).name, (error as Error).message]
  }
}

const get = (error: Error, ...names: readonly string[]): readonly unknown[] =>
  names.map((name) => (error as unknown as Record<string, unknown>)[name])

/** The differences. */
export const differences: readonly Difference[] = [
  {
    guide: '`undefined` counts as an absent argument.',
    see: (create) => thrownBy(() => get(create(404, 'text', undefined), 'status', 'message')),
    theirs: ['TypeError', 'argument #3 unsupported type undefined'],
    ours: [404, 'text'],
  },
  {
    guide: '`JSON.stringify(error)` gives the problem',
    see: (create) => JSON.parse(JSON.stringify(create(404, 'text', { id: 1 }))),
    theirs: { message: 'text', id: 1 },
    ours: { type: 'about:blank', title: 'Not Found', status: 404, detail: 'text' },
  },
  {
    guide: 'An error has `type`, `title`, `detail` and `extensions`',
    see: (create) => get(create(404, 'text'), 'type', 'title', 'detail', 'extensions'),
    theirs: [undefined, undefined, undefined, undefined],
    ours: ['about:blank', 'Not Found', 'text', {}],
  },
  {
    guide: 'A status that is no whole number becomes 500.',
    see: (create) => [Number.NaN, 404.5].flatMap((status) => get(create(status), 'status', 'name')),
    theirs: [Number.NaN, 'Error', 404.5, 'BadRequestError'],
    ours: [500, 'InternalServerError', 500, 'InternalServerError'],
  },
  {
    guide: 'Nothing warns of a status below 400',
    see: (create) => {
      const seen: string[] = []
      const listen = (warning: Error): number => seen.push(warning.message)
      const events: NodeJS.EventEmitter = process
      events.on('deprecation', listen)
      create(302)
      events.off('deprecation', listen)
      return seen
    },
    theirs: ['non-error status code; use only 4xx or 5xx status codes'],
    ours: [],
  },
  {
    guide: 'An error with 408 or 426 has `headers` from the start',
    see: (create) => [404, 408, 426].flatMap((status) => get(create(status), 'headers')),
    theirs: [undefined, undefined, undefined],
    ours: [undefined, { Connection: 'close' }, { Connection: 'Upgrade' }],
  },
  {
    guide: 'A class that extends a constructor keeps its prototype',
    see: (create) => {
      const NotFound = constructorOf(create, 'NotFound')
      class OutOfStock extends NotFound {}
      const error = new OutOfStock()
      return [error instanceof OutOfStock, error instanceof NotFound, error.name]
    },
    theirs: [false, true, 'NotFoundError'],
    ours: [true, true, 'NotFoundError'],
  },
  {
    guide: 'There are three more names',
    see: (create) => ['ContentTooLarge', 'RequestEntityTooLarge', 'UnprocessableContent'].map((name) => name in create),
    theirs: [false, false, false],
    ours: [true, true, true],
  },
  {
    guide: '`map` of a handler is not asked, as for every problem.',
    see: (create) => toProblem(create(404), { map: [map(Error, Conflict)] }).status,
    theirs: 409,
    ours: 404,
  },
]

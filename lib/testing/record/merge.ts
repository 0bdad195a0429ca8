/** Merges the shards of parallel test workers. */

import { itemsOf } from '../../guard/read.js'
import { wrongArgument } from '../../guard/refuse.js'
import { Book } from './book.js'
import { readShard } from './read-shard.js'
import type { RecordedProblems } from './recorded.js'
import { reportOf } from './report.js'
import type { ProblemReport } from './reported.js'

/**
 * Merges the shards of a test run, each as `recorder.toJSON()` gives it or as its file holds it, and makes a report for each app, by its name.
 *
 * @throws TypeError with the code ERR_PROBLEM_ARGUMENT for what is no shard
 * @example
 * const app = express()
 * const handler = problems(NotFound).on(() => {
 *   throw new NotFound('There is no book with this number.')
 * })
 * app.get('/books/:id', handler)
 * const workers = [recordProblems(app, { name: 'books' }), recordProblems(app, { name: 'books' })]
 * const [report] = mergeShards(workers.map((recorder) => recorder.toJSON()))
 * console.log(report?.summary) // books: 0 of 1 declared problems seen, 0 undeclared; never seen: GET /books/{id} 404
 */
export function mergeShards(shards: readonly unknown[]): readonly ProblemReport[] {
  const items = itemsOf(shards)
  if (items === undefined) throw wrongArgument('mergeShards(shards)', 'a list of shards', shards)
  return mergeRecorded(items.map((shard, index) => readShard(shard, `shards[${index}]`))).map(reportOf)
}

/** Merges shards that were read, one for each app. */
export function mergeRecorded(shards: readonly RecordedProblems[]): readonly RecordedProblems[] {
  const books = new Map<string, Book>()
  for (const shard of shards) {
    const book = books.get(shard.name) ?? new Book(shard.name)
    book.add(shard)
    books.set(shard.name, book)
  }
  return [...books.values()].map((book) => book.data())
}

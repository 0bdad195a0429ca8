/** Finds and reads the shards that recorders have written. */
import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { readShard } from '../../lib/testing/record/read-shard.js'
import type { RecordedProblems } from '../../lib/testing/record/recorded.js'
import { InputError, reasonOf } from '../command.js'

/** Reads the shards of files and folders: of a folder, the files in it that end in `.json`. */
export function readShards(sources: readonly string[]): readonly RecordedProblems[] {
  // A file that is named twice, by itself and by its folder, counts once.
  return [...new Set(sources.flatMap(filesOf))].map(readShardFile)
}

function filesOf(source: string): readonly string[] {
  try {
    if (!statSync(source).isDirectory()) return [join(source)]
  } catch (error) {
    throw new InputError(
      `${source} cannot be read: ${reasonOf(error)}. Name a file or a folder that recorder.save() has written`,
      { cause: error },
    )
  }
  const files = readdirSync(source).filter((name) => name.endsWith('.json'))
  if (files.length === 0)
    throw new InputError(
      `${source} has no file that ends in .json. Run the tests first: each worker calls recorder.save('${source}')`,
    )
  return files.sort().map((name) => join(source, name))
}

function readShardFile(file: string): RecordedProblems {
  try {
    return readShard(JSON.parse(readFileSync(file, 'utf8')), 'shard')
  } catch (error) {
    const what = error instanceof SyntaxError ? `is no JSON: ${error.message}` : `is no shard: ${reasonOf(error)}`
    throw new InputError(`${file} ${what}. Remove it, or write it again with recorder.save()`, { cause: error })
  }
}

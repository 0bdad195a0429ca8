/** Writes a shard as a file. */
import { jsonText } from '../../../schemas/json-text.js'
import { bare } from '../../guard/bare.js'
import { nameError, nameValue } from '../../guard/name.js'
import { read } from '../../guard/read.js'
import { isFunction, isText, misuse } from '../../guard/refuse.js'
import { builtin } from './builtin.js'
import type { RecordedProblems } from './recorded.js'

interface Files {
  mkdirSync(path: string, options: object): unknown
  writeFileSync(path: string, text: string): void
  renameSync(from: string, to: string): void
}

/** Writes a shard to a file that ends in `.json`, or under a name of its own into a folder; gives the path. */
export function saveShard(shard: RecordedProblems, target: unknown): string {
  if (!isText(target))
    throw misuse({ code: 'ERR_PROBLEM_ARGUMENT', place: 'recorder.save(path)', expected: PATH, got: nameValue(target) })
  const fs = builtin('fs')
  if (!isFunction(read(fs, 'renameSync')))
    throw misuse({
      code: 'ERR_PROBLEM_ARGUMENT',
      place: 'recorder.save(path)',
      expected: 'a host with files, such as Node 20.19 and later (elsewhere, write JSON.stringify(recorder) yourself)',
      got: 'one without process.getBuiltinModule()',
    })
  return write(fs as Files, shard, target)
}

const PATH = 'the path of a file that ends in .json, or of a folder'

function write(fs: Files, shard: RecordedProblems, target: string): string {
  const path = target.endsWith('.json') ? target : `${target.replace(/[/\\]+$/, '')}/${fileName(shard.name)}`
  const folder = path.replace(/[^/\\]*$/, '')
  const draft = `${path}.${unique()}.tmp`
  try {
    if (folder !== '') fs.mkdirSync(folder, bare({ recursive: true }))
    // Whoever reads meanwhile finds all of it, or nothing.
    fs.writeFileSync(draft, `${jsonText(shard)}\n`)
    fs.renameSync(draft, path)
  } catch (error) {
    throw new Error(`recorder.save(): ${path} cannot be written: ${nameError(error)}. Name another place`, { cause: error })
  }
  return path
}

// Workers run at the same time, and one may have several recorders.
function fileName(name: string): string {
  return `${name.replace(/[^\w.-]+/g, '-')}-${unique()}.json`
}

function unique(): string {
  const id = String(read(read(globalThis, 'process'), 'pid'))
  return `${id}-${Date.now().toString(36)}-${Math.random().toString(36).slice(2, 10)}`
}

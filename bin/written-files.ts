/** Writes the files of a command, or compares them with those that are there. */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { reasonOf } from './command.js'

/** A file by its path, with its text. */
export type WrittenFile = readonly [path: string, text: string]

/** Writes files; one that cannot be written is told by its path. */
export function writeFiles(files: readonly WrittenFile[]): void {
  for (const [path, text] of files) {
    try {
      mkdirSync(dirname(path), { recursive: true })
      writeFileSync(path, text)
    } catch (error) {
      throw new Error(`${path} cannot be written: ${reasonOf(error)}. Name another file with --out, or make room for this one`, {
        cause: error,
      })
    }
  }
}

/** Names the files that are missing or have another text. */
export function staleFiles(files: readonly WrittenFile[]): readonly string[] {
  return files.filter(([path, text]) => textOf(path) !== text).map(([path]) => path)
}

function textOf(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    return undefined
  }
}

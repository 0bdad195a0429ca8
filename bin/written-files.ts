/** Writes the files of a command, or compares them with those that are there. */
import { existsSync, mkdirSync, readFileSync, realpathSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { reasonOf } from './command.js'

/** A file by its path, with its text. */
export type WrittenFile = readonly [path: string, text: string]

/** Writes files, each as a whole or not at all; one that cannot be written is told by its path. */
export function writeFiles(files: readonly WrittenFile[]): void {
  const drafts: { readonly path: string; readonly place: string; readonly draft: string }[] = []
  try {
    for (const [path, text] of files)
      attempt(path, () => {
        mkdirSync(dirname(path), { recursive: true })
        // A link stays, and what it leads to is written.
        const place = existsSync(path) ? realpathSync(path) : path
        const draft = `${place}.${process.pid}.draft`
        drafts.push({ path, place, draft })
        writeFileSync(draft, text)
      })
    // None takes its place before all are written: what a command writes belongs together.
    for (const { path, place, draft } of drafts) attempt(path, () => renameSync(draft, place))
  } finally {
    for (const { draft } of drafts) rmSync(draft, { force: true })
  }
}

function attempt(path: string, write: () => void): void {
  try {
    write()
  } catch (error) {
    throw new Error(`${path} cannot be written: ${reasonOf(error)}. Name another file with --out, or make room for this one`, {
      cause: error,
    })
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

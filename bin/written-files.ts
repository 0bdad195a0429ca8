/** Writes the files of a command, or compares them with those that are there. */
import {
  chmodSync,
  closeSync,
  existsSync,
  mkdirSync,
  openSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { dirname } from 'node:path'
import { InputError, reasonOf } from './command.js'

/** A file by its path, with its text. */
export type WrittenFile = readonly [path: string, text: string]

/**
 * Writes files, each as a whole or not at all: whoever reads one meanwhile, or ends us, has the old text or the new one. Modes stay. One that cannot be
 * written is an InputError with its path.
 */
export function writeFiles(files: readonly WrittenFile[]): void {
  const drafts: { readonly path: string; readonly place: string; readonly draft: string }[] = []
  try {
    for (const [path, text] of files)
      attempt(path, () => {
        mkdirSync(dirname(path), { recursive: true })
        const place = existsSync(path) ? writable(path) : path
        const draft = `${place}.${process.pid}.draft`
        drafts.push({ path, place, draft })
        writeFileSync(draft, text)
        if (existsSync(place)) chmodSync(draft, statSync(place).mode)
      })
    // None takes its place before all are written: what a command writes belongs together.
    for (const { path, place, draft } of drafts) attempt(path, () => renameSync(draft, place))
  } finally {
    for (const { draft } of drafts) rmSync(draft, { force: true })
  }
}

// A link stays, and what it leads to is written. A folder, or a file that must not be written, is refused before anything has changed.
function writable(path: string): string {
  const place = realpathSync(path)
  closeSync(openSync(place, 'r+'))
  return place
}

function attempt(path: string, write: () => void): void {
  try {
    write()
  } catch (error) {
    throw new InputError(
      `${path} cannot be written: ${reasonOf(error)}. Name another file with --out, or make room for this one`,
      {
        cause: error,
      },
    )
  }
}

/** Names the files that are missing or have another text. */
export function staleFiles(files: readonly WrittenFile[]): readonly string[] {
  return files.filter(([path, text]) => textOf(path) !== text).map(([path]) => path)
}

/** Gives the text of a file; `undefined` where it cannot be read. */
export function textOf(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    return undefined
  }
}

/** Writes the files of a command, or compares them with those that are there. */
import {
  chmodSync,
  existsSync,
  mkdirSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { InputError, reasonOf } from './command.js'

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

/** Puts a text in the place of a file at once: whoever reads it meanwhile, or ends us, has the old text or the new one. Its mode stays. */
export function replaceFile(path: string, text: string): void {
  // What a link points to, and not the link.
  const file = existsSync(path) ? realpathSync(path) : path
  const draft = join(dirname(file), `.${basename(file)}.${process.pid}.tmp`)
  try {
    mkdirSync(dirname(file), { recursive: true })
    writeFileSync(draft, text)
    if (existsSync(file)) chmodSync(draft, statSync(file).mode)
    renameSync(draft, file)
  } catch (error) {
    if (existsSync(draft)) rmSync(draft)
    throw new InputError(
      `${path} cannot be written: ${reasonOf(error)}. Name another file with --out, or make room for this one`,
      { cause: error },
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

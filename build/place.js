// Puts what was built in its place, so that whoever uses the old one at this moment is not disturbed: a second `npm test` in the same checkout.
import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'

/** Copies a file where its content is another; a reader sees the old one or the new one, and never a part. */
export function placeFile(from, to) {
  const content = readFileSync(from)
  if (contentOf(to)?.equals(content)) return
  mkdirSync(dirname(to), { recursive: true })
  const draft = `${to}.${process.pid}.new`
  writeFileSync(draft, content, { mode: statSync(from).mode })
  renameSync(draft, to)
}

/** Copies a folder so. */
export function placeFolder(from, to) {
  for (const file of filesIn(from)) placeFile(join(from, file), join(to, file))
}

/** Removes files that the new folder does not have. Drafts of another build, which runs now, stay. */
export function removeOthers(from, to) {
  const wanted = new Set(filesIn(from))
  for (const file of filesIn(to)) if (!wanted.has(file) && !file.endsWith('.new')) rmSync(join(to, file), { force: true })
}

function filesIn(folder) {
  const entries = readdirSync(folder, { withFileTypes: true, recursive: true })
  return entries.filter((entry) => !entry.isDirectory()).map(({ parentPath, name }) => relative(folder, join(parentPath, name)))
}

function contentOf(file) {
  try {
    return readFileSync(file)
  } catch {
    return undefined
  }
}

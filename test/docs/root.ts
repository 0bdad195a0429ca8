/** Finds the root of the repository from the compiled tests. */
import { readFileSync } from 'node:fs'
import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** The folder that holds package.json. */
export const root = fileURLToPath(new URL('../../../', import.meta.url))

/** Reads a file by its path from the root. */
export function readSource(path: string): string {
  return readFileSync(join(root, path), 'utf8')
}

/** Lists the files under a folder that end so, as paths from the root, in the order of the alphabet. */
export async function listFiles(folder: string, ending: string): Promise<readonly string[]> {
  const entries = await readdir(join(root, folder), { recursive: true })
  return entries
    .filter((entry) => entry.endsWith(ending))
    .map((entry) => join(folder, entry))
    .sort()
}

/** Writes the generated pages: `npm run docs`. */
import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { pages } from './pages/pages.js'
import { root } from './root.js'

for (const [path, write] of Object.entries(pages)) {
  const file = join(root, path)
  mkdirSync(dirname(file), { recursive: true })
  writeFileSync(file, write())
  console.log(`${path}: written`)
}

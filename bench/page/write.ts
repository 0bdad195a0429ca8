/** Writes the page and its picture. */
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { root } from '../../test/package/command.js'
import { contendersOf } from '../requests/contenders/index.js'
import type { Numbers } from './numbers.js'
import { makePage } from './page.js'
import { drawPicture } from './picture.js'
import type { AllContenders } from './ranking.js'

/** Writes `docs/reference/performance.md` and `docs/images/performance.svg`. */
export async function writePage(numbers: Numbers): Promise<void> {
  const contenders: AllContenders = { express: await contendersOf('express'), koa: await contendersOf('koa') }
  write('docs/reference/performance.md', makePage(numbers, contenders))
  write('docs/images/performance.svg', drawPicture(numbers.nodes, contenders))
}

function write(path: string, text: string): void {
  writeFileSync(join(root, path), text)
  console.log(`${path}: written`)
}

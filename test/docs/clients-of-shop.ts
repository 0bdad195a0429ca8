/** Runs the code of a guide that talks to the bookshop, with the problem types of the shop beside it. */
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { expect } from 'chai'
import { isPrintedAs, promisedOutput, type Ran, runFile } from './example-module.js'
import { type Fence, fencesOf } from './markdown.js'
import { root } from './root.js'

/** Where the shop listens for who follows a guide. */
const SHOWN_ORIGIN = 'http://localhost:3000'

/** Tells whether a fence has a client of the bookshop: a module that needs the shop, and that of `libraries` their packages. */
export function isClientOfShop({ language, info }: Fence): boolean {
  return language === 'js' && /^bookshop\b/.test(info)
}

/** Lists the clients on a page; those that need a library, or all others. */
export function clientsOn(page: string, library: boolean): readonly Fence[] {
  return fencesOf(page).filter((fence) => isClientOfShop(fence) && fence.info.endsWith(' libraries') === library)
}

/** Runs a client against a shop, and compares each line that it promises to print. What the shop logs is not the client's. */
export async function runClientOfShop(name: string, { text }: Fence, origin: string, folder: string): Promise<Ran> {
  mkdirSync(folder, { recursive: true })
  const problems = pathToFileURL(join(root, '.build/examples/bookshop/problems.js')).href
  writeFileSync(join(folder, 'problems.js'), `export * from '${problems}'\n`)
  const file = join(folder, `${name.replace(/[^a-z0-9]+/gi, '-')}.mjs`)
  writeFileSync(file, text.replaceAll(SHOWN_ORIGIN, origin))
  const ran = await runFile(file, ['log'])
  const promises = promisedOutput(text)
  expect(ran.printed.length, 'what is printed').to.equal(promises.length)
  for (const [index, promise] of promises.entries()) {
    expect(isPrintedAs(ran.printed[index] ?? [], promise), `printed ${String(ran.printed[index])}, not: ${promise}`).to.equal(
      true,
    )
  }
  return ran
}

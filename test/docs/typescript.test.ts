/** Compiles the TypeScript of the README, the tutorial and the guides, each block as a module of its own. */
import { execFile } from 'node:child_process'
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { expect } from 'chai'
import { exampleFolder } from './example-module.js'
import { fencesOf } from './markdown.js'
import { listFiles, readSource, root } from './root.js'

const folder = join(exampleFolder, 'typescript')
const compilerOptions = {
  module: 'nodenext',
  target: 'es2022',
  strict: true,
  exactOptionalPropertyTypes: true,
  noEmit: true,
  types: ['node'],
  // The types of Koa and of Express 5 contradict each other.
  skipLibCheck: true,
}

const listed = await listFiles('docs/guides', '.md')

describe('the TypeScript of the guides', () => {
  for (const page of ['README.md', 'docs/tutorial.md', ...listed]) {
    for (const { info, line, text } of fencesOf(readSource(page)).filter(({ language }) => language === 'ts')) {
      it(`compiles in ${page} below line ${line}`, async () => {
        const name = `${page.replace(/[^a-z0-9]+/gi, '-')}-${line}`
        mkdirSync(folder, { recursive: true })
        writeFileSync(join(folder, `${name}.mts`), text)
        const options = info === '' ? {} : { [info]: true, declaration: true }
        const project = { compilerOptions: { ...compilerOptions, ...options }, files: [`${name}.mts`] }
        writeFileSync(join(folder, `${name}.json`), JSON.stringify(project))
        expect(await messagesOf(join(folder, `${name}.json`))).to.equal('')
      })
    }
  }

  it('is refused where it is wrong', async () => {
    mkdirSync(folder, { recursive: true })
    writeFileSync(join(folder, 'wrong.mts'), "import { Conflict } from 'http-problems'\nnew Conflict(true)\n")
    writeFileSync(join(folder, 'wrong.json'), JSON.stringify({ compilerOptions, files: ['wrong.mts'] }))
    expect(await messagesOf(join(folder, 'wrong.json'))).to.include('wrong.mts(2')
  })
})

async function messagesOf(project: string): Promise<string> {
  const compiler = join(root, 'node_modules', 'typescript', 'bin', 'tsc')
  const run = promisify(execFile)(process.execPath, [compiler, '-p', project], { cwd: root })
  return run.then(
    ({ stdout }) => stdout,
    ({ stdout }: { stdout: string }) => stdout,
  )
}

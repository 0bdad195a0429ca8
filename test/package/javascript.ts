/** JavaScript projects that use the tarball: both formats alone, both in one process, and two installed copies. */
import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { meanings } from '../../lib/status/meanings.js'
import { entries } from '../entries.js'
import { node } from './command.js'
import { makeProject } from './project.js'
import type { Report } from './report.js'

const runs = [
  { type: 'module', name: 'a plain project of ES modules answers real requests', file: 'plain.mjs' },
  { type: 'module', name: 'both formats and two installed copies recognise each other', file: 'both-formats.mjs' },
  { type: 'commonjs', name: 'a plain project of CommonJS answers real requests', file: 'plain.cjs' },
  { type: 'module', name: 'ES modules check members with ajv, which they load when needed', file: 'declared.mjs' },
  { type: 'commonjs', name: 'CommonJS checks members with ajv, which it loads when needed', file: 'declared.cjs' },
  { type: 'commonjs', name: 'compat is callable from both formats', file: 'compat.cjs' },
  {
    type: 'commonjs',
    name: 'a handler answers the problems of another format and of another copy',
    file: 'answer-of-a-copy.cjs',
  },
] as const

/** Runs the projects. */
export async function checkJavaScript({ check, heading }: Report, parent: string, tarball: string): Promise<void> {
  for (const type of ['module', 'commonjs'] as const) {
    heading(`JavaScript: ${type}`)
    const loader = type === 'module' ? 'loaded.mjs' : 'loaded.cjs'
    const files = [...runs.filter((run) => run.type === type).map(({ file }) => file), loader]
    const dependencies = {
      'http-problems': `file:${tarball}`,
      'http-problems-copy': `file:${tarball}`,
      express: '^5.0.0',
      koa: '^3.0.0',
    }
    let folder: string | undefined
    await check('npm install', async () => {
      folder = await makeProject(parent, { name: `JavaScript ${type}`, type, dependencies, files })
    })
    const project = folder
    if (project === undefined) continue
    for (const { name, file } of runs.filter((run) => run.type === type)) {
      await check(name, async () => {
        await node(project, file)
      })
    }
    await check('http-problems compile writes validators that run without ajv and without code from text', async () => {
      const [declared, validators] =
        type === 'module' ? ['declared.mjs', './validators.mjs'] : ['declared.cjs', './validators.cjs']
      await node(project, 'node_modules/.bin/http-problems', 'compile', declared, '--out', validators)
      await node(project, '--disallow-code-generation-from-strings', declared, validators)
    })
    for (const { name: entry } of entries.filter(({ source }) => source.startsWith('middleware/'))) {
      await check(`${entry} loads its own files only: no ajv, no framework, no prose of the status codes`, async () => {
        checkLoaded((await node(project, loader, entry)).trim().split('\n'))
      })
    }
  }
}

/** Judges the list of loaded modules: files of the package's dist and modules of Node. */
function checkLoaded(modules: readonly string[]): void {
  const own = modules.filter((name) => name.includes('/node_modules/http-problems/dist/'))
  const builtin = modules.filter((name) => /^(?:node:)?[a-z0-9_/]+$/.test(name))
  // To find and open a file takes longer than to run what is in it.
  assert.ok(
    own.length > 0 && own.length <= 4,
    `${own.length} files of the package are loaded instead of an entry and what entries share`,
  )
  assert.deepEqual(
    modules.filter((name) => !own.includes(name) && !builtin.includes(name)),
    [],
    'files of others are loaded',
  )
  const texts = own.map((name) => readFileSync(name.replace(/^file:\/\//, ''), 'utf8'))
  const prose = Object.values(meanings).filter((one) => texts.some((text) => one !== undefined && text.includes(one.meaning)))
  assert.deepEqual(prose, [], 'the prose is loaded')
}

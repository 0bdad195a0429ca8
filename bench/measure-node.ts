/** Measures all that was asked for with one Node.js. */
import type { Arguments } from './arguments.js'
import { type ErrorCosts, measureErrors } from './errors/errors.js'
import { EMPTY, launchAll, subject, UNRUN } from './load-time/launches.js'
import { type Loaded, show } from './load-time/report.js'
import type { NodeProgram } from './nodes.js'
import type { NodeNumbers } from './page/numbers.js'
import { contendersOf, type Framework, frameworks } from './requests/contenders/index.js'
import { type Measured, measure } from './requests/measure.js'
import { takeProfile } from './requests/profile/profile.js'
import type { SelfTime } from './requests/profile/self-times.js'
import { showPairs } from './requests/report.js'

const LOAD_LAUNCHES = { longestMs: 20_000, least: 5, most: 15 }

/** Measures the parts that the arguments name, and shows what has no line among the limits. */
export async function measureNode(node: NodeProgram, options: Arguments): Promise<NodeNumbers> {
  const { parts, plan, whole, inProcess } = options
  const how = { node: node.path, inProcess }
  const pairs: Partial<Record<Framework, readonly Measured[]>> = {}
  const profiles: Partial<Record<Framework, readonly SelfTime[]>> = {}
  for (const framework of frameworks.filter((name) => parts.includes(name))) {
    const measured = await measure(framework, how, plan, (text) => showProgress(`Node ${node.version}, ${text}`))
    pairs[framework] = measured
    console.log(showPairs(framework, await contendersOf(framework), measured))
    if (whole) profiles[framework] = (await takeProfile({ framework, name: 'ours' }, node, plan)).times
  }
  const errors = parts.includes('errors') ? await errorsOf(node, plan.launches) : []
  const loaded = parts.includes('load') ? await loadedOf(node) : []
  return { node: node.version, pairs, profiles, errors, loaded }
}

function errorsOf(node: NodeProgram, launches: number): Promise<readonly ErrorCosts[]> {
  showProgress(`Node ${node.version}, errors: ${launches} launches`)
  return measureErrors(node.path, launches)
}

async function loadedOf(node: NodeProgram): Promise<readonly Loaded[]> {
  showProgress(`Node ${node.version}, load: ${LOAD_LAUNCHES.most} launches`)
  const names = ['http-problems', 'http-problems/express', 'http-problems/koa', 'http-errors', 'express', EMPTY, UNRUN]
  const subjects = names.map((name) => subject('import', name))
  await launchAll(subjects, node.path, LOAD_LAUNCHES)
  console.log(show(subjects, node.version))
  return subjects.map(({ title, costs }) => ({ title, costs }))
}

// On standard error, so that the tables can go to a file.
function showProgress(text: string): void {
  process.stderr.write(`${text}\n`)
}

/** The groups that are compared; ratios are taken inside of a group only. */
import type { Contenders } from './contender.js'

/** The frameworks, as the command line names them. */
export const frameworks = ['express', 'koa'] as const

/** The name of a group. */
export type Framework = (typeof frameworks)[number]

/** Loads the contenders of one framework, and nothing of the other. */
export async function contendersOf(framework: Framework): Promise<Contenders> {
  return framework === 'express' ? (await import('./express.js')).expressContenders : (await import('./koa.js')).koaContenders
}

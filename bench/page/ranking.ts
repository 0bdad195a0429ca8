/** Lists the contenders that fail, each beside an answer by hand: for the table and the picture. */
import { majorOf, majors } from '../nodes.js'
import type { Contenders } from '../requests/contenders/contender.js'
import type { Framework } from '../requests/contenders/index.js'
import { comparedWithByHand, microsOf, type NodeNumbers } from './numbers.js'

/** The contenders of each framework. */
export type AllContenders = Readonly<Record<Framework, Contenders>>

/** How the frameworks are called. */
export const frameworkTitles: Readonly<Record<Framework, string>> = { express: 'Express 5', koa: 'Koa 3' }

/** One contender on the versions of Node.js in the order of `majors`; a number that was not measured is NaN. */
export interface Ranked {
  readonly name: string
  readonly title: string
  /** CPU time divided by that of an answer by hand. */
  readonly ratios: readonly number[]
  /** Microseconds of CPU for a request. */
  readonly micros: readonly number[]
}

/** Lists the contenders of a framework, but for those that succeed. */
export function rank(framework: Framework, contenders: Contenders, nodes: readonly NodeNumbers[]): Ranked[] {
  const perMajor = majors.map((major) => nodes.find(({ node }) => majorOf({ version: node }) === major))
  const each = (read: (numbers: NodeNumbers) => number | undefined): number[] =>
    perMajor.map((numbers) => (numbers && read(numbers)) ?? Number.NaN)
  return Object.entries(contenders)
    .filter(([name]) => !name.startsWith('success'))
    .map(([name, { title }]) => ({
      name,
      title,
      ratios: each((numbers) => comparedWithByHand(numbers, framework, name)),
      micros: each((numbers) => microsOf(numbers, framework, name)),
    }))
}

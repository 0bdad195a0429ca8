/** The floors: what is reached by something that does less in the place of ours. */
import type { Framework } from '../requests/contenders/index.js'
import { comparedWithByHand, type NodeNumbers } from './numbers.js'

/** What something reaches that does less than ours. */
export interface Floor {
  readonly what: string
  readonly value: number
}

const floorTexts = {
  empty: 'an empty answer',
  bytes: 'our bytes, known before',
  unchecked: 'the same answer, nothing checked',
}

/** Compares the floors with what ours is compared with; `kind` leads to those of another way to answer. */
export function floorsAgainst(numbers: NodeNumbers, framework: Framework, base: string, kind = 'floor'): readonly Floor[] {
  const other = comparedWithByHand(numbers, framework, base)
  return Object.entries(floorTexts).flatMap(([name, what]) => {
    const value = comparedWithByHand(numbers, framework, `${kind}-${name}`)
    return floor(what, value === undefined || other === undefined ? undefined : value / other)
  })
}

/** Names a floor, where it was measured. */
export function floor(what: string, value: number | undefined): readonly Floor[] {
  return value === undefined ? [] : [{ what, value }]
}

/**
 * Marks what was generated, so that a later run may change it or take it away. Whoever takes the mark away owns the place from then on: nothing
 * without it is ever changed.
 */
import { own } from '../../../schemas/json.js'
import { isRecord } from '../../guard/read.js'

// A specification extension, which every object that is generated may have: schemas, responses, header fields and examples.
const MARK = 'x-generated-by'
const OURS = 'http-problems'

/** Adds the mark at the end of an object. */
export function marked<Made extends object>(made: Made): Made {
  return { ...made, [MARK]: OURS }
}

/** Tells whether an object has the mark. */
export function isGenerated(value: unknown): boolean {
  return isRecord(value) && own(value, MARK) === OURS
}

/** What a problem holds. It may come from another copy of the package, have been changed since it was made, or be hostile. */
import { endsInRoot } from '../../schemas/json.js'
import { read } from '../guard/read.js'

/** The standard members of a problem, as they are found: nothing of them is checked. */
export interface HeldMembers {
  readonly type: unknown
  readonly title: unknown
  readonly status: unknown
  readonly detail: unknown
  readonly instance: unknown
}

/** Reads the standard members, each once where none of them throws. One that cannot be read, or that every object has, is `undefined`. */
export function heldMembers(problem: object): HeldMembers {
  try {
    if (endsInRoot(problem) && !isRootPolluted()) {
      const { type, title, status, detail, instance } = problem as HeldMembers
      return { type, title, status, detail, instance }
    }
  } catch {
    // One of them throws when it is read: the others are read one by one.
  }
  return {
    type: read(problem, 'type'),
    title: read(problem, 'title'),
    status: read(problem, 'status'),
    detail: read(problem, 'detail'),
    instance: read(problem, 'instance'),
  }
}

/** Tells whether every object of the process has a property with the name of one of ours. Name by name: a loop takes as long as a tenth of a problem. */
export function isRootPolluted(): boolean {
  const root = Object.prototype
  return (
    'type' in root ||
    'title' in root ||
    'status' in root ||
    'detail' in root ||
    'instance' in root ||
    'extensions' in root ||
    'headers' in root ||
    'expose' in root
  )
}

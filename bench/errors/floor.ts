/** The floor for an error of ours: the same members and no stack, and nothing that checks or copies. */
import { setStackLimit, stackLimit } from '../../lib/problem/stack.js'

class UncheckedConflict extends Error {
  readonly type = 'about:blank'
  readonly title = 'Conflict'
  readonly status = 409
  readonly detail: string

  constructor(detail: string) {
    super(detail)
    this.detail = detail
  }
}

/** Makes an error with the members of a problem. */
export function uncheckedConflict(detail: string): UncheckedConflict {
  const limit = stackLimit()
  setStackLimit(0)
  const made = new UncheckedConflict(detail)
  setStackLimit(limit)
  return made
}

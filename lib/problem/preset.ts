/** What a class or a function of this package knows of a problem that it makes, besides what its caller says. */

import { bare, bareCopy } from '../guard/bare.js'
import type { ProblemFault, ReportFault } from '../guard/fault.js'
import type { ProblemHeaders } from './headers.js'

/** The particulars; each has the last word only where the caller's options say nothing. */
export interface Particulars {
  readonly type?: string
  readonly title?: string
  /** Gives the explanation where the options have none; it is sent with a 5xx too. */
  readonly detail?: (report: ReportFault) => string
  /** The members of a declared type. */
  readonly members?: unknown
  /** Fields of a declared type. */
  readonly headers?: ProblemHeaders
  /** Whether a stack is captured. */
  readonly stack?: boolean
  /** Names of options that were read already. */
  readonly known?: ReadonlySet<string>
  readonly faults?: readonly ProblemFault[]
}

const NOTHING: Particulars = bare({})

/** Hands particulars to a constructor. A class, so that nothing that a caller passes is taken for it. */
export class WithParticulars {
  // Private: to ask a Proxy for it runs none of its traps, as `instanceof` would.
  readonly #particulars: Particulars

  constructor(particulars: Particulars) {
    this.#particulars = bareCopy(particulars)
  }

  /** Reads the particulars from the last argument of a constructor. */
  static read(argument: unknown): Particulars {
    return typeof argument === 'object' && argument !== null && #particulars in argument ? argument.#particulars : NOTHING
  }
}

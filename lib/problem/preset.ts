/** What a class or a function of this package knows of a problem that it makes, besides what its caller says. */

import { bare, bareCopy } from '../guard/bare.js'
import type { ProblemFault, ReportFault } from '../guard/fault.js'
import type { ProblemHeaders } from './headers.js'

/** What is preset; each has the last word only where the caller's options say nothing. */
export interface Preset {
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

const NOTHING: Preset = bare({})

/** The argument of a constructor that has a preset. A class, so that nothing that a caller passes is taken for one. */
export class PresetArgument {
  // Private: to ask a Proxy for it runs none of its traps, as `instanceof` would.
  readonly #preset: Preset

  constructor(preset: Preset) {
    this.#preset = bareCopy(preset)
  }

  /** Reads the preset from the last argument of a constructor; whatever else stands there has none. */
  static read(argument: unknown): Preset {
    return typeof argument === 'object' && argument !== null && #preset in argument ? argument.#preset : NOTHING
  }
}

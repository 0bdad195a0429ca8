/** The options that say what errors become: `map`, `expose`, `describeFault`, `constraints` and `thrownFaults`, together. */
import type { ProblemFault, ReportFault } from '../guard/fault.js'
import { read } from '../guard/read.js'
import { type DescribeFault, prepareDescribeFault } from '../validate/describe-fault.js'
import { NO_CONSTRAINTS, type PreparedConstraints, prepareConstraints } from './constraints.js'
import { type PlacedExposed, prepareExposed } from './expose.js'
import { type PlacedMapper, prepareMappers } from './map.js'
import { prepareThrownFaults, type ThrownFaults } from './thrown-faults.js'

/** What a handler or a scope of routes knows about errors: its options, checked. */
export interface Conversion {
  readonly mappers: readonly PlacedMapper[]
  readonly exposed: readonly PlacedExposed[]
  readonly describeFault: DescribeFault | undefined
  readonly constraints: PreparedConstraints
  /** Whose fault an error of a validator is; `undefined` where nobody said. */
  readonly thrownFaults: ThrownFaults | undefined
}

type OptionName = 'map' | 'expose' | 'describeFault' | 'constraints' | 'thrownFaults'

/** Checks the options that say what errors become. */
export function prepareConversion(options: { readonly [Name in OptionName]?: unknown }, owner?: string): Conversion {
  return {
    mappers: prepareMappers(options.map, owner),
    exposed: prepareExposed(options.expose),
    describeFault: prepareDescribeFault(options.describeFault),
    constraints: prepareConstraints(options.constraints, owner),
    thrownFaults: prepareThrownFaults(options.thrownFaults, owner),
  }
}

/** Reads the same options where nothing may throw: a wrong one is reported and counts as not given, and the others are read. */
export function readConversion(options: unknown, report: ReportFault): Conversion {
  const prepared = <Checked>(check: () => Checked, otherwise: Checked): Checked => {
    try {
      return check()
    } catch (error) {
      const { code, place, expected, got } = error as ProblemFault
      report(code, place, expected, got)
      return otherwise
    }
  }
  return {
    mappers: prepared(() => prepareMappers(read(options, 'map')), []),
    exposed: prepared(() => prepareExposed(read(options, 'expose')), []),
    describeFault: prepared(() => prepareDescribeFault(read(options, 'describeFault')), undefined),
    constraints: prepared(() => prepareConstraints(read(options, 'constraints')), NO_CONSTRAINTS),
    // toProblem() has a default in the place of a warning: its caller has no route that an event could name.
    thrownFaults: prepared(() => prepareThrownFaults(read(options, 'thrownFaults')), undefined) ?? 'client',
  }
}

/** The options that say what errors become: `map`, `constraints` and `thrownFaults`, together. */
import type { ProblemFault, ReportFault } from '../guard/fault.js'
import { read } from '../guard/read.js'
import { NO_CONSTRAINTS, type PreparedConstraints, prepareConstraints } from './constraints.js'
import { type PlacedMapper, prepareMappers } from './map.js'
import { prepareThrownFaults, type ThrownFaults } from './thrown-faults.js'

/** What a handler or a scope of routes knows about errors: its options, checked. */
export interface Conversion {
  readonly mappers: readonly PlacedMapper[]
  readonly constraints: PreparedConstraints
  /** Whose fault an error of a validator is; `undefined` where nobody said. */
  readonly thrownFaults: ThrownFaults | undefined
}

/** Checks the options that say what errors become. */
export function prepareConversion(
  options: { readonly map?: unknown; readonly constraints?: unknown; readonly thrownFaults?: unknown },
  owner?: string,
): Conversion {
  return {
    mappers: prepareMappers(options.map, owner),
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
    constraints: prepared(() => prepareConstraints(read(options, 'constraints')), NO_CONSTRAINTS),
    // toProblem() has a default in the place of a warning: its caller has no route that an event could name.
    thrownFaults: prepared(() => prepareThrownFaults(read(options, 'thrownFaults')), undefined) ?? 'client',
  }
}

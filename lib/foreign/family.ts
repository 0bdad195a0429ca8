/** What a family of foreign errors is: a table of rows, each with the mark of one error and the problem that it deserves. */
import type { CreateOptions } from '../problem/create.js'
import type { ReportFault } from '../problem/fault.js'
import { isError, read } from '../problem/read.js'

/** A thrown value, read with care: a read that throws gives `undefined`. */
export interface ForeignError {
  readonly thrown: unknown
  readonly isError: boolean
  readonly get: (key: string) => unknown
  /** Reads a property that must be a string. */
  readonly text: (key: string) => string | undefined
}

/** What the request says that a row may need. */
export interface ForeignFacts {
  /** The media type of the request without parameters, where it has one. */
  readonly mediaType?: string | undefined
  /** Whether the request body came in a content coding. */
  readonly isEncoded?: boolean | undefined
}

/** One kind of error. The detail is written by us: what the library says may quote the request or name internals. */
export interface FamilyRow {
  readonly when: (error: ForeignError, facts: ForeignFacts) => boolean
  readonly status: number | ((error: ForeignError) => number)
  readonly options?: (error: ForeignError, facts: ForeignFacts, report: ReportFault) => CreateOptions
}

/** The errors of one library, or of a few that are alike. */
export interface Family {
  readonly name: string
  /**
   * Tells quickly that no row can match: most errors come from no library.
   * @default every row is asked
   */
  readonly concerns?: (error: ForeignError) => boolean
  readonly rows: readonly FamilyRow[]
}

/** Wraps a thrown value for the rows. */
export function foreignError(thrown: unknown): ForeignError {
  return {
    thrown,
    isError: isError(thrown),
    get: (key) => read(thrown, key),
    text: (key) => {
      const value = read(thrown, key)
      return typeof value === 'string' ? value : undefined
    },
  }
}

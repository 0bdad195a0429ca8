/** What clients know of a status code. */
import { statusTable } from './generated/status-table.js'

/** What is known of a code that a vendor uses without registration. */
export interface VendorFacts {
  /** Who uses the code. */
  readonly name: string
  /** What the vendor calls it. */
  readonly phrase: string
}

/** The facts of a status. */
export interface StatusFacts {
  /** The phrase: that of its class where nobody knows the status. */
  readonly phrase: string
  readonly vendor: VendorFacts | undefined
  /** The registered status whose class it belongs to: of one that is not registered, the x00 (RFC 9110 15). */
  readonly classStatus: number
  /** The name of the class. */
  readonly className: string
}

/** Gives the facts of a status. */
export function statusFacts(status: number): StatusFacts {
  const lines = statusTable.split('\n')
  const [phrase, name] = lines[status - 400]?.split('|') ?? []
  const classStatus = phrase && !name ? status : status > 399 && status < 500 ? 400 : 500
  const classPhrase = lines[classStatus - 400] as string
  return {
    phrase: phrase || classPhrase,
    vendor: name && phrase ? { name, phrase } : undefined,
    classStatus,
    // The names of the classes are the phrases, written together.
    className: classPhrase.replace(/'| (.)/g, (_, letter = '') => letter.toUpperCase()),
  }
}

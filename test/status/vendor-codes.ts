/** The facts of vendors' codes as one table, for tests that go through all of them. */
import { equivalents } from '../../lib/status/codes.js'
import { type VendorStatusFacts, vendorFacts } from '../../lib/status/vendor-codes.js'

/** The table. */
export const vendorCodes: Readonly<Record<number, VendorStatusFacts | undefined>> = Object.fromEntries(
  Object.keys(equivalents).map((code) => [code, vendorFacts(Number(code))]),
)

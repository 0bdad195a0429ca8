/** Texts of the app's own for what is wrong with a value of a request. */
import type { ValidationFault } from './faults.js'

/**
 * Gives the text of a fault, or `undefined` for our words. `issue` is what the schema library found, as it gave it. One that throws counts as
 * not given.
 */
export type DescribeFault = (fault: ValidationFault, issue: unknown) => string | undefined

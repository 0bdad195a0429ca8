/** Makes the rows of validators: faults with their places, and the status that they deserve. */

import { read } from '../../../guard/read.js'
import { statusOfFaults, type ValidationFault, validationOptions } from '../../../validate/faults.js'
import { namesOfPart } from '../../../validate/place.js'
import type { Seen } from '../../../validate/texts/seen.js'
import type { ForeignFacts } from '../../facts.js'
import type { FamilyRow, ForeignError, Mark } from '../../family.js'
import { inParts, readPart } from './parts.js'

/** Makes the row of a validator: which errors are its own, what it found, and the status where its errors have one that the app can set. */
export function validationRow(
  when: Mark,
  faults: (error: ForeignError, facts: ForeignFacts) => readonly ValidationFault[],
  status?: (error: ForeignError) => number,
): FamilyRow {
  const placed = (error: ForeignError, facts: ForeignFacts): readonly ValidationFault[] => inParts(faults(error, facts), facts)
  return {
    when,
    status: status ?? ((error, facts) => statusOfFaults(placed(error, facts))),
    // An error that does not tell its faults apart is the issue of all.
    options: (error, facts, _report, detailOf) =>
      validationOptions(
        placed(error, facts),
        detailOf && ((fault, issue, vendor) => detailOf(fault, issue ?? error.thrown, vendor, seenIn(facts, read(fault, 'in')))),
      ),
  }
}

// A schema that was called by hand may have judged any part, where the fault does not say which.
function seenIn(facts: ForeignFacts, part: unknown): Seen {
  return { wholes: (part === undefined ? ['body', 'query', 'params'] : namesOfPart(part)).map((name) => readPart(facts, name)) }
}

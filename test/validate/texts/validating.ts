/** Checks a body as `validate()` does, and gives the texts that were taken of its faults. */
import type { DescribeFault, ToldFault } from '../../../lib/validate/describe-fault.js'
import { prepareValidation } from '../../../lib/validate/prepare.js'
import { faultTexts } from '../../../lib/validate/texts/from-schema.js'
import { partsOf } from '../parts.js'

/** Gives the text of each fault of a body, or `ours` where none was taken. */
export async function textsOf(schema: object, body: unknown): Promise<readonly string[]> {
  const describeFault: DescribeFault = (...asked) => faultTexts.fromSchema(...asked) ?? 'ours'
  const verdict = await prepareValidation({ body: schema }, { describeFault })(partsOf({ body }), undefined)
  if (verdict.values !== undefined) throw new Error('the body fits')
  return (verdict.problem.extensions['errors'] as readonly ToldFault[]).map(({ detail }) => detail)
}

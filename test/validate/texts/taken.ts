/** Asks for the text of an author as a handler does. */
import { faultTexts } from '../../../lib/validate/texts/from-schema.js'

const FAULT = { pointer: '#/a', code: 'invalid', detail: 'ours' } as const
/** Gives the text that is taken from an issue, if any. */
export const taken = (issue: unknown, vendor?: string): string | undefined =>
  faultTexts.fromSchema(FAULT, issue, { request: undefined, vendor })

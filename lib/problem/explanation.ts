/** Makes the detail of an occurrence as the declaration of its type says. */

import { bare } from '../guard/bare.js'
import { comesTooLate } from '../guard/call.js'
import type { ReportFault } from '../guard/fault.js'
import { nameValue } from '../guard/read.js'

/** What a declaration says about the detail: nothing, a text, or a function of the members. */
export type DeclaredDetail = string | ((members: unknown) => unknown) | undefined

/** Gives the detail; whatever the function does, the problem can be thrown. */
export function explanation(detail: DeclaredDetail, members: object | undefined, report: ReportFault): string {
  if (typeof detail !== 'function') return detail ?? ''
  try {
    const text = detail(members ?? bare({}))
    if (typeof text === 'string') return text
    const got = comesTooLate(text) ? 'one that is asynchronous' : `${nameValue(text)} from it`
    report('ERR_PROBLEM_DEFINITION', 'detail', 'a function that gives a string', got)
  } catch {
    report('ERR_PROBLEM_DEFINITION', 'detail', 'a function that gives a string', 'one that throws')
  }
  return ''
}

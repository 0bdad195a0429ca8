/** Makes the detail of an occurrence as the declaration of its type says. */
import type { ReportFault } from './fault.js'
import { nameValue, read } from './read.js'

/** What a declaration says about the detail: nothing, a text, or a function of the members. */
export type DeclaredDetail = string | ((members: unknown) => unknown) | undefined

/** Gives the detail; whatever the function does, the problem can be thrown. */
export function explanation(detail: DeclaredDetail, members: object | undefined, report: ReportFault): string {
  if (typeof detail !== 'function') return detail ?? ''
  try {
    const text = detail(members ?? {})
    if (typeof text === 'string') return text
    // That of an asynchronous function: an unhandled rejection would end the process.
    if (typeof read(text, 'then') === 'function') Promise.resolve(text).catch(() => undefined)
    report('ERR_PROBLEM_DEFINITION', 'detail', 'a function that gives a string', `${nameValue(text)} from it`)
  } catch {
    report('ERR_PROBLEM_DEFINITION', 'detail', 'a function that gives a string', 'one that throws')
  }
  return ''
}

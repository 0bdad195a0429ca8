/** Tells of what was answered: the listeners of the app, the log, and a warning for each kind of fault. */

import { callGuarded } from '../guard/call.js'
import { faultMessage, type ProblemFault } from '../guard/fault.js'
import { listOf, read } from '../guard/read.js'
import { visible } from '../guard/visible.js'
import type { Listener, Tell } from './event.js'
import type { FilledOptions } from './fill-options.js'

/** Somebody who listens, under the name of the option that holds them: `onProblem`, `onProblem[1]`, `logger`. */
export interface NamedListener<Request> {
  readonly option: string
  readonly listen: Listener<Request>
  /** Whether the listener tells of errors of validators that were thrown, so that no warning has to. */
  readonly tellsOfValidators?: boolean
}

// A warning for each kind of fault is help, one for each request would be noise; bounded, since places can hold names from outside.
const MOST_WARNINGS = 50

/** Lists who listens: the app, then the log that it gave, or the one of the framework. */
export function listenersOf<Request>(
  { onProblem, logger }: Partial<Pick<FilledOptions<Request>, 'onProblem' | 'logger'>>,
  defaultLog: Listener<Request>,
): readonly NamedListener<Request>[] {
  const log = logger ?? defaultLog
  return [...listed(onProblem), ...(log ? [{ option: 'logger', listen: log, tellsOfValidators: log === defaultLog }] : [])]
}

function listed<Request>(given: Listener<Request> | readonly Listener<Request>[] | undefined): NamedListener<Request>[] {
  if (typeof given === 'function') return [{ option: 'onProblem', listen: given }]
  return (listOf(given) as Listener<Request>[]).map((listen, index) => ({ option: `onProblem[${index}]`, listen }))
}

/** Makes the function that tells of the events of one handler. A listener that fails changes nothing for the others. */
export function tellAll<Request>(listeners: readonly NamedListener<Request>[]): Tell<Request> {
  const warned = new Set<string>()
  const warn = (fault: ProblemFault): void => {
    const kind = `${fault.code} ${fault.place}`
    if (warned.has(kind) || warned.size >= MOST_WARNINGS) return
    warned.add(kind)
    emitWarning(fault)
  }
  const isShared = listeners.length > 1
  const isTold = listeners.some(({ tellsOfValidators }) => tellsOfValidators === true)

  return (event) => {
    for (const fault of event.faults) if (!isTold || fault.code !== 'ERR_PROBLEM_VALIDATOR') warn(fault)
    // What one of them wrote on it, the log and the metrics of the others would repeat.
    if (isShared) for (const shared of [event, event.document]) Object.freeze(shared)
    for (const { option, listen } of listeners)
      callGuarded(listen, event, () =>
        warn({ code: 'ERR_PROBLEM_HOOK', place: option, expected: 'a function that does not throw', got: 'one that did' }),
      )
  }
}

function emitWarning(fault: ProblemFault): void {
  const process = read(globalThis, 'process') as { emitWarning?: (message: string, options: object) => void } | undefined
  // The place of a fault may be a name from a request.
  process?.emitWarning?.(visible(faultMessage(fault)), { type: 'ProblemWarning', code: fault.code })
}

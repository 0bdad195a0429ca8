/** Tells the outside what was answered: the `onProblem` hook, the log, and a warning for each kind of fault. */

import { callGuarded } from '../guard/call.js'
import { faultMessage, type ProblemFault } from '../guard/fault.js'
import { read } from '../guard/read.js'
import { visible } from '../guard/visible.js'
import type { ProblemEvent, Reporter } from './event.js'
import type { HandlerOptions } from './options.js'

// A warning for each kind of fault is help, one for each request would be noise; bounded, since places can hold names from outside.
const MOST_WARNINGS = 50

/** Makes the reporter of one handler. */
export function createReporter<Request>(options: HandlerOptions<Request>, defaultLog: Reporter<Request>): Reporter<Request> {
  const warned = new Set<string>()
  const warn = (fault: ProblemFault): void => {
    const kind = `${fault.code} ${fault.place}`
    if (warned.has(kind) || warned.size >= MOST_WARNINGS) return
    warned.add(kind)
    emitWarning(fault)
  }
  const call = (place: 'onProblem' | 'logger', hook: Reporter<Request>, event: ProblemEvent<Request>): void =>
    callGuarded(hook, event, () =>
      warn({ code: 'ERR_PROBLEM_HOOK', place, expected: 'a function that does not throw', got: 'one that did' }),
    )
  const { onProblem, logger = defaultLog } = options
  // The default log prints it; another one may not look at faults.
  const isLogged = ({ code }: ProblemFault): boolean => code === 'ERR_PROBLEM_VALIDATOR' && logger === defaultLog

  return (event) => {
    for (const fault of event.faults) if (!isLogged(fault)) warn(fault)
    if (onProblem) call('onProblem', onProblem, event)
    if (logger) call('logger', logger, event)
  }
}

function emitWarning(fault: ProblemFault): void {
  const process = read(globalThis, 'process') as { emitWarning?: (message: string, options: object) => void } | undefined
  // The place of a fault may be a name from a request.
  process?.emitWarning?.(visible(faultMessage(fault)), { type: 'ProblemWarning', code: fault.code })
}

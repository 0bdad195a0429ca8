/** Counts what promtool and Prometheus say, as the judges of documents do. */
import { failWith, startReport as startChecks } from '../judges/report.mjs'

/** Starts a report. `check()` takes what came, and more about it for a reader; `end()` prints the sum and gives the exit code. */
export function startReport() {
  const { check, end } = startChecks()
  return {
    check: (name, isRight, more = '') => {
      // It never rejects.
      void check(name, () => {
        if (!isRight) failWith([typeof more === 'string' ? more : JSON.stringify(more, null, 2)])
      })
    },
    end,
  }
}

/** Counts what a browser run has seen, and prints it. */

/** Notes one observation; the details are printed when it failed. */
export type Check = (what: string, holds: boolean, details?: unknown) => void

/** Makes a counter; `finish` prints the sum and sets the exit code. */
export function report(): { check: Check; finish: () => void } {
  const failures: string[] = []
  let passed = 0
  return {
    check(what, holds, details) {
      if (holds) passed += 1
      else {
        failures.push(what)
        console.log(`FAILED ${what}`, details ?? '')
      }
    },
    finish() {
      console.log(`${passed} passed, ${failures.length} failed`)
      if (failures.length > 0 || passed === 0) process.exitCode = 1
    },
  }
}

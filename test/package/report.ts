/** Counts checks and prints each as it ends. */

/** What the checks write to. */
export interface Report {
  /** Runs one check; what it throws makes it fail, and the others go on. */
  readonly check: (name: string, run: () => void | Promise<void>) => Promise<void>
  readonly heading: (text: string) => void
  /** Prints the sum; gives the exit code. */
  readonly end: () => number
}

/** Starts a report on standard output. */
export function startReport(): Report {
  const start = performance.now()
  const elapsed = (since: number): string => `${((performance.now() - since) / 1000).toFixed(1)} s`
  let passed = 0
  let failed = 0
  return {
    heading: (text) => console.log(`\n${text}`),
    check: async (name, run) => {
      const since = performance.now()
      try {
        await run()
        passed += 1
        console.log(`  passed  ${name} (${elapsed(since)})`)
      } catch (error) {
        failed += 1
        console.log(`  FAILED  ${name} (${elapsed(since)})\n${indent(error)}`)
      }
    },
    end: () => {
      console.log(`\n${passed} passed, ${failed} failed, in ${elapsed(start)}`)
      return failed === 0 && passed > 0 ? 0 : 1
    },
  }
}

function indent(error: unknown): string {
  const text = error instanceof Error ? error.message : String(error)
  return text.replace(/^/gm, '          ')
}

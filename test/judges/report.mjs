/** Counts checks and prints each as it ends. */

/** Starts a report on standard output; gives `check`, `heading` and `end`. */
export function startReport() {
  const start = performance.now()
  const elapsed = (since) => `${((performance.now() - since) / 1000).toFixed(1)} s`
  const results = []

  return {
    heading: (text) => console.log(`\n${text} (at ${elapsed(start)})`),

    /** Runs one check: what it throws makes it fail, the note that it gives is printed, and the others go on. */
    check: async (name, run) => {
      const since = performance.now()
      try {
        const note = await run()
        results.push({ name, passed: true, note })
        console.log(`  passed  ${name}${note === undefined ? '' : `: ${note}`} (${elapsed(since)})`)
      } catch (error) {
        const message = error instanceof Error ? error.message : String(error)
        results.push({ name, passed: false, note: message })
        console.log(`  FAILED  ${name} (${elapsed(since)})\n${message.replace(/^/gm, '          ')}`)
      }
    },

    /** Says what is not checked, and why. */
    unchecked: (name, reason) => console.log(`  -       ${name}: not checked, ${reason}`),

    /** Prints the sum; gives the exit code. */
    end: () => {
      const passed = results.filter((result) => result.passed).length
      console.log(`\ntotal time: ${elapsed(start)}\n${passed} passed, ${results.length - passed} failed`)
      return passed === results.length && passed > 0 ? 0 : 1
    },
  }
}

/** Throws an error that shows the first of many messages. */
export function failWith(messages, most = 12) {
  const rest = messages.length > most ? [`... and ${messages.length - most} more`] : []
  throw new Error([...messages.slice(0, most), ...rest].join('\n'))
}

/** Prints each check, and counts. */

/** Starts a report. `end()` prints the last line, and gives the exit code. */
export function startReport() {
  let passed = 0
  let failed = 0
  return {
    check(name, isRight, more) {
      if (isRight) passed += 1
      else failed += 1
      console.log(`${isRight ? 'ok' : 'NOT OK'}  ${name}`)
      if (!isRight && more !== undefined) console.log(typeof more === 'string' ? more : JSON.stringify(more, null, 2))
    },
    end() {
      console.log(`${passed} passed, ${failed} failed`)
      return failed === 0 && passed > 0 ? 0 : 1
    },
  }
}

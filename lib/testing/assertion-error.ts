/** The error of a failed assertion, in the form that test runners know. */

/** Reports a failed assertion; `actual` and `expected` are for the diff of the test runner. */
export class ProblemAssertionError extends Error {
  override readonly name = 'AssertionError'
  // What node:assert uses: runners that know no class of ours recognise it.
  readonly code = 'ERR_ASSERTION'
  readonly operator = 'problem'
  readonly generatedMessage = false
  readonly showDiff = true
  readonly actual: unknown
  readonly expected: unknown

  constructor(message: string, actual: unknown, expected: unknown) {
    super(message)
    this.actual = actual
    this.expected = expected
  }
}

/** Thrown by a field builder that cannot use what it got; whoever makes the field turns it into a fault. */
export class FieldError extends Error {
  readonly expected: string
  readonly got: string

  constructor(expected: string, got: string) {
    super(`expected ${expected}, got ${got}`)
    this.expected = expected
    this.got = got
  }
}

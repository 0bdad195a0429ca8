/** A command line that cannot be understood. */
export class UsageError extends Error {
  /** How the command is used. */
  readonly usage: string

  constructor(message: string, usage: string) {
    super(message)
    this.usage = usage
  }
}

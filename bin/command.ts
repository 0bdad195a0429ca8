/** What all commands share: where they write, how a wrong command line is told, how arguments are written, and how what was thrown is put into words. */
import { isError, read } from '../lib/guard/read.js'

/** Where a command writes. */
export interface Console {
  readonly print: (text: string) => void
  readonly complain: (text: string) => void
}

/** A command line that cannot be understood. */
export class UsageError extends Error {
  /** How the command is used. */
  readonly usage: string

  constructor(message: string, usage: string) {
    super(message)
    this.usage = usage
  }
}

/** A file or a module that cannot be used: read, imported or written. */
export class InputError extends Error {}

/** Writes an argument as a shell takes it for one. */
export function quoted(arg: string): string {
  return /^[\w./:=@,+-]+$/.test(arg) ? arg : `'${arg.replaceAll("'", "'\\''")}'`
}

/** Gives the message of an error, or any other value as text. */
export function reasonOf(thrown: unknown): string {
  return isError(thrown) ? String(read(thrown, 'message')) : String(thrown)
}

/** Real errors of validators that are no dependency of ours, recorded by test/real-errors/record/. */
import { readSource } from '../docs/root.js'

/** A recorded error; `told` is what is to be told of it, as texts of part, place and code. */
export interface Recorded {
  readonly library: string
  readonly kind: string
  readonly error: unknown
  readonly told?: readonly string[]
}

/** Reads the errors of a file in test/fixtures, one in a line. */
export function recordedIn(file: string): readonly Recorded[] {
  const lines = readSource(`test/fixtures/${file}`).trimEnd().split('\n')
  // Written by the recorder in this form.
  return lines.map((line) => JSON.parse(line) as Recorded)
}

/** Gives an error what JSON cannot hold: no value at all, dates, functions, and its class. */
export function revived({ library, error }: Recorded): unknown {
  const value = withUndefined(error)
  if (Array.isArray(value)) return value
  const members = value as Readonly<Record<string, unknown>>
  if (library === 'express-validator') return { ...members, array: () => members['errors'], mapped: () => ({}) }
  const failures = library === 'superstruct' ? { failures: () => members['failures'] } : {}
  return Object.assign(new Error(), members, failures)
}

function withUndefined(value: unknown): unknown {
  if (value === '__undefined__') return undefined
  if (typeof value === 'string' && /^\d{4}-\d\d-\d\dT[\d:.]+Z$/.test(value)) return new Date(value)
  if (Array.isArray(value)) return value.map(withUndefined)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([name, member]) => [name, withUndefined(member)]))
}

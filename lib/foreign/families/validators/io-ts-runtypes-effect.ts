/** Errors of io-ts, runtypes and Effect Schema: lists and trees of what could not be decoded. They hold the values and the types. */
import { isRecord, itemsOf, ownKeys, read } from '../../../guard/read.js'
import type { ValidationCode } from '../../../validate/fault-codes.js'
import { faultsFrom, listed, MOST_FAULTS, type ValidationFault } from '../../../validate/faults.js'
import { pointerOf } from '../../../validate/place.js'
import type { Family } from '../../family.js'
import { hasProperty } from '../rows.js'
import { validationRow } from './validation-row.js'

// Deeper than anyone nests; also the end of a tree that contains itself.
const DEEPEST = 32

/** The family. */
export const ioTsRuntypesEffect: Family = {
  name: 'io-ts, runtypes and Effect Schema',
  mayBeOwnData: true,
  keys: ['0', 'failure', 'issue'],
  rows: [
    validationRow(
      (error) => !error.isError && isIoTs(error.thrown),
      (error) => faultsFrom(error.thrown, ioTsFault),
    ),
    validationRow(
      (error) =>
        error.name === 'ValidationError' && read(error.get('failure'), 'success') === false && hasProperty(error, 'failure'),
      (error) => collected((faults) => collectRuntypes(error.get('failure'), [], faults)),
    ),
    validationRow(
      (error) => EFFECT.includes(error.get('_tag')) && typeof read(error.get('issue'), '_tag') === 'string',
      (error) => collected((faults) => collectEffect(error.get('issue'), [], faults)),
    ),
  ],
}

function collected(collect: (faults: ValidationFault[]) => void): ValidationFault[] {
  const faults: ValidationFault[] = []
  collect(faults)
  return faults
}

function isIoTs(list: unknown): boolean {
  const items = itemsOf(list)
  return items !== undefined && items.length > 0 && items.every((one) => isRecord(one) && isContext(read(one, 'context')))
}

function isContext(context: unknown): boolean {
  const entries = itemsOf(context)
  return (
    entries !== undefined &&
    entries.length > 0 &&
    entries.every((one) => typeof read(one, 'key') === 'string' && isRecord(read(one, 'type')))
  )
}

// The first entry is the whole value.
function ioTsFault(one: unknown): ValidationFault {
  return {
    pointer: pointerOf(listed(read(one, 'context')).slice(1)),
    code: read(one, 'value') === undefined ? 'required' : 'type',
  }
}

const RUNTYPES: ReadonlyMap<unknown, ValidationCode> = new Map([
  ['PROPERTY_MISSING', 'required'],
  ['PROPERTY_PRESENT', 'unknown-member'],
  ['TYPE_INCORRECT', 'type'],
])

function collectRuntypes(failure: unknown, path: readonly string[], faults: ValidationFault[]): void {
  const details = read(failure, 'details')
  const names = path.length < DEEPEST ? ownKeys(details).slice(0, MOST_FAULTS) : []
  if (faults.length >= MOST_FAULTS) return
  if (names.length === 0) faults.push({ pointer: pointerOf(path), code: RUNTYPES.get(read(failure, 'code')) })
  for (const name of names) collectRuntypes(read(details, name), [...path, name], faults)
}

const EFFECT: readonly unknown[] = ['ParseError', 'SchemaError']
const EFFECT_CODES: ReadonlyMap<unknown, ValidationCode> = new Map([
  ['Missing', 'required'],
  ['MissingKey', 'required'],
  ['Unexpected', 'unknown-member'],
  ['UnexpectedKey', 'unknown-member'],
  ['Type', 'type'],
  ['InvalidType', 'type'],
])

function collectEffect(issue: unknown, path: readonly unknown[], faults: ValidationFault[], depth = 0): void {
  if (faults.length >= MOST_FAULTS) return
  const [one, several, step] = [read(issue, 'issue'), read(issue, 'issues'), read(issue, 'path')]
  const inner = several === undefined ? [one] : (itemsOf(several) ?? [several])
  const place = read(issue, '_tag') === 'Pointer' ? [...path, ...(itemsOf(step) ?? [step])] : path
  const deeper = depth < DEEPEST ? listed(inner).filter(isRecord) : []
  if (deeper.length === 0) faults.push({ pointer: pointerOf(place), code: EFFECT_CODES.get(read(issue, '_tag')) })
  for (const next of deeper) collectEffect(next, place, faults, depth + 1)
}

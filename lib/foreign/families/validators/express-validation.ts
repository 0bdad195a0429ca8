/** Errors of express-validation: details of joi by the part of the request, in version 1 a list of its own. */
import { isRecord, itemsOf, ownKeys, read } from '../../../guard/read.js'
import { isErrorStatus } from '../../../problem/status.js'
import { faultsFrom, listed, type ValidationFault } from '../../../validate/faults.js'
import { placeIn } from '../../../validate/place.js'
import type { Family, ForeignError } from '../../family.js'
import { joiCode } from './joi-codes.js'
import { isDetailList, joiFaultsIn } from './joi-faults.js'
import { validationRow } from './validation-row.js'

/** The family. */
export const expressValidation: Family = {
  name: 'express-validation',
  names: ['ValidationError'],
  concerns: (error) => isErrorStatus(statusOf(error)),
  rows: [validationRow(hasParts, faultsByPart, statusOf), validationRow(hasPlaces, placedFaults, statusOf)],
}

// The status is an option of the app, 400 by default.
function statusOf(error: ForeignError): number {
  return (error.get('statusCode') ?? error.get('status')) as number
}

function hasParts(error: ForeignError): boolean {
  const details = error.get('details')
  const parts = isRecord(details) ? ownKeys(details) : []
  return parts.length > 0 && parts.every((part) => isDetailList(read(details, part)))
}

function faultsByPart(error: ForeignError): ValidationFault[] {
  const details = error.get('details')
  return ownKeys(details).flatMap((part) => joiFaultsIn(part, read(details, part)))
}

// Version 1: a path is a list or a text, with older versions of joi.
function hasPlaces(error: ForeignError): boolean {
  const errors = itemsOf(error.get('errors')) ?? []
  const isPlaced = (one: unknown): boolean =>
    typeof read(one, 'location') === 'string' && itemsOf(read(one, 'types')) !== undefined
  return errors.length > 0 && errors.every(isPlaced)
}

function placedFaults(error: ForeignError): ValidationFault[] {
  return listed(error.get('errors')).flatMap((one) => {
    const field = read(one, 'field')
    const path = typeof field === 'string' ? field.split('.') : field
    return faultsFrom(read(one, 'types'), (type) => ({
      ...placeIn(String(read(one, 'location')), path),
      code: joiCode({ type }),
    }))
  })
}

/** Errors of yup: one for a fault, or one that holds several in `inner`. Their messages quote values, and `value` is all of them. */
import { itemsOf, read } from '../problem/read.js'
import { type Family, type ForeignError, hasProperty } from './family.js'
import { pointerOfText } from './pointer.js'
import { codeOf, faultsFrom, listed, validationRow } from './validation.js'

/** The family. */
export const yup: Family = {
  name: 'yup',
  mayBeOwnData: true,
  rows: [
    validationRow(isYup, (error) => {
      const inner = listed(error.get('inner'))
      return faultsFrom(inner.length > 0 ? inner : [error.thrown], (one) => ({
        pointer: pointerOfText(read(one, 'path')),
        code: codeOf(read(one, 'type')),
      }))
    }),
  ],
}

function isYup(error: ForeignError): boolean {
  return (
    error.isError &&
    error.name === 'ValidationError' &&
    itemsOf(error.get('inner')) !== undefined &&
    itemsOf(error.get('errors')) !== undefined &&
    hasProperty(error, 'value')
  )
}

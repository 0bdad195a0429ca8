/** Checks the forms that a handler is given, and prepares what does not depend on a problem. */
import { itemsOf, listOf, read } from '../../guard/read.js'
import { isFunction, wrongOption } from '../../guard/refuse.js'
import { readFields } from '../fields/form-fields.js'
import { essenceOf, isMediaType } from '../negotiation/media-type.js'
import { type Form, jsonForm } from './form.js'
import { jsonRepresentation } from './json.js'
import type { Representation } from './representation.js'

const PLACE = 'options.representations'

/** Prepares the forms, first that for clients that do not care; a wrong one is a TypeError with a code. */
export function prepareForms(given: readonly Representation[]): readonly [Form, ...Form[]] {
  const list = itemsOf(given)
  if (list === undefined || list.length === 0) throw wrongOption(PLACE, 'a list of representations', given)
  const forms = list.map(formOf)
  const own = forms.map(({ essence }) => essence)
  const repeated = own.findIndex((essence, index) => own.indexOf(essence) !== index)
  if (repeated >= 0) throw wrongOption(`${PLACE}[${repeated}].mediaType`, 'each media type once', own[repeated])
  const preferred = list.flatMap((one, index) => (read(one, 'default') === true ? [index] : []))
  if (preferred.length > 1) throw wrongOption(`${PLACE}[${preferred[1]}].default`, 'one form that is the default', true)
  const [first = 0] = preferred
  // What another form has as its own media type is no concern of this one.
  const apart = forms.map((form) => ({ ...form, alsoFor: form.alsoFor.filter((name) => !own.includes(name)) }))
  return [apart[first] as Form, ...apart.filter((_, index) => index !== first)]
}

function formOf(given: unknown, index: number): Form {
  const place = `${PLACE}[${index}]`
  if (given === jsonRepresentation) return jsonForm
  const mediaType = read(given, 'mediaType')
  if (!isMediaType(mediaType)) throw wrongOption(`${place}.mediaType`, 'a media type', mediaType)
  const encode = read(given, 'encode')
  if (!isFunction(encode)) throw wrongOption(`${place}.encode`, 'a function', encode)
  const isDefault = read(given, 'default')
  if (isDefault !== undefined && typeof isDefault !== 'boolean') throw wrongOption(`${place}.default`, 'true or false', isDefault)
  return {
    mediaType,
    essence: essenceOf(mediaType),
    alsoFor: alsoForOf(given, place),
    fields: fieldsOf(given, place),
    encode: (document, context) => (given as Representation).encode(document, context),
  }
}

function alsoForOf(given: unknown, place: string): readonly string[] {
  const also = read(given, 'alsoFor')
  if (also === undefined) return []
  const list = listOf(also)
  if (!Array.isArray(also) || !list.every(isMediaType)) throw wrongOption(`${place}.alsoFor`, 'a list of media types', also)
  return list.map(essenceOf)
}

function fieldsOf(given: unknown, place: string): Form['fields'] {
  const headers = read(given, 'headers')
  if (headers === undefined) return []
  const { fields, wrong } = readFields(headers)
  if (wrong !== undefined)
    throw wrongOption(`${place}.headers`, 'header fields that can be sent and do not describe the body', wrong)
  return fields
}

/** The forms that a handler has where none are given. */
import { jsonRepresentation } from './json.js'
import type { Representation } from './representation.js'

/** The forms, first that for clients that do not care. */
export const defaultRepresentations: readonly Representation[] = [jsonRepresentation]

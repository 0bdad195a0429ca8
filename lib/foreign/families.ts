/** The families in the order in which they are asked: libraries first, then the convention of a `status` property. */
import { bodyParser } from './body-parser.js'
import { coBody } from './co-body.js'
import type { Family } from './family.js'
import { httpErrors } from './http-errors.js'
import { statusProperty } from './status-property.js'
import { uri } from './uri.js'

export const families: readonly Family[] = [bodyParser, coBody, uri, httpErrors, statusProperty]

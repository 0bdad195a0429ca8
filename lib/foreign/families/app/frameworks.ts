/** Errors of Boom, Fastify, Nest, Feathers and Curveball: the app made them, as others make errors with http-errors. */

import { read } from '../../../guard/read.js'
import { isErrorStatus } from '../../../problem/status.js'
import { type ValidationFault, validationOptions } from '../../../validate/faults.js'
import { boomStatus } from '../../decorated.js'
import { allowedHeaders } from '../../exposed.js'
import type { Family, ForeignError } from '../../family.js'
import { hasKey, hasProperty } from '../rows.js'
import { ajvFaultsIn, isAjvList } from '../validators/ajv-faults.js'
import { appMessageRow } from './app-message-row.js'

/** The family. */
export const frameworks: Family = {
  name: 'other frameworks',
  isSeenThrough: false,
  yields: false,
  concerns: ({ isError }) => isError,
  rows: [
    appMessageRow(
      (error) => error.get('isBoom') === true && isErrorStatus(boomStatus(error)),
      boomStatus,
      (error, _, report) => ({ headers: allowedHeaders(error, report, read(error.get('output'), 'headers')) }),
    ),
    {
      when: (error) => error.code === 'FST_ERR_VALIDATION' && isAjvList(error.get('validation')),
      status: 400,
      options: (error, _facts, _report, detailOf) => validationOptions(fastifyFaults(error), detailOf),
    },
    appMessageRow(
      (error) => error.name === 'FastifyError' && isErrorStatus(error.get('statusCode')),
      (error) => error.get('statusCode'),
    ),
    appMessageRow(
      (error) => typeof error.get('getStatus') === 'function' && typeof error.get('getResponse') === 'function',
      nestStatus,
    ),
    // @curveball/http-errors: problem details already, but for the name of the status.
    appMessageRow(
      (error) =>
        hasKey(error, 'httpStatus') &&
        isErrorStatus(error.get('httpStatus')) &&
        typeof error.get('title') === 'string' &&
        hasProperty(error, 'instance'),
      (error) => error.get('httpStatus'),
    ),
    appMessageRow(
      (error) => error.get('type') === 'FeathersError' && isErrorStatus(error.code),
      ({ code }) => code,
    ),
  ],
}

function fastifyFaults(error: ForeignError): readonly ValidationFault[] {
  return ajvFaultsIn(error.text('validationContext') ?? 'body', error.get('validation'))
}

function nestStatus(error: ForeignError): unknown {
  try {
    return (error.get('getStatus') as () => unknown).call(error.thrown)
  } catch {
    return 500
  }
}

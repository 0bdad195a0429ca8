/** Errors of routing-controllers: a status in `httpCode`. What it says itself quotes values; what the app says is meant for the client. */
import { read } from '../../../guard/read.js'
import { isErrorStatus } from '../../../problem/status.js'
import { listed, type ValidationFault } from '../../../validate/faults.js'
import { placeIn, pointerTo } from '../../../validate/place.js'
import type { Family, ForeignError } from '../../family.js'
import { hasKey, named, row } from '../rows.js'
import { classValidatorFaults, isClassValidatorList } from '../validators/class-validator-faults.js'
import { validationRow } from '../validators/validation-row.js'
import { appMessageRow } from './app-message-row.js'

/** The family. */
export const routingControllers: Family = {
  name: 'routing-controllers',
  isSeenThrough: false,
  keys: ['httpCode'],
  // An error with a code is of another library.
  concerns: (error) => error.isError && error.code === undefined && isErrorStatus(error.get('httpCode')),
  rows: [
    validationRow((error) => isClassValidatorList(error.get('errors')), faultsOf, statusOf),
    validationRow(
      (error) => missingIn(error) !== undefined,
      (error) => [missingIn(error)].filter((fault) => fault !== undefined),
      statusOf,
    ),
    validationRow((error) => malformedIn(error) !== undefined, malformedFaults, statusOf),
    row(named('AuthorizationRequiredError'), 401, 'The request is not authenticated.'),
    row(named('AccessDeniedError'), 403, 'This is not allowed.'),
    appMessageRow(isSaidByTheApp, statusOf),
    { when: () => true, status: statusOf },
  ],
}

function statusOf(error: ForeignError): number {
  return error.get('httpCode') as number
}

// The classes for apps write the message after super(), as nearly nobody else does, so it is listed.
function isSaidByTheApp(error: ForeignError): boolean {
  return hasKey(error, 'message') && !isItsOwn(error)
}

const isItsOwn = named('ParamRequiredError', 'ParamNormalizationError', 'ParameterParseJsonError')

// The names of the decorators for parts of a request, as far as Express has other names.
const PARTS: ReadonlyMap<string, string> = new Map([
  ['queries', 'query'],
  ['param', 'params'],
  ['header', 'headers'],
  ['cookie', 'cookies'],
])

// The class that was checked is that of all parameters, or of one that is parsed. The message names the decorator, which the app has written.
function faultsOf(error: ForeignError): ValidationFault[] {
  const [, kind = 'body'] = /^Invalid ([a-z-]{1,20}), check 'errors' property/.exec(String(error.message)) ?? []
  const part = PARTS.get(kind) ?? kind
  const name = error.text('paramName')
  return listed(error.get('errors')).flatMap((one) =>
    classValidatorFaults([one]).map(({ pointer, code }) => {
      if (part === 'body') return { in: 'body', pointer, code }
      if (part === 'body-param') return { in: 'body', pointer: `${pointerTo('#', name)}${String(pointer).slice(1)}`, code }
      return { ...placeIn(part, [name ?? read(one, 'property')]), code }
    }),
  )
}

// What routing-controllers calls the parts of a request in its texts. The names in these are those of the app.
const MISSING =
  /^(Parameter|Request body|Body parameter|Query parameter|Header|Cookie) (?:"([^"]{1,200})" )?is required for request on /
const MALFORMED = /^Given parameter ([^ ]{1,200}) is invalid\. Value \(/
const MISSING_PARTS: Readonly<Record<string, string>> = {
  Parameter: 'params',
  'Query parameter': 'query',
  Header: 'headers',
  Cookie: 'cookies',
}

function missingIn(error: ForeignError): ValidationFault | undefined {
  const told = error.name === 'ParamRequiredError' ? MISSING.exec(String(error.message)) : null
  if (told === null) return undefined
  const [part, name] = [MISSING_PARTS[String(told[1])] ?? 'body', told[2]]
  return { ...placeIn(part, name === undefined ? [] : [name]), code: 'required' }
}

function malformedIn(error: ForeignError): string | undefined {
  return isItsOwn(error) ? MALFORMED.exec(String(error.message))?.[1] : undefined
}

// The error does not tell whether the parameter stood in the path or in the query.
function malformedFaults(error: ForeignError): ValidationFault[] {
  return [{ parameter: malformedIn(error), code: 'type' }]
}

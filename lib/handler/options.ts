/** The options that every handler takes: what each means, what it must be, and what holds where it is not given. */

import type { SchemaCompiler } from '../../schemas/compile.js'
import { isAbsoluteUri } from '../../schemas/uri.js'
import { ajvRule } from '../define/compile-members.js'
import type { DeclaredClass } from '../define/definition.js'
import type { ConstraintPointers } from '../foreign/constraints.js'
import type { ExposedErrors } from '../foreign/expose.js'
import type { ErrorMapper } from '../foreign/map.js'
import type { ThrownFaults } from '../foreign/thrown-faults.js'
import { isRecord, itemsOf } from '../guard/read.js'
import { isFunction } from '../guard/refuse.js'
import type { AnyClass } from '../problem/brand.js'
import type { Challenge } from '../problem/fields/challenge.js'
import { fieldValue, isToken } from '../problem/fields/field-value.js'
import type { HttpProblem } from '../problem/problem.js'
import type { OwnType } from '../problem/static-members.js'
import type { RequestFacts } from '../respond/facts.js'
import type { CompiledValidators } from '../respond/members/compiled.js'
import { isLanguageTag } from '../respond/negotiation/languages.js'
import type { Representation } from '../respond/representations/representation.js'
import type { Translate } from '../respond/translate.js'
import type { ErrorStatus } from '../status/codes.js'
import type { DescribeFault } from '../validate/describe-fault.js'
import type { ProblemEvent } from './event.js'

/** A problem class with a type of its own, for `defaults`. */
export type TypedClass = AnyClass<HttpProblem> & {
  readonly type: OwnType
  readonly title: string | undefined
  readonly status: number | undefined
}

/** What TypeScript says where a handler is added without being called. */
export type Uncalled<Name extends string> = `parentheses are missing: write app.use(${Name}())`

/** Options of a handler. Each has a safe default: `problemHandler()` is right for production. */
export interface HandlerOptions<Request = unknown> {
  /**
   * Picks the requests that are answered; errors of others go on to the next error handler.
   * @default all
   */
  readonly only?: (request: Request) => boolean
  /**
   * What errors of your own, or of libraries, become: entries made by `map()`, asked in their order before everything that the package
   * knows itself. Problems that were thrown are answered as they are.
   * @default none
   */
  readonly map?: readonly ErrorMapper[]
  /**
   * Errors of your own whose status and message are meant for clients: classes, or functions that recognise one, asked behind `map`. The
   * status is that of the error, `status` or `statusCode`; one that has none counts as any other. The message is sent with a 4xx only, and
   * not where it is that of the `cause`.
   * @default none
   */
  readonly expose?: readonly ExposedErrors[]
  /**
   * Says what is wrong with one value of a request, in the place of our words: `(fault, issue, { request }) => 'Please give your name.'`, for
   * the errors of validators and parsers that are thrown, and the `constraints`; `validate()` has the same option. `issue` is what the
   * library found. `undefined` leaves our words. `faultTexts.fromSchema` takes what the author of the schema wrote.
   * @default our words, which quote nothing of the request
   */
  readonly describeFault?: DescribeFault<Request>
  /**
   * Where in a request the values of a database constraint stand: `{ users_email_key: '/email' }` adds
   * `errors: [{ pointer: '#/email', code: 'unique', detail }]` to the 409 of that constraint.
   * @default none; nothing names a constraint, a table or a column
   */
  readonly constraints?: ConstraintPointers
  /**
   * Whose fault an error is that a validator such as zod or ajv threw outside of `validate()`. Nobody can tell whether it is about the request
   * or about data of the server's own. `'client'`: a 4xx with `errors`. `'server'`: a logged 500 that says nothing.
   * @default 'client', and the log and the event tell so once for each route
   */
  readonly thrownFaults?: ThrownFaults
  /**
   * Declared classes whose schemas are compiled and whose examples are checked at start-up. Others are compiled at their first use.
   * @default none
   */
  readonly types?: readonly (AnyClass<HttpProblem> & DeclaredClass)[]
  /**
   * What becomes of members that break their schema: `'drop'` leaves them out and the event tells; `'fail'`, for tests, answers 500 with the
   * code ERR_PROBLEM_MEMBERS.
   * @default 'drop'
   */
  readonly onInvalid?: 'drop' | 'fail'
  /**
   * Compiles the schemas: your own instance of Ajv, with your formats and keywords. One that changes what it checks is refused: `coerceTypes`,
   * `useDefaults`, `removeAdditional`.
   * @default one for JSON Schema 2020-12 with the formats of ajv-formats
   */
  readonly ajv?: SchemaCompiler
  /**
   * Validators that `http-problems compile` wrote, for where ajv cannot run or would start too slowly: Workers, bundles, Lambda.
   * @default ajv compiles
   */
  readonly validators?: CompiledValidators
  /**
   * Gives plain statuses a type of your own: `{ 404: NoSuchResource }`.
   * @default `about:blank` for all
   */
  readonly defaults?: { readonly [Status in ErrorStatus]?: TypedClass }
  /**
   * The forms in which problems are sent, from `http-problems/representations` or your own. A client gets what its Accept asks for (RFC 9110
   * 12.5.1), one that does not care the first of them; there is never a 406 in the place of the error.
   * @default JSON, HTML, Markdown, XML
   */
  readonly representations?: readonly Representation[]
  /**
   * Translates `title` and `detail`: `(problem, { languages, document }) => ({ language: 'de', title: '…' })`. `languages` are those of
   * Accept-Language, the best first, each with its fallbacks (RFC 4647 3.4), down to the option `language`. `undefined` leaves the texts as they
   * are.
   * @default nothing is translated
   */
  readonly translate?: Translate
  /**
   * The language that the texts have where nothing was translated: Content-Language, where `translate` is given, and the language of pages.
   * @default 'en'
   */
  readonly language?: string
  /**
   * Adds the members `retryable` and, where it is known, `retryAfter` in seconds to every problem: the `retry` of its declaration, else the
   * table of status codes. A problem's own member wins.
   * @default false
   */
  readonly retryMembers?: boolean
  /**
   * Adds extension members to every problem, such as a request id. A problem's own member wins.
   * @default none
   */
  readonly members?: (problem: HttpProblem, facts: RequestFacts<Request>) => Readonly<Record<string, unknown>> | undefined
  /**
   * Identifies each occurrence (RFC 9457 3.1.5): `'uuid'` gives a `urn:uuid:`, a function gives any URI reference.
   * @default 'none'
   */
  readonly instance?: 'none' | 'uuid' | ((problem: HttpProblem, facts: RequestFacts<Request>) => string | undefined)
  /**
   * Completes relative `type` and `instance` references (RFC 9457 3.1.1): an absolute URI, or a path that starts with `/`.
   * @default they are sent as they are
   */
  readonly baseUri?: string
  /**
   * The challenges of a 401 or 407 that has none.
   * @default Bearer realm="api", with a warning
   */
  readonly challenges?: Challenge | readonly Challenge[]
  /**
   * The Cache-Control of the answers; codes that caches must not store always say `no-store`.
   * @default 'no-store'
   */
  readonly cacheControl?: string | ((problem: HttpProblem) => string | undefined)
  /**
   * Names of fields set before the error that are kept although they describe the abandoned body.
   * @default none
   */
  readonly keepHeaders?: readonly string[]
  /**
   * The most bytes of a body, at least 1024. Extension members are left out first, largest first; then `detail` is cut.
   * @default 262144
   */
  readonly maxBytes?: number
  /**
   * How much of a request body that goes on behind the answer is still read, so that the answer arrives and the connection stays usable:
   * `{ maxBytes, maxSeconds }`. Where one of the two is reached, the connection closes.
   * @default { maxBytes: 2097152, maxSeconds: 5 }
   */
  readonly drain?: { readonly maxBytes?: number; readonly maxSeconds?: number }
  /**
   * Adds a member `debug` with name, message, stack and causes. For a developer's machine only.
   * @default false
   */
  readonly debug?: boolean
  /**
   * Gets every event instead of the default log, which is `console.error` for a status of 500 and above (on Koa the app's `error` event).
   * `false` silences.
   */
  readonly logger?: false | ((event: ProblemEvent<Request>) => void)
  /**
   * Sees every answer, for metrics, traces and tests: one function, or a list of them, which are called in their order. What one throws is
   * reported as a warning and changes nothing, for the others neither.
   * @default nobody
   */
  readonly onProblem?: ((event: ProblemEvent<Request>) => unknown) | readonly ((event: ProblemEvent<Request>) => unknown)[]
}

interface OptionRow<Value> {
  readonly expected: string
  readonly accepts: (value: unknown) => boolean
  readonly default: Value
}

type OptionRows = { readonly [Name in keyof Required<HandlerOptions>]: OptionRow<HandlerOptions[Name]> }

const LEAST_BYTES = 1024
const MOST_BYTES = 256 * 1024

const hook = { expected: 'a function', accepts: isFunction, default: undefined }
// Options with parts: whoever uses them checks the parts, and says which one is wrong.
const withParts = { expected: 'what its user checks', accepts: () => true, default: undefined }

/** One row for each option; the rows are the list of the names. */
export const optionRows = {
  only: hook,
  map: withParts,
  expose: withParts,
  describeFault: withParts,
  constraints: withParts,
  thrownFaults: withParts,
  types: withParts,
  onInvalid: { expected: "'drop' or 'fail'", accepts: (value) => value === 'drop' || value === 'fail', default: 'drop' },
  ajv: { ...ajvRule, default: undefined },
  validators: withParts,
  defaults: { expected: 'an object of classes by status', accepts: isRecord, default: undefined },
  representations: withParts,
  translate: hook,
  language: { expected: 'a language tag (RFC 5646)', accepts: isLanguageTag, default: 'en' },
  retryMembers: { expected: 'true or false', accepts: (value) => typeof value === 'boolean', default: false },
  members: hook,
  instance: {
    expected: "'none', 'uuid' or a function",
    accepts: (value) => value === 'none' || value === 'uuid' || isFunction(value),
    default: 'none',
  },
  baseUri: { expected: 'an absolute URI or a path that starts with /', accepts: isBase, default: undefined },
  challenges: withParts,
  cacheControl: {
    expected: 'a field value or a function',
    accepts: (value) => isFunction(value) || isLine(value),
    default: 'no-store',
  },
  keepHeaders: {
    expected: 'a list of field names',
    accepts: (value) => Array.isArray(value) && value.every(isToken),
    default: undefined,
  },
  maxBytes: {
    expected: `an integer from ${LEAST_BYTES}`,
    accepts: (value) => Number.isSafeInteger(value) && (value as number) >= LEAST_BYTES,
    default: MOST_BYTES,
  },
  drain: withParts,
  debug: { expected: 'true or false', accepts: (value) => typeof value === 'boolean', default: false },
  logger: {
    expected: 'a function or false',
    accepts: (value) => value === false || isFunction(value),
    default: undefined,
  },
  onProblem: {
    expected: 'a function or a list of functions',
    accepts: (value) => isFunction(value) || itemsOf(value)?.every(isFunction) === true,
    default: undefined,
  },
} as const satisfies OptionRows

function isBase(value: unknown): boolean {
  return typeof value === 'string' && (/^\/(?!\/)/.test(value) || isAbsoluteUri(value))
}

function isLine(value: unknown): boolean {
  return typeof value === 'string' && value !== '' && fieldValue(value) !== undefined
}

/** The body that errors had before they were problems, for clients that were written for it. */
import { jsonText } from '../../../schemas/json-text.js'
import { bare, pickGiven } from '../../guard/bare.js'
import { isThenable } from '../../guard/call.js'
import { timeOf } from '../../guard/kind.js'
import { isRecord } from '../../guard/read.js'
import { isFunction, needKnownKeys, needRules, type OptionRule, wrongArgument, wrongOption } from '../../guard/refuse.js'
import { linkTarget } from '../../problem/fields/single.js'
import type { ProblemDocument } from '../../problem/problem.js'
import { type Content, isContent, type Representation, type RepresentationContext } from './representation.js'

/** What the old body looks like, and how long it is still sent. */
export interface LegacyBodyOptions {
  /** The media type of the old body, and so the one that gets it: `application/json`. */
  readonly mediaType: string
  /** Makes the old body. What is neither text nor bytes is sent as JSON: `({ status, title }) => ({ error: { code: status, message: title } })`. */
  readonly encode: (document: ProblemDocument, context: RepresentationContext) => unknown
  /**
   * Whether a client that does not care gets the old body.
   * @default false
   */
  readonly default?: boolean
  /**
   * When the old body was, or will be, deprecated: the field Deprecation (RFC 9745).
   * @default none
   */
  readonly deprecation?: Date
  /**
   * When the old body will not be sent any more, not before its deprecation: the field Sunset (RFC 8594).
   * @default none
   */
  readonly sunset?: Date
  /**
   * Where people read how to move on: the field Link, with the relations `deprecation` and `sunset` of the dates that are given, one at least.
   * @default none
   */
  readonly link?: string | { readonly href: string }
}

const date: OptionRule = { expected: 'a Date from 1970 to 9999', accepts: (value) => isWritable(timeOf(value)) }

const rows: { readonly [Name in keyof Required<LegacyBodyOptions>]: OptionRule } = {
  // Whoever uses the form checks the rest.
  mediaType: { isRequired: true, expected: 'a media type', accepts: (value) => typeof value === 'string' },
  encode: { isRequired: true, expected: 'a function', accepts: isFunction },
  default: { expected: 'true or false', accepts: (value) => typeof value === 'boolean' },
  deprecation: date,
  sunset: date,
  link: { expected: 'the address of a page', accepts: (value) => linkTarget(value) !== undefined },
}

// IMF-fixdate has a year of four digits (RFC 9110 5.6.7).
function isWritable(time: number | undefined): boolean {
  return time !== undefined && time >= 0 && time < Date.UTC(10_000, 0)
}

/**
 * Makes a form of the body that errors had before: who asks for its media type gets it, who asks for `application/problem+json` gets problems.
 *
 * @throws TypeError with the code ERR_PROBLEM_ARGUMENT or ERR_PROBLEM_OPTION where an option is wrong
 * @example
 * const app = express()
 * const old = legacyBody({
 *   mediaType: 'application/json',
 *   encode: ({ status, title, detail }) => ({ error: { code: status, message: detail ?? title } }),
 *   default: true,
 *   deprecation: new Date('2026-01-01'),
 *   sunset: new Date('2027-01-01'),
 * })
 * app.use(problemHandler({ representations: [json, old, html] })) // Accept: application/json gets { error: … }
 */
export function legacyBody(options: LegacyBodyOptions): Representation {
  const { mediaType, encode, default: isDefault = false, ...dates } = checkOptions(options)
  return {
    mediaType,
    headers: fieldsOf(dates),
    default: isDefault,
    encode(document, context) {
      const made = encode(document, context)
      return isThenable(made) ? made.then(contentOf) : contentOf(made)
    },
  }
}

// What is no content and cannot be JSON, such as undefined, is for whoever called the encoder to refuse.
function contentOf(made: unknown): Content {
  return isContent(made) ? made : (jsonText(made) as string)
}

function checkOptions(options: unknown): LegacyBodyOptions {
  if (!isRecord(options)) throw wrongArgument('legacyBody', 'an object with mediaType and encode', options)
  needKnownKeys(rows, options, 'legacyBody()')
  const given = pickGiven<Partial<LegacyBodyOptions>>(options, rows)
  needRules(given, rows, 'legacyBody().')
  // RFC 9745 5: the sunset MUST NOT be earlier.
  if (Number(timeOf(given.sunset)) < Number(timeOf(given.deprecation)))
    throw wrongOption('legacyBody().sunset', 'a date not before the deprecation', given.sunset)
  if (given.link !== undefined && given.deprecation === undefined && given.sunset === undefined)
    throw wrongOption('legacyBody().link', 'it beside a deprecation or a sunset', given.link)
  // The rows have looked at what is required.
  return given as LegacyBodyOptions
}

function fieldsOf({
  deprecation,
  sunset,
  link,
}: Pick<LegacyBodyOptions, 'deprecation' | 'sunset' | 'link'>): Record<string, string> {
  const fields: Record<string, string> = bare({})
  const [deprecated, ends] = [timeOf(deprecation), timeOf(sunset)]
  // RFC 9745 2.1: a Date of RFC 9651, which counts seconds.
  if (deprecated !== undefined) fields['Deprecation'] = `@${Math.floor(deprecated / 1000)}`
  if (ends !== undefined) fields['Sunset'] = new Date(ends).toUTCString()
  const relations = [...(deprecated === undefined ? [] : ['deprecation']), ...(ends === undefined ? [] : ['sunset'])]
  if (link !== undefined) fields['Link'] = relations.map((relation) => `<${linkTarget(link)}>; rel="${relation}"`).join(', ')
  return fields
}

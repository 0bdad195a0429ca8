/** The options of the page. */
import { isAbsoluteUri } from '../../../../schemas/uri.js'
import { pickGiven } from '../../../guard/bare.js'
import { callNow } from '../../../guard/call.js'
import { isRecord } from '../../../guard/read.js'
import { isFunction, isText, needKnownKeys, needRules, type OptionRule, wrongOption } from '../../../guard/refuse.js'
import type { ProblemDocument } from '../../../problem/problem.js'
import type { RepresentationContext } from '../representation.js'

/** The words of the page. */
export interface PageTexts {
  readonly adviceHeading: string
  /** What can be done. Without them it is what the table of status codes has, in English. */
  readonly advice: readonly string[]
  /** Whether and when the request may be sent again. */
  readonly retry: string
  readonly detailsHeading: string
  /** What stands in front of the request id or trace id. */
  readonly reference: string
  /** The link to the documentation of the type. */
  readonly documentation: string
  /** The link of the option `help`. */
  readonly help: string
  /** Says that the page does not show all members. */
  readonly more: string
}

/** Options of `html()`. */
export interface HtmlOptions {
  /**
   * The name of the service, in the title of the page.
   * @default none
   */
  readonly name?: string
  /**
   * Where people get help: a URI such as `mailto:help@example.com`, or a path.
   * @default none
   */
  readonly help?: string
  /**
   * The address of a style sheet of your own, which comes behind that of the page: an http(s) URL, or a path. The Content-Security-Policy allows it.
   * @default none
   */
  readonly stylesheet?: string
  /**
   * Gives words of your own, or in the language of the problem: `(document, { language }) => ({ adviceHeading: 'Was Sie tun können' })`. What it
   * does not give stays as it is.
   * @default English
   */
  readonly texts?: (document: ProblemDocument, context: RepresentationContext) => Partial<PageTexts> | undefined
}

const rows: { readonly [Name in keyof Required<HtmlOptions>]: OptionRule } = {
  name: { expected: 'a text', accepts: isText },
  help: {
    expected: 'an http(s) or mailto URI, or a path that starts with /',
    accepts: (value) => isAddress(value, /^(?:https?|mailto):/i),
  },
  stylesheet: {
    expected: 'an http(s) URL, or a path that starts with /, without spaces, quotes, commas and semicolons',
    accepts: (value) => isAddress(value, /^https?:/i) && !/[\s,;'"]/.test(value as string),
  },
  texts: { expected: 'a function', accepts: isFunction },
}

// A path, and not the authority of another site.
function isAddress(value: unknown, scheme: RegExp): boolean {
  return isText(value) && (/^\/(?![/\\])/.test(value) || (scheme.test(value) && isAbsoluteUri(value)))
}

/** Checks the options; a wrong one is a TypeError with a code. */
export function checkHtmlOptions(given: unknown = {}): HtmlOptions {
  if (!isRecord(given)) throw wrongOption('html()', 'an object of options', given)
  needKnownKeys(rows, given, 'html()')
  const options = pickGiven<HtmlOptions>(given, rows)
  needRules(options, rows, 'html().')
  return options
}

/** Reads the words that the option `texts` gives; what is no text counts as not given. */
export function givenTexts(
  { texts }: HtmlOptions,
  document: ProblemDocument,
  context: RepresentationContext,
): Partial<PageTexts> {
  if (texts === undefined) return {}
  const { given, failure } = callNow(() => texts(document, context))
  // Whoever called the encoder tells of it.
  if (failure !== undefined) throw new TypeError(`The option texts of html() is ${failure}.`)
  return isRecord(given) ? given : {}
}

/** The document as a page: for a person with a browser, and with the option `debug` for a developer. */

import { assignOwn } from '../../../guard/bare.js'
import type { ProblemDocument } from '../../../problem/problem.js'
import type { Encoded, Representation, RepresentationContext } from '../representation.js'
import { developerPage } from './developer.js'
import { checkHtmlOptions, type HtmlOptions } from './options.js'
import { problemPage } from './page.js'
import { pageFields } from './policy.js'

/** A form that is also a function which makes one with options. */
export type HtmlRepresentation = Representation & ((options?: HtmlOptions) => Representation)

/**
 * Answers people: a small page, light or dark, without scripts, that has the document embedded (RFC 9457 Appendix C). With the option `debug`
 * it is a developer's page, by youch where that is installed.
 * @throws TypeError `ERR_PROBLEM_OPTION` when it is called with a wrong option
 *
 * @example
 * const app = express()
 * const page = html({ name: 'Bookshop', help: 'mailto:help@example.com' })
 * app.use(problemHandler({ representations: [json, page] })) // a browser gets the page
 */
export const html: HtmlRepresentation = assignOwn(
  (options?: HtmlOptions): Representation => htmlWith(checkHtmlOptions(options)),
  htmlWith(checkHtmlOptions()),
)

function htmlWith(options: HtmlOptions): Representation {
  return {
    mediaType: 'text/html; charset=utf-8',
    alsoFor: ['application/xhtml+xml'],
    headers: pageFields(options.stylesheet),
    encode: (document: ProblemDocument, context: RepresentationContext): Encoded | Promise<Encoded> =>
      context.debug ? developerPage(document, context, options) : problemPage(document, context, options),
  }
}

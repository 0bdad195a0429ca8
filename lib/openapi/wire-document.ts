/** Makes documents as a handler sends them: by the same code, and with its `baseUri`. */

import { bare, pickGiven } from '../guard/bare.js'
import { isRecord } from '../guard/read.js'
import { needKnownKeys, wrongOption } from '../guard/refuse.js'
import { prepareDocumentSettings } from '../handler/settings.js'
import type { HttpProblem, ProblemDocument } from '../problem/problem.js'
import { problemDocument } from '../respond/document/document.js'
import type { RequestFacts } from '../respond/facts.js'
import { jsonRepresentation } from '../respond/representations/json.js'

/** Gives the document of a problem, or of what a class says of its problems. */
export type WireDocument = (
  problem: HttpProblem | (Pick<ProblemDocument, 'type' | 'status'> & { title: unknown }),
) => ProblemDocument

/** Options of `problemResponses`, and of `problemComponents` too. */
export interface SentOptions {
  /**
   * The `baseUri` of the handler, which completes relative type URIs.
   * @default they are documented as they were declared
   */
  readonly baseUri?: string
}

const NO_REQUEST: RequestFacts = { method: 'GET', url: '/', httpVersionMajor: 1, headers: {}, request: undefined }

/** Checks the options and gives the maker of documents. */
export function wireDocument(options: unknown, names: object): WireDocument {
  if (!isRecord(options)) throw wrongOption('options', `an object with ${Object.keys(names).join(' and ')}`, options)
  needKnownKeys(names, options, 'options')
  const { baseUri } = pickGiven<SentOptions>(options, { baseUri: true })
  // Members are not checked: whether an example fits its schema must not depend on a compiler that a browser has not.
  const settings = prepareDocumentSettings(bare(baseUri === undefined ? {} : { baseUri }), () => undefined)
  const ignore = (): void => undefined
  return (problem) => {
    const document = problemDocument({ problem: problem as HttpProblem, facts: NO_REQUEST, settings, report: ignore })
    return JSON.parse(jsonRepresentation.encode(document)) as ProblemDocument
  }
}

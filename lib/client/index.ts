/** The entry for clients: what the answer of a server means. It needs nothing of Node. */

export { type AnsweredResponse, fromResponse } from './from-response.js'
export type { FromResponseOptions } from './from-response-options.js'
export { type Fetch, problemFetch } from './problem-fetch.js'
export type { ReceivedProblem } from './received-problem.js'
export type { VendorFacts } from './status-facts.js'

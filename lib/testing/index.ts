/** What users need to test their problems. */
export { assertExamples, type DeclaredProblemType } from './assert-examples.js'
export { assertProblemResponse } from './assert-response.js'
export { ProblemAssertionError } from './assertion-error.js'
export { type ChaiModule, type ChaiUtils, chaiProblems } from './chai.js'
export type { DocumentOf, ExpectedMember, ExpectedMembers, MembersOfClass, ProblemClass } from './expectation.js'
export type { FetchResponse, PlainResponse } from './response.js'

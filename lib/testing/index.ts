/** What users need to test their problems. */
export type { RouteProblem, RouteRecord, RouteRecords, SkippedRoute } from '../routes/record.js'
export { assertExamples, type DeclaredProblemType } from './assert-examples.js'
export { assertProblemResponse } from './assert-response.js'
export { ProblemAssertionError } from './assertion-error.js'
export { type ChaiModule, type ChaiUtils, chaiProblems } from './chai.js'
export type { DocumentOf, ExpectedMember, ExpectedMembers, MembersOfClass, ProblemClass } from './expectation.js'
export { mergeShards } from './record/merge.js'
export type { RecordOptions } from './record/options.js'
export type {
  BrokenPromise,
  RecordedProblem,
  RecordedProblems,
  RecordedRoute,
  UndeclaredAnswer,
  UnroutedAnswer,
} from './record/recorded.js'
export { type ProblemRecorder, recordProblems } from './record/recorder.js'
export type { ProblemReport, ReportedAnswer, ReportedProblem, ReportedPromise } from './record/reported.js'
export type { RecordAssertOptions, RecordSeverity } from './record/verdict.js'
export type { FetchResponse, PlainResponse } from './response.js'

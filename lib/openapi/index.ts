/** Documents problem classes, and the problems of an app's routes, in OpenAPI 3.0, 3.1 and 3.2. */
export type { ProblemClass } from '../define/problem-class.js'
export { collectExpress } from '../routes/collect/express/express.js'
export { collectKoa } from '../routes/collect/koa/koa.js'
export type { CollectKoaOptions } from '../routes/collect/koa/mounts.js'
export type { RouteProblem, RouteRecord, RouteRecords, SkippedRoute } from '../routes/record.js'
export { type ComponentsOptions, problemComponents } from './components.js'
export type {
  ConflictReason,
  DocumentConflict,
  DocumentedResponse,
  DocumentOperation,
} from './document/changes.js'
export {
  type ComponentChange,
  type DocumentedProblems,
  documentProblems,
  type ProblemsReport,
} from './document/document-problems.js'
export type { DocumentOptions, RetryExtensions } from './document/options.js'
export { type DocumentedYaml, documentProblemsYaml } from './document/yaml/document-problems-yaml.js'
export type {
  ExampleObject,
  HeaderObject,
  MediaTypeObject,
  ProblemComponents,
  ProblemResponses,
  ReferenceObject,
  ResponseObject,
  SchemaObject,
} from './objects.js'
export { problemResponses } from './responses.js'
export type { OpenApiVersion } from './versions.js'
export type { SentOptions } from './wire-document.js'

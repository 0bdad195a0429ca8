/** The names that each entry of the package exports. A new name is a promise, so it is written down here first. */
import { readFileSync } from 'node:fs'
import { expect } from 'chai'
import { loadEntry, sourceOf } from '../entries.js'
import { root } from './imports.js'

const classes = [
  'BadRequest',
  'Unauthorized',
  'PaymentRequired',
  'Forbidden',
  'NotFound',
  'MethodNotAllowed',
  'NotAcceptable',
  'ProxyAuthenticationRequired',
  'RequestTimeout',
  'Conflict',
  'Gone',
  'LengthRequired',
  'PreconditionFailed',
  'ContentTooLarge',
  'URITooLong',
  'UnsupportedMediaType',
  'RangeNotSatisfiable',
  'ExpectationFailed',
  'ImATeapot',
  'MisdirectedRequest',
  'UnprocessableContent',
  'Locked',
  'FailedDependency',
  'TooEarly',
  'UpgradeRequired',
  'PreconditionRequired',
  'TooManyRequests',
  'RequestHeaderFieldsTooLarge',
  'UnavailableForLegalReasons',
  'InternalServerError',
  'NotImplemented',
  'BadGateway',
  'ServiceUnavailable',
  'GatewayTimeout',
  'HTTPVersionNotSupported',
  'VariantAlsoNegotiates',
  'InsufficientStorage',
  'LoopDetected',
  'NotExtended',
  'NetworkAuthenticationRequired',
]

const aliases = ['PayloadTooLarge', 'RequestEntityTooLarge', 'UnprocessableEntity']

const promised = [
  {
    entry: 'http-problems',
    values: [
      ...classes,
      ...aliases,
      'HttpProblem',
      'assertProblem',
      'createProblem',
      'defineProblem',
      'definitionOf',
      'describeStatus',
      'faultTexts',
      'idempotencyTypes',
      'isHttpProblem',
      'map',
      'problemClasses',
      'registeredTypes',
      'toProblem',
      'upstreamProblem',
    ],
    types: [
      'AcceptOptions',
      'AllowOptions',
      'ArgumentsOf',
      'BlockedOptions',
      'Challenge',
      'ChallengeOptions',
      'ConstraintPointers',
      'CreateOptions',
      'Declaration',
      'DeclaredArguments',
      'DeclaredOptions',
      'DeclaredProblem',
      'DeclaredProblemClass',
      'DescribeFault',
      'DocumentedField',
      'ErrorMapper',
      'ErrorStatus',
      'ExposedErrors',
      'FaultCode',
      'FaultContext',
      'FieldValue',
      'ForeignFacts',
      'GivenHeaders',
      'IdempotencyTypes',
      'JsonSchema',
      'MembersOf',
      'MembersSchema',
      'OptionsOf',
      'ProblemDefinition',
      'ProblemDocument',
      'ProblemFault',
      'ProblemOf',
      'ProblemOptions',
      'RangeOptions',
      'RateLimit',
      'RateLimitOptions',
      'RateLimitPolicy',
      'RateLimitState',
      'RegisteredTypes',
      'RetryAdvice',
      'RetryOptions',
      'SimpleProblemClass',
      'StandardMembersSchema',
      'StatusClass',
      'StatusDescription',
      'ThrownFaults',
      'ToProblemOptions',
      'ToldFault',
      'Translate',
      'TranslateContext',
      'Translation',
      'UpgradeOptions',
      'UpstreamPolicy',
      'ValidationCode',
    ],
  },
  {
    entry: 'http-problems/express',
    values: ['adoptResponses', 'notFoundHandler', 'problemHandler', 'problemScope', 'problems', 'route', 'validate', 'validated'],
    types: [
      'AdoptOptions',
      'AdoptResponsesOptions',
      'HookRequest',
      'Next',
      'ProblemClass',
      'ProblemEvent',
      'ProblemHandler',
      'ProblemHandlerOptions',
      'ProblemScopeOptions',
      'ProblemsMiddleware',
      'RequestFacts',
      'RequestSchema',
      'RequestSchemas',
      'RouteHandler',
      'StandardSchema',
      'ValidateMiddleware',
      'ValidateOptions',
      'Validated',
    ],
  },
  {
    entry: 'http-problems/koa',
    values: ['problemHandler', 'problemScope', 'problems', 'validate', 'validated'],
    types: [
      'AdoptOptions',
      'HookContext',
      'ProblemClass',
      'ProblemContext',
      'ProblemEvent',
      'ProblemHandlerOptions',
      'ProblemScopeOptions',
      'ProblemsMiddleware',
      'RequestFacts',
      'RequestSchema',
      'RequestSchemas',
      'StandardSchema',
      'ValidateContext',
      'ValidateMiddleware',
      'ValidateOptions',
      'Validated',
    ],
  },
  {
    entry: 'http-problems/representations',
    values: ['html', 'json', 'legacyBody', 'markdown', 'xml'],
    types: [
      'Content',
      'Encoded',
      'HtmlOptions',
      'HtmlRepresentation',
      'LegacyBodyOptions',
      'PageTexts',
      'Representation',
      'RepresentationContext',
    ],
  },
  {
    entry: 'http-problems/openapi',
    values: ['collectExpress', 'collectKoa', 'documentProblems', 'documentProblemsYaml', 'problemComponents', 'problemResponses'],
    types: [
      'CollectKoaOptions',
      'ComponentChange',
      'ComponentsOptions',
      'ConflictReason',
      'DocumentConflict',
      'DocumentOperation',
      'DocumentOptions',
      'DocumentedProblems',
      'DocumentedResponse',
      'DocumentedYaml',
      'ExampleObject',
      'HeaderObject',
      'MediaTypeObject',
      'OpenApiVersion',
      'ProblemClass',
      'ProblemComponents',
      'ProblemResponses',
      'ProblemsReport',
      'ReferenceObject',
      'ResponseObject',
      'RetryExtensions',
      'RouteProblem',
      'RouteRecord',
      'RouteRecords',
      'SchemaObject',
      'SentOptions',
      'SkippedRoute',
    ],
  },
  {
    entry: 'http-problems/testing',
    values: ['ProblemAssertionError', 'assertExamples', 'assertProblemResponse', 'chaiProblems', 'mergeShards', 'recordProblems'],
    types: [
      'BrokenPromise',
      'ChaiModule',
      'ChaiUtils',
      'DeclaredProblemType',
      'DocumentOf',
      'ExpectedMember',
      'ExpectedMembers',
      'FetchResponse',
      'MembersOfClass',
      'PlainResponse',
      'ProblemClass',
      'ProblemRecorder',
      'ProblemReport',
      'RecordAssertOptions',
      'RecordOptions',
      'RecordSeverity',
      'RecordedProblem',
      'RecordedProblems',
      'RecordedRoute',
      'ReportedAnswer',
      'ReportedProblem',
      'ReportedPromise',
      'RouteProblem',
      'RouteRecord',
      'RouteRecords',
      'SkippedRoute',
      'UndeclaredAnswer',
      'UnroutedAnswer',
    ],
  },
  {
    entry: 'http-problems/telemetry',
    values: ['captureProblems', 'countProblems', 'problemLogger', 'shouldReport', 'traceMember', 'traceProblems'],
    types: [
      'Capture',
      'CaptureHint',
      'CaptureOptions',
      'CountOptions',
      'CountTarget',
      'ExceptionSignal',
      'LogTarget',
      'LoggerKind',
      'Meter',
      'MeterSource',
      'OpenTelemetryApi',
      'ProblemEvent',
      'ProblemLog',
      'ProblemLoggerOptions',
      'PromRegistry',
      'RequestFacts',
      'TraceMemberOptions',
      'TraceMembers',
      'TraceOptions',
    ],
  },
  {
    entry: 'http-problems/client',
    values: ['fromResponse', 'matchProblem', 'parseRetryAfter', 'problemFetch', 'retryAdvice', 'retryBudget'],
    types: [
      'AnsweredResponse',
      'Fetch',
      'FromResponseOptions',
      'NoRetry',
      'ReceivedProblem',
      'RetryAdviceOptions',
      'RetryBudget',
      'RetryBudgetOptions',
      'RetryKind',
      'RetryReason',
      'RetryVerdict',
      'VendorFacts',
    ],
  },
  {
    entry: 'http-problems/compat',
    values: [...classes, ...aliases, 'BandwidthLimitExceeded', 'HttpError', 'createError', 'default', 'isHttpError'],
    types: ['AbstractHttpError', 'CreateError', 'HttpErrorArgument', 'HttpErrorConstructor', 'HttpErrorConstructors'],
  },
]

/** Lists the names of the types that an index file exports; its habits allow only `export { type A }` and `export type { A }`. */
function exportedTypes(file: string): readonly string[] {
  const text = readFileSync(`${root}${file}`, 'utf8')
  return [...text.matchAll(/export (type )?\{([^}]*)\}/g)].flatMap(([, all, names = '']) =>
    names
      .split(',')
      .map((name) => name.trim())
      .filter((name) => name !== '' && (all !== undefined || name.startsWith('type ')))
      .map((name) => name.replace(/^type /, '')),
  )
}

for (const { entry, values, types } of promised) {
  const file = sourceOf(entry)
  describe(`The entry ${entry}`, () => {
    it('exports these values and no others', async () => {
      expect(Object.keys(await loadEntry(entry)).sort()).to.deep.equal([...values].sort())
    })

    it('exports these types and no others', () => {
      expect([...exportedTypes(file)].sort()).to.deep.equal([...types].sort())
    })

    it('lists every name', () => {
      expect(readFileSync(`${root}${file}`, 'utf8')).not.to.match(/export \*|export default/)
    })
  })
}

describe('package.json', () => {
  it('has these entries, and the schema', () => {
    const { exports } = JSON.parse(readFileSync(`${root}package.json`, 'utf8')) as { exports: Record<string, unknown> }
    expect(Object.keys(exports)).to.deep.equal([
      ...promised.map(({ entry }) => entry.replace('http-problems', '.')),
      './schemas/problem.json',
      './package.json',
    ])
  })

  it('names the command line, which is built', () => {
    const { bin } = JSON.parse(readFileSync(`${root}package.json`, 'utf8')) as { bin: Record<string, string> }
    expect(Object.keys(bin)).to.deep.equal(['http-problems'])
    expect(readFileSync(`${root}${bin['http-problems']}`, 'utf8')).to.match(/^#!\/usr\/bin\/env node\n/)
  })
})

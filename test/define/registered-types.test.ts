import { readdirSync, readFileSync } from 'node:fs'
import { expect } from 'chai'
import { expectTypeOf } from 'expect-type'
import { faultsOf } from '../../lib/guard/fault.js'
import { BadRequest, Conflict, definitionOf, type HttpProblem, idempotencyTypes, registeredTypes } from '../../lib/index.js'
import { schemaFindings } from '../../schemas/validate.js'

interface Example {
  readonly section: string
  readonly status: number
  readonly body: Readonly<Record<string, unknown>> & { readonly type?: string }
}

const folder = 'test/fixtures/problem-types'

// Each problem as an application makes it.
const made: Readonly<Record<string, () => HttpProblem>> = {
  'digest-invalid-values': () =>
    new registeredTypes.DigestInvalidValues({
      invalid_digests: [{ algorithm: 'sha-512', header: 'Repr-Digest', reason: 'digest value is not 64 bytes long' }],
    }),
  'digest-mismatched-values': () =>
    new registeredTypes.DigestMismatchedValues({
      mismatched_digests: [
        { algorithm: 'sha-256', provided_digest: ':RK/0qy18MlBSVnWgjwz6lZEWjP/lF5HF9bvEF8FabDg=:', header: 'Repr-Digest' },
      ],
    }),
  'digest-unsupported-algorithms': () =>
    new registeredTypes.DigestUnsupportedAlgorithms({
      unsupported_algorithms: [
        { algorithm: 'md5', header: 'Repr-Digest' },
        { algorithm: 'md5', header: 'Content-Digest' },
      ],
    }),
  'idempotency-missing': () => new registeredTypes.IdempotencyKeyMissing(),
  'idempotency-outstanding': () => new registeredTypes.IdempotencyKeyOutstanding(),
  'idempotency-reused': () => new registeredTypes.IdempotencyKeyReused(),
  'ratelimit-abnormal-usage-detected': () => new registeredTypes.AbnormalUsageDetected({ 'violated-policies': ['hourly'] }),
  'ratelimit-quota-exceeded': () => new registeredTypes.QuotaExceeded({ 'violated-policies': ['daily', 'bandwidth'] }),
  'ratelimit-temporary-reduced-capacity': () => new registeredTypes.TemporaryReducedCapacity({ 'violated-policies': ['hourly'] }),
  'resumable-inconsistent-upload-length': () => new registeredTypes.InconsistentUploadLength(),
  'resumable-mismatching-upload-offset': () =>
    new registeredTypes.MismatchingUploadOffset({ 'expected-offset': 12_500_000, 'provided-offset': 25_000_000 }),
  'rfc9458-date': () => new registeredTypes.DateNotAcceptable(),
  'rfc9458-ohttp-key': () => new registeredTypes.OhttpKeyNotAcceptable(),
  // No type of its own: the class of the status is enough.
  'rfc9530-unsupported-digest': () => new BadRequest('Supported hashing algorithms: sha-256, sha-512'),
}

describe('registeredTypes', () => {
  it('has an example of its specification for each type, but for the one that drafts gave up', () => {
    const files = readdirSync(folder).map((file) => file.replace('.json', ''))
    expect(files).to.have.members(Object.keys(made))
    const names = Object.values(made).map((make) => make().name)
    expect([...names, 'CompletedUpload']).to.include.members(Object.keys(registeredTypes))
  })

  for (const [name, make] of Object.entries(made)) {
    const { section, status, body } = JSON.parse(readFileSync(`${folder}/${name}.json`, 'utf8')) as Example

    it(`reproduces the example of ${section}: ${name} [P25]`, () => {
      const problem = make()
      // Our documents always have the status and, where it is about:blank, the type.
      expect(problem.toJSON()).to.deep.equal({ type: 'about:blank', ...body, status })
      expect(faultsOf(problem)).to.deep.equal([])
      expect(schemaFindings(problem.toJSON())).to.deep.equal([])
    })
  }

  for (const [name, Class] of Object.entries(registeredTypes)) {
    it(`gives ${name} as a declared class, the same each time`, () => {
      expect(Class.name).to.equal(name)
      expect(definitionOf(Class)).to.include({ name, type: Class.type, status: Class.status, title: Class.title })
      expect(registeredTypes).to.have.property(name, Class)
      expect(new Class()).to.be.instanceOf(Class)
    })
  }

  it('declares a type when it is first asked for', async () => {
    const copy = '../../lib/define/registered/registered-types.js?copy'
    const { registeredTypes: types } = (await import(copy)) as { registeredTypes: typeof registeredTypes }
    const declared = (): string[] => Object.keys(types).filter((name) => !Object.getOwnPropertyDescriptor(types, name)?.get)
    expect(declared()).to.deep.equal([])
    expect(types.QuotaExceeded).to.equal(types.QuotaExceeded)
    expect(declared()).to.deep.equal(['QuotaExceeded'])
  })

  it('knows the members and the status of each class', () => {
    const problem = new registeredTypes.MismatchingUploadOffset({ 'expected-offset': 1 }, { headers: { 'Upload-Offset': 1 } })
    expectTypeOf(problem.status).toEqualTypeOf<409>()
    expectTypeOf(problem.type).toEqualTypeOf<'https://iana.org/assignments/http-problem-types#mismatching-upload-offset'>()
    expectTypeOf(problem['expected-offset']).toEqualTypeOf<number | undefined>()
    // @ts-expect-error: the draft does not name it so.
    new registeredTypes.MismatchingUploadOffset({ expectedOffset: 1 })
    expect(problem).to.be.instanceOf(Conflict)
    expect(problem['expected-offset']).to.equal(1)
    expect(problem.headers).to.deep.equal({ 'Upload-Offset': '1' })
  })

  it('has no room for the digest that the server computed', () => {
    const { members } = registeredTypes.DigestMismatchedValues.definition
    expect(members)
      .to.have.nested.property('properties.mismatched_digests.items')
      .which.deep.includes({ additionalProperties: false, required: ['algorithm', 'provided_digest', 'header'] })
  })

  it('tells three problems with one type URI apart by their status', () => {
    const { IdempotencyKeyMissing, IdempotencyKeyOutstanding, IdempotencyKeyReused } = registeredTypes
    const classes = [IdempotencyKeyMissing, IdempotencyKeyOutstanding, IdempotencyKeyReused]
    for (const Class of classes) expect(classes.filter((other) => new Class() instanceof other)).to.deep.equal([Class])
  })
})

describe('idempotencyTypes()', () => {
  it('gives each problem a type URI of its own on the page of the API', () => {
    const types = idempotencyTypes('https://api.example.com/docs/idempotency')
    expectTypeOf(types.IdempotencyKeyReused.type).toEqualTypeOf<'https://api.example.com/docs/idempotency#reused'>()
    expect(Object.values(types).map(({ name, type, status }) => [name, type, status])).to.deep.equal([
      ['IdempotencyKeyMissing', 'https://api.example.com/docs/idempotency#missing', 400],
      ['IdempotencyKeyOutstanding', 'https://api.example.com/docs/idempotency#outstanding', 409],
      ['IdempotencyKeyReused', 'https://api.example.com/docs/idempotency#reused', 422],
    ])
    expect(new types.IdempotencyKeyReused().toJSON()).to.include({
      type: 'https://api.example.com/docs/idempotency#reused',
      title: 'Idempotency-Key is already used',
    })
  })

  for (const page of ['https://api.example.com/docs#idempotency', 'no page']) {
    it(`refuses ${page}`, () => {
      expect(() => idempotencyTypes(page))
        .to.throw(TypeError)
        .with.property('code', 'ERR_PROBLEM_TYPE')
    })
  }
})

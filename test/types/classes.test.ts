/** What the compiler knows about the class of each status. The assertions are judged when the tests are compiled. */
import { expect } from 'chai'
import { expectTypeOf } from 'expect-type'
import type { ProblemDocument } from '../../lib/index.js'
import * as problems from '../../lib/index.js'
import { Conflict, type ErrorStatus, HttpProblem, type OptionsOf, problemClasses } from '../../lib/index.js'

// Written out by hand, so that a class that is missing or has another status in `problemClasses` is seen.
const instances = {
  400: new problems.BadRequest(),
  401: new problems.Unauthorized(),
  402: new problems.PaymentRequired(),
  403: new problems.Forbidden(),
  404: new problems.NotFound(),
  405: new problems.MethodNotAllowed({ allow: 'GET' }),
  406: new problems.NotAcceptable(),
  407: new problems.ProxyAuthenticationRequired(),
  408: new problems.RequestTimeout(),
  409: new problems.Conflict(),
  410: new problems.Gone(),
  411: new problems.LengthRequired(),
  412: new problems.PreconditionFailed(),
  413: new problems.ContentTooLarge(),
  414: new problems.URITooLong(),
  415: new problems.UnsupportedMediaType(),
  416: new problems.RangeNotSatisfiable(),
  417: new problems.ExpectationFailed(),
  418: new problems.ImATeapot(),
  421: new problems.MisdirectedRequest(),
  422: new problems.UnprocessableContent(),
  423: new problems.Locked(),
  424: new problems.FailedDependency(),
  425: new problems.TooEarly(),
  426: new problems.UpgradeRequired({ upgrade: 'HTTP/2.0' }),
  428: new problems.PreconditionRequired(),
  429: new problems.TooManyRequests(),
  431: new problems.RequestHeaderFieldsTooLarge(),
  451: new problems.UnavailableForLegalReasons(),
  500: new problems.InternalServerError(),
  501: new problems.NotImplemented(),
  502: new problems.BadGateway(),
  503: new problems.ServiceUnavailable(),
  504: new problems.GatewayTimeout(),
  505: new problems.HTTPVersionNotSupported(),
  506: new problems.VariantAlsoNegotiates(),
  507: new problems.InsufficientStorage(),
  508: new problems.LoopDetected(),
  510: new problems.NotExtended(),
  511: new problems.NetworkAuthenticationRequired(),
}
type Instances = typeof instances
type Classes = typeof problemClasses
type StatusOfClasses = { [Status in ErrorStatus]: Classes[Status] extends { readonly status: infer Literal } ? Literal : never }

// expect-type compares classes by their overloads, which is more than the compiler likes.
type Same<A, B> = (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false

describe('The type of a problem class', () => {
  it('has its status as a literal, on the instance and on the class', () => {
    expectTypeOf<{ [Status in keyof Instances]: Instances[Status]['status'] }>().toEqualTypeOf<{
      [Status in ErrorStatus]: Status
    }>()
    expectTypeOf<{ [Status in keyof Instances]: Instances[Status]['statusCode'] }>().toEqualTypeOf<{
      [Status in ErrorStatus]: Status
    }>()
    expectTypeOf<StatusOfClasses>().toEqualTypeOf<{ [Status in ErrorStatus]: Status }>()
    expectTypeOf(new Conflict().status).toEqualTypeOf<409>()
    for (const [status, instance] of Object.entries(instances)) {
      expect([instance.status, instance.statusCode], status).to.deep.equal([Number(status), Number(status)])
    }
  })

  it('is found by its status in problemClasses', () => {
    expectTypeOf<Same<Classes[409], typeof Conflict>>().toEqualTypeOf<true>()
    expectTypeOf<Same<Classes[409], typeof problems.NotFound>>().toEqualTypeOf<false>()
    expectTypeOf<keyof Classes>().toEqualTypeOf<keyof Instances>()
    // @ts-expect-error 200 is no error, so it has no class
    expect(problemClasses[200]).to.equal(undefined)
    expect(Object.entries(problemClasses)).to.deep.equal(
      Object.entries(instances).map(([status, instance]) => [status, instance.constructor]),
    )
  })

  it('is the same under an older name', () => {
    expectTypeOf<Same<typeof problems.PayloadTooLarge, typeof problems.ContentTooLarge>>().toEqualTypeOf<true>()
    expectTypeOf<Same<typeof problems.RequestEntityTooLarge, typeof problems.ContentTooLarge>>().toEqualTypeOf<true>()
    expectTypeOf<Same<typeof problems.UnprocessableEntity, typeof problems.UnprocessableContent>>().toEqualTypeOf<true>()
    expectTypeOf<problems.PayloadTooLarge>().toEqualTypeOf<problems.ContentTooLarge>()
    expectTypeOf<problems.RequestEntityTooLarge>().toEqualTypeOf<problems.ContentTooLarge>()
    expectTypeOf<problems.UnprocessableEntity>().toEqualTypeOf<problems.UnprocessableContent>()
    expect(problems.PayloadTooLarge).to.equal(problems.ContentTooLarge)
  })

  it('names every member of a problem', () => {
    const conflict = new Conflict()
    expectTypeOf(conflict).toExtend<HttpProblem<409>>()
    expectTypeOf(conflict).toExtend<Error>()
    expectTypeOf(conflict.type).toBeString()
    expectTypeOf(conflict.title).toBeString()
    expectTypeOf(conflict.detail).toEqualTypeOf<string | undefined>()
    expectTypeOf(conflict.instance).toEqualTypeOf<string | undefined>()
    expectTypeOf(conflict.extensions).toEqualTypeOf<Readonly<Record<string, unknown>>>()
    expectTypeOf(conflict.headers).toEqualTypeOf<Readonly<Record<string, string | readonly string[]>>>()
    expectTypeOf(conflict.expose).toBeBoolean()
    expectTypeOf(conflict.toJSON()).toEqualTypeOf<ProblemDocument>()
    expect(Object.keys(conflict).sort()).to.deep.equal(['expose', 'extensions', 'headers', 'status', 'title', 'type'])
  })

  it('does not let a program change what was thrown', () => {
    const changed: HttpProblem<409> = new Conflict()
    // @ts-expect-error a status is read only
    changed.status = 409
    // @ts-expect-error extension members are read only
    changed.extensions['seat'] = '12A'
    expect(changed.extensions).to.deep.equal({ seat: '12A' })
  })

  it('of HttpProblem takes the status first and keeps a literal', () => {
    expectTypeOf(new HttpProblem(409, 'Paid.').status).toEqualTypeOf<409>()
    expectTypeOf<HttpProblem['status']>().toEqualTypeOf<number>()
    expectTypeOf<OptionsOf<405>>().toEqualTypeOf<problems.AllowOptions>()
    expectTypeOf<OptionsOf<409>>().toEqualTypeOf<problems.ProblemOptions>()
    expect(new HttpProblem(409, 'Paid.').status).to.equal(409)
  })
})

/** What the arguments of a problem class may be. The assertions are judged when the tests are compiled. */
import { expect } from 'chai'
import { expectTypeOf } from 'expect-type'
import { faultsOf } from '../../lib/guard/fault.js'
import {
  Conflict,
  ContentTooLarge,
  type HttpProblem,
  InternalServerError,
  MethodNotAllowed,
  NotFound,
  type ProblemOptions,
  RangeNotSatisfiable,
  ServiceUnavailable,
  TooManyRequests,
  Unauthorized,
  UnavailableForLegalReasons,
  UnsupportedMediaType,
  UpgradeRequired,
} from '../../lib/index.js'

/** The places that a program without types is told about. */
function faultyPlaces(problem: HttpProblem): readonly string[] {
  return faultsOf(problem).map(({ place }) => place)
}

describe('The type of the arguments', () => {
  it('allows a text, a cause and options in their orders', () => {
    expectTypeOf(Conflict).toBeConstructibleWith()
    expectTypeOf(Conflict).toBeConstructibleWith('Order 7 is already paid.')
    expectTypeOf(Conflict).toBeConstructibleWith('Order 7 is already paid.', { instance: '/orders/7' })
    expectTypeOf(Conflict).toBeConstructibleWith(new Error('duplicate key'))
    expectTypeOf(Conflict).toBeConstructibleWith(new Error('duplicate key'), { detail: 'Order 7 is already paid.' })
    expectTypeOf(Conflict).toBeConstructibleWith({ cause: 'anything', extensions: { order: 7 }, headers: { ETag: '"a"' } })
    expect(faultyPlaces(new Conflict('Order 7 is already paid.', { instance: '/orders/7' }))).to.deep.equal([])
  })

  it('takes header fields in every form in which they come', () => {
    const pairs = [['ETag', '"a"']] as const
    expectTypeOf(Conflict).toBeConstructibleWith({ headers: new Headers({ ETag: '"a"' }) })
    expectTypeOf(Conflict).toBeConstructibleWith({ headers: new Map([['ETag', '"a"']]) })
    expectTypeOf(Conflict).toBeConstructibleWith({ headers: pairs })
    expectTypeOf(Conflict).toBeConstructibleWith({ headers: ['ETag', '"a"'] })
    expect(new Conflict({ headers: pairs }).headers).to.deep.equal({ ETag: '"a"' })
    // @ts-expect-error a text is no fields
    expect(faultyPlaces(new Conflict({ headers: 'ETag: "a"' }))).to.deep.equal(['headers'])
    // @ts-expect-error a field has a value
    expect(faultyPlaces(new Conflict({ headers: [['ETag', null]] }))).to.deep.equal(['headers.ETag'])
  })

  it('refuses arguments in another order', () => {
    // @ts-expect-error nothing stands behind the options
    expect(faultyPlaces(new Conflict({ detail: 'Paid.' }, 'Paid.'))).to.deep.equal(['arguments'])
    // @ts-expect-error a text is a string
    expect(faultyPlaces(new Conflict(7))).to.deep.equal(['text'])
    // @ts-expect-error options are an object
    expect(faultyPlaces(new Conflict('Paid.', '/orders/7'))).to.deep.equal(['options'])
  })

  it('makes `allow` of a 405 and `upgrade` of a 426 required', () => {
    // @ts-expect-error a 405 must carry Allow
    expect(new MethodNotAllowed().headers).not.to.have.property('Allow')
    // @ts-expect-error a 405 with a text must carry Allow
    expect(new MethodNotAllowed('Not here.').headers).not.to.have.property('Allow')
    // @ts-expect-error a 405 with other options must carry Allow
    expect(new MethodNotAllowed({ detail: 'Not here.' }).headers).not.to.have.property('Allow')
    // @ts-expect-error a 426 must carry Upgrade
    expect(new UpgradeRequired().headers).not.to.have.property('Upgrade')
    // @ts-expect-error a 426 with a text must carry Upgrade
    expect(new UpgradeRequired('Not like this.').headers).not.to.have.property('Upgrade')
    expectTypeOf(MethodNotAllowed).toBeConstructibleWith({ allow: ['GET', 'HEAD'] })
    expectTypeOf(MethodNotAllowed).toBeConstructibleWith('Not here.', { allow: 'GET, HEAD' })
    expectTypeOf(UpgradeRequired).toBeConstructibleWith({ upgrade: ['HTTP/2.0'] })
  })

  it('refuses an unknown option', () => {
    // @ts-expect-error there is no option `details`
    expect(faultyPlaces(new Conflict({ details: 'Paid.' }))).to.deep.equal(['options'])
    // @ts-expect-error a type belongs to createProblem and to declared types
    expect(faultyPlaces(new Conflict('Paid.', { type: 'https://example.com/paid' }))).to.deep.equal(['options'])
    // @ts-expect-error a title belongs to a type
    expect(faultyPlaces(new Conflict('Paid.', { title: 'Paid' }))).to.deep.equal(['options'])
  })

  it('refuses an option of another status', () => {
    // @ts-expect-error `allow` belongs to a 405
    expect(faultyPlaces(new NotFound({ allow: 'GET' }))).to.deep.equal(['options'])
    // @ts-expect-error `retryAfter` belongs to a 413, a 429 and a 503
    expect(faultyPlaces(new InternalServerError({ retryAfter: 5 }))).to.deep.equal(['options'])
    // @ts-expect-error `rateLimit` belongs to a 429 and a 503
    expect(faultyPlaces(new ContentTooLarge({ rateLimit: {} }))).to.deep.equal(['options'])
    // @ts-expect-error `challenges` belongs to a 400, a 401, a 403 and a 407
    expect(faultyPlaces(new NotFound({ challenges: 'Basic' }))).to.deep.equal(['options'])
  })

  it('refuses a common option of a wrong type', () => {
    // @ts-expect-error a detail is a string
    expect(faultyPlaces(new Conflict({ detail: 7 }))).to.deep.equal(['detail'])
    // @ts-expect-error an instance is a string
    expect(faultyPlaces(new Conflict({ instance: true }))).to.deep.equal(['instance'])
    // @ts-expect-error extension members are an object
    expect(faultyPlaces(new Conflict({ extensions: 'seat' }))).to.deep.equal(['extensions'])
    // @ts-expect-error the value of a field is a string, a number or a list of strings
    expect(faultyPlaces(new Conflict({ headers: { ETag: { weak: true } } }))).to.deep.equal(['headers.ETag'])
    // @ts-expect-error expose is true or false
    expect(faultyPlaces(new Conflict({ expose: 'yes' }))).to.deep.equal(['expose'])
  })

  it('refuses an option of a status that has a wrong type', () => {
    // @ts-expect-error methods are strings
    expect(faultyPlaces(new MethodNotAllowed({ allow: 7 }))).to.deep.equal(['allow'])
    // @ts-expect-error a moment is a Date, seconds are a number
    expect(faultyPlaces(new ServiceUnavailable({ retryAfter: 'soon' }))).to.deep.equal(['retryAfter'])
    // @ts-expect-error a size is a number of bytes
    expect(faultyPlaces(new RangeNotSatisfiable({ size: '1 MB' }))).to.deep.equal(['size'])
    // @ts-expect-error a policy has a quota
    expect(faultyPlaces(new TooManyRequests({ rateLimit: { policies: [{ name: 'day' }] } }))).to.include('rateLimit')
    // @ts-expect-error a challenge has a scheme
    expect(faultyPlaces(new Unauthorized({ challenges: { realm: 'api' } }))).to.deep.equal(['challenges'])
    // @ts-expect-error media types are strings
    expect(faultyPlaces(new UnsupportedMediaType({ accept: [7] }))).to.deep.equal(['accept'])
    // @ts-expect-error whoever blocks is named by a URI
    expect(faultyPlaces(new UnavailableForLegalReasons({ blockedBy: 7 }))).to.deep.equal(['blockedBy'])
  })

  it('takes whoever blocks as a text, as a URL and as what has an address like one', () => {
    const href = 'https://isp.example/'
    for (const blockedBy of [href, new URL(href), { href }])
      expect(faultyPlaces(new UnavailableForLegalReasons({ blockedBy }))).to.deep.equal([])
  })

  it('allows options that are undefined, since values come from elsewhere', () => {
    expectTypeOf<{ detail: string | undefined }>().toExtend<ProblemOptions>()
    expect(faultyPlaces(new Conflict({ detail: undefined, instance: undefined, extensions: undefined }))).to.deep.equal([])
  })
})

/** The body that errors had before, beside problems. */
import { expect } from 'chai'
import type express5 from 'express'
import { NotFound } from '../../../lib/index.js'
import { html, json, type LegacyBodyOptions, legacyBody } from '../../../lib/respond/representations/index.js'
import type { RepresentationContext } from '../../../lib/respond/representations/representation.js'
import { problemHandler } from '../../../middleware/express/index.js'
import { ASKS, ask } from '../../adopt/serving.js'
import { expressVersions } from '../../contract/versions.js'

const express = expressVersions['Express 5.3'] as typeof express5
const document = { type: 'about:blank', title: 'Not Found', status: 404 }
// No encoder here looks at it.
const context = {} as RepresentationContext

const envelope: LegacyBodyOptions = {
  mediaType: 'application/json',
  encode: ({ status, title, detail }) => ({ error: { code: status, message: detail ?? title } }),
}

function appOf(old: LegacyBodyOptions, thrown: unknown = new NotFound('There is no book 8.')): unknown {
  const app = express()
  app.get('/', () => {
    throw thrown
  })
  app.use(problemHandler({ logger: false, representations: [json, legacyBody(old), html] }))
  return app
}

describe('legacyBody()', () => {
  it('gives the old body to who asks for its media type, and problems to who asks for those', async () => {
    const app = appOf(envelope)
    const old = '{"error":{"code":404,"message":"There is no book 8."}}'
    const got = async (accept?: string): Promise<string> =>
      (await ask(app, '/', accept === undefined ? {} : { headers: { accept } })).text
    expect(await got('application/json')).to.equal(old)
    expect(await got('application/json, text/plain, */*')).to.equal(old)
    for (const accept of [undefined, '*/*', 'application/problem+json', 'application/problem+json, application/json;q=0.9'])
      expect(await got(accept), accept).to.include('"type":"about:blank"')
    expect(await got('text/html')).to.include('<html')
    const { status, fields } = await ask(app, '/', { headers: { accept: 'application/json' } })
    expect(status).to.equal(404)
    expect(fields).to.include({ 'content-type': 'application/json', vary: 'Accept', 'content-length': String(old.length) })
    expect(fields).to.not.have.any.keys('deprecation', 'sunset', 'link')
  })

  it('gives it to clients that do not care with `default`', async () => {
    const app = appOf({ ...envelope, default: true })
    for (const accept of ['*/*', 'application/json', 'garbage']) {
      const got = await ask(app, '/', { headers: { accept } })
      expect(got.fields['content-type'], accept).to.equal('application/json')
    }
    expect((await ask(app, '/')).fields['content-type']).to.equal('application/json')
    expect((await ask(app, '/', { headers: ASKS })).fields['content-type']).to.equal('application/problem+json')
  })

  it('says until when it is sent: RFC 9745, RFC 8594', async () => {
    const app = appOf(
      {
        ...envelope,
        deprecation: new Date('2026-01-01T00:00:00.900Z'),
        sunset: new Date('2027-06-30T23:59:59Z'),
        link: 'https://api.example.com/docs/errors',
      },
      new NotFound({ headers: { Link: '</books>; rel="up"' } }),
    )
    const { fields } = await ask(app, '/', { headers: { accept: 'application/json' } })
    expect(fields).to.include({ deprecation: '@1767225600', sunset: 'Wed, 30 Jun 2027 23:59:59 GMT' })
    expect(fields['link']).to.equal(
      '</books>; rel="up", <https://api.example.com/docs/errors>; rel="deprecation", <https://api.example.com/docs/errors>; rel="sunset"',
    )
    const problem = await ask(app, '/', { headers: ASKS })
    expect(problem.fields).to.not.have.any.keys('deprecation', 'sunset')
    expect(problem.fields['link']).to.equal('</books>; rel="up"')
  })

  it('links one date, or none without a page', () => {
    const link = new URL('https://example.com/errors')
    const fieldsOf = (options: Partial<LegacyBodyOptions>): unknown => legacyBody({ ...envelope, ...options }).headers
    const date = new Date(0)
    expect(fieldsOf({ deprecation: date, link })).to.deep.equal({
      Deprecation: '@0',
      Link: '<https://example.com/errors>; rel="deprecation"',
    })
    expect(fieldsOf({ sunset: date, link: '/errors' })).to.deep.equal({
      Sunset: 'Thu, 01 Jan 1970 00:00:00 GMT',
      Link: '</errors>; rel="sunset"',
    })
    expect(fieldsOf({ sunset: date, deprecation: date })).to.have.all.keys('Sunset', 'Deprecation')
    expect(fieldsOf({})).to.deep.equal({})
  })

  it('sends text and bytes as they are, and everything else as JSON', async () => {
    const made = (value: unknown): unknown => legacyBody({ mediaType: 'text/old', encode: () => value }).encode(document, context)
    const bytes = Uint8Array.of(1, 2)
    expect(made('old')).to.equal('old')
    expect(made(bytes)).to.equal(bytes)
    expect(made({ body: 'x', headers: {} })).to.equal('{"body":"x","headers":{}}')
    expect(made([null])).to.equal('[null]')
    expect(await made(Promise.resolve({ late: true }))).to.equal('{"late":true}')
  })

  it('leaves JSON where the encoder throws, gives nothing, rejects or gives what cannot be JSON', async () => {
    const circle: { self?: unknown } = {}
    circle.self = circle
    const encoders: readonly (() => unknown)[] = [
      () => {
        throw new Error('x')
      },
      () => undefined,
      () => 1n,
      () => circle,
      () => Promise.reject(new Error('x')),
    ]
    for (const encode of encoders) {
      const got = await ask(appOf({ mediaType: 'application/json', encode }), '/', { headers: { accept: 'application/json' } })
      expect(got).to.include({ status: 404 })
      expect(got.fields['content-type']).to.equal('application/problem+json')
    }
  })

  it('refuses wrong options', () => {
    const wrong: readonly [unknown, RegExp][] = [
      [undefined, /legacyBody: expected an object/],
      [{}, /legacyBody\(\)\.mediaType: expected a media type, got undefined/],
      [{ mediaType: 'application/json' }, /legacyBody\(\)\.encode: expected a function, got undefined/],
      [{ ...envelope, encode: 'x' }, /legacyBody\(\)\.encode: expected a function/],
      [{ ...envelope, default: 1 }, /default/],
      [{ ...envelope, deprecation: '2026-01-01' }, /deprecation: expected a Date/],
      [{ ...envelope, deprecation: new Date(Number.NaN) }, /deprecation/],
      [{ ...envelope, sunset: new Date(Date.UTC(10_000, 0)) }, /sunset/],
      [{ ...envelope, deprecation: new Date(1000), sunset: new Date(0) }, /sunset: expected a date not before/],
      [{ ...envelope, link: 'a>b' }, /link/],
      [{ ...envelope, link: 'a\r\nb' }, /link/],
      [{ ...envelope, link: 7 }, /link/],
      [{ ...envelope, link: '/errors' }, /link: expected it beside a deprecation or a sunset/],
      [{ ...envelope, sunsets: 1 }, /sunsets/],
    ]
    for (const [options, message] of wrong) expect(() => legacyBody(options as LegacyBodyOptions)).to.throw(TypeError, message)
    const notReal = legacyBody({ ...envelope, mediaType: 'json' })
    expect(() => problemHandler({ representations: [notReal] })).to.throw(TypeError, /mediaType/)
  })
})

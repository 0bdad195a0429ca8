/** The members that name the trace and the request. */
import { expect } from 'chai'
import { Conflict } from '../../lib/index.js'
import { traceMember } from '../../lib/telemetry/index.js'
import type { TraceMemberOptions } from '../../lib/telemetry/trace/trace-member.js'
import { frameworks, start } from '../contract/framework.js'
import { plainFacts } from '../respond/answer-to.js'
import { FakeSpan, SPAN, TRACE, tracing, withTracing } from './tracing.js'

const OTHER = 'a'.repeat(32)

function membersOf(headers: Record<string, string | string[]>, options: TraceMemberOptions = {}): object {
  return { ...traceMember(options)(undefined, { ...plainFacts, headers }) }
}

const NOT_VALID: readonly string[] = [
  '',
  `00-${TRACE}-${SPAN}`,
  `00-${TRACE}-${SPAN}-01-more`,
  `00-${TRACE}-${SPAN}-01-`,
  `00-${TRACE}-${SPAN}-1`,
  `00-${TRACE}-${SPAN}-0g`,
  `00-${TRACE}-${SPAN}-01 `,
  ` 00-${TRACE}-${SPAN}-01`,
  `00-${TRACE}-${SPAN}-01\n`,
  `00-${TRACE}-${SPAN}-01, 00-${TRACE}-${SPAN}-01`,
  `ff-${TRACE}-${SPAN}-01`,
  `0-${TRACE}-${SPAN}-01`,
  `00-${TRACE.toUpperCase()}-${SPAN}-01`,
  `00-${'0'.repeat(32)}-${SPAN}-01`,
  `00-${TRACE}-${'0'.repeat(16)}-01`,
  `00-${TRACE.slice(1)}-${SPAN}-01`,
  `01-${TRACE}-${SPAN}-01more`,
  `01-${TRACE}-${SPAN}-01-${'x'.repeat(10_000)}`,
  'x'.repeat(10_000),
  '\r\nSet-Cookie: a=b',
  '<script>',
]

describe('traceMember()', () => {
  it('names the trace of the active span', () => {
    expect(withTracing(tracing(new FakeSpan()), () => membersOf({ traceparent: `00-${OTHER}-${SPAN}-01` }))).to.deep.equal({
      traceId: TRACE,
    })
  })

  it('names that of the span of the server, where the active one is another', () => {
    const active = new FakeSpan('middleware', { traceId: OTHER, spanId: SPAN })
    expect(withTracing(tracing(active, { span: new FakeSpan() }), () => membersOf({}))).to.deep.equal({ traceId: TRACE })
  })

  it('names that of a valid traceparent where nothing traces [T6]', () => {
    expect(membersOf({ traceparent: `00-${TRACE}-${SPAN}-01` })).to.deep.equal({ traceId: TRACE })
    // W3C Trace Context 4.3: what a later version adds is behind a dash.
    expect(membersOf({ traceparent: `01-${TRACE}-${SPAN}-01` })).to.deep.equal({ traceId: TRACE })
    expect(membersOf({ traceparent: `cc-${TRACE}-${SPAN}-00-what-the-future` })).to.deep.equal({ traceId: TRACE })
    expect(membersOf({})).to.deep.equal({})
  })

  it('goes by the traceparent where the active span has no valid trace', () => {
    for (const ids of [
      { traceId: '0'.repeat(32), spanId: SPAN },
      { traceId: TRACE, spanId: '0'.repeat(16) },
    ]) {
      const members = withTracing(tracing(new FakeSpan('none', ids)), () => membersOf({ traceparent: `00-${OTHER}-${SPAN}-01` }))
      expect(members).to.deep.equal({ traceId: OTHER })
    }
  })

  it('ignores a traceparent that is not valid [T6]', () => {
    for (const traceparent of NOT_VALID) expect(membersOf({ traceparent }), traceparent.slice(0, 80)).to.deep.equal({})
    expect(membersOf({ traceparent: [`00-${TRACE}-${SPAN}-01`] })).to.deep.equal({})
  })

  it('echoes an X-Request-Id that is a short identifier', () => {
    const ids = ['5f1c', '018f2f3e-7b1c-7cc1-a1c2-9d1f7e6c4b21', '01ARZ3NDEKTSV4RRFFQ69G5FAV', 'Root=1:a/b+c=', 'x'.repeat(100)]
    for (const id of ids) expect(membersOf({ 'x-request-id': id })).to.deep.equal({ requestId: id })
  })

  it('echoes no other X-Request-Id', () => {
    const ids = [
      '',
      ' a',
      'a b',
      'a\r\nSet-Cookie: b=c',
      'a\n',
      '<b>',
      '"a"',
      '\x1b[2J',
      'ä',
      'a,b',
      'x'.repeat(101),
      'x'.repeat(10_000),
    ]
    for (const id of ids) expect(membersOf({ 'x-request-id': id }), id.slice(0, 20)).to.deep.equal({})
    expect(membersOf({ 'x-request-id': ['a'] })).to.deep.equal({})
  })

  it('asks a function of the app first, and takes an identifier only', () => {
    const traced = tracing(new FakeSpan())
    const asked = (given: unknown): object => withTracing(traced, () => membersOf({}, { traceId: () => given as string }))
    expect(asked('1234567890')).to.deep.equal({ traceId: '1234567890' })
    for (const nothing of [undefined, '', 'a b', 7, Promise.resolve('x')])
      expect(asked(nothing)).to.deep.equal({ traceId: TRACE })
  })

  it('takes the API that it is given', () => {
    expect(membersOf({}, { api: tracing(new FakeSpan()).api })).to.deep.equal({ traceId: TRACE })
  })

  it('refuses wrong options', () => {
    for (const wrong of [{ traceId: 'x' }, { api: 'x' }, { trace: 'x' }, null]) {
      expect(() => traceMember(wrong as never)).to.throw(TypeError, 'ERR_PROBLEM_OPTION')
    }
  })

  for (const framework of frameworks) {
    it(`puts them into the body of ${framework.name}, and garbage nowhere [T7]`, async () => {
      const { url, close } = await start(framework, {
        options: { members: traceMember() },
        handle: () => {
          throw new Conflict('Paid.')
        },
      })
      try {
        const ask = async (headers: Record<string, string>): Promise<unknown> => (await fetch(url, { headers })).json()
        const plain = { type: 'about:blank', title: 'Conflict', status: 409, detail: 'Paid.' }
        expect(await ask({ traceparent: `00-${TRACE}-${SPAN}-01`, 'x-request-id': 'req-7' })).to.deep.equal({
          ...plain,
          traceId: TRACE,
          requestId: 'req-7',
        })
        expect(await ask({ traceparent: 'x'.repeat(10_000), 'x-request-id': '<b>' })).to.deep.equal(plain)
        expect(await ask({})).to.deep.equal(plain)
      } finally {
        await close()
      }
    })
  }
})

/** Forms of an app's own: what their encoders may do, and what becomes of an answer where they fail. */
import { runInNewContext } from 'node:vm'
import { expect } from 'chai'
import { collectFaults } from '../../../lib/guard/fault.js'
import type { HandlerOptions } from '../../../lib/handler/options.js'
import { prepareSettings } from '../../../lib/handler/settings.js'
import { Conflict } from '../../../lib/problem/classes.js'
import { createProblem } from '../../../lib/problem/create.js'
import { isMediaType } from '../../../lib/respond/negotiation/media-type.js'
import { html } from '../../../lib/respond/representations/html/html.js'
import { jsonRepresentation as json } from '../../../lib/respond/representations/json.js'
import { lazily } from '../../../lib/respond/representations/lazy.js'
import { defaultRepresentations } from '../../../lib/respond/representations/list.js'
import { markdownRepresentation } from '../../../lib/respond/representations/markdown/markdown.js'
import type { Representation, RepresentationContext } from '../../../lib/respond/representations/representation.js'
import { xmlRepresentation } from '../../../lib/respond/representations/xml/xml.js'
import { type Answer, respond } from '../../../lib/respond/respond.js'
import { answerTo, faultsIn, fieldOf, plainFacts } from '../answer-to.js'
import { cpuTime } from '../cpu-time.js'

const JSON_TEXT = '{"type":"about:blank","title":"Conflict","status":409,"detail":"x"}'

const text = (members: Partial<Representation> = {}): Representation => ({
  mediaType: 'text/plain; charset=utf-8',
  encode: ({ title }) => `${title}!`,
  ...members,
})

const asking = (accept: string, representations: readonly Representation[], options: HandlerOptions = {}) => ({
  options: { representations, ...options },
  facts: { headers: { accept } },
})

const inText = (form: Partial<Representation>, options?: HandlerOptions) =>
  answerTo(new Conflict('x'), asking('text/plain', [json, text(form)], options))

describe('A form of the app', () => {
  it('is what a client gets that asks for it', () => {
    const answer = inText({})
    expect([answer.status, answer.body, answer.better]).to.deep.equal([409, 'Conflict!', undefined])
    expect(fieldOf(answer, 'Content-Type')).to.equal('text/plain; charset=utf-8')
    expect(fieldOf(answer, 'Content-Length')).to.equal('9')
    expect(fieldOf(answer, 'Vary')).to.equal('Accept')
    expect(answer.document.detail).to.equal('x')
    expect(answer.faults).to.deep.equal([])
  })

  it('may be written into the document, which is its own copy: the status and the fallback stay', () => {
    const problem = createProblem(409, 'x', { extensions: { errors: [{ code: 'a' }], ['__proto__']: 1 } })
    const change = (document: object): void => {
      const { errors } = document as { errors: object[] }
      Object.assign(errors[0] as object, { code: 'b' })
      Object.assign(document, { status: 'error', message: 'Taken.', type: 'evil' })
      Reflect.deleteProperty(document, 'detail')
    }
    const encode: Representation['encode'] = (document) => {
      change(document)
      return JSON.stringify(document)
    }
    const failing: Representation['encode'] = (document) => {
      change(document)
      throw new Error('x')
    }
    const made = answerTo(problem as Conflict, asking('text/plain', [json, text({ encode })]))
    expect([made.status, JSON.parse(String(made.body)).status]).to.deep.equal([409, 'error'])
    const failed = answerTo(problem as Conflict, asking('text/plain', [json, text({ encode: failing })]))
    for (const { status, document } of [made, failed])
      expect([status, document]).to.deep.equal([
        409,
        { type: 'about:blank', title: 'Conflict', status: 409, detail: 'x', errors: [{ code: 'a' }] },
      ])
    expect(JSON.parse(String(failed.body))).to.deep.equal(failed.document)
  })

  it('that hands its bytes to somebody else leaves the client with JSON', () => {
    const encode = (): Uint8Array => {
      const bytes = new Uint8Array(4)
      structuredClone(bytes.buffer, { transfer: [bytes.buffer] })
      return bytes
    }
    expect(inText({ encode }).body).to.equal(JSON_TEXT)
  })

  it('knows the problem, the request, the language and whether debug is on', () => {
    const seen: RepresentationContext[] = []
    const problem = new Conflict({ headers: { 'Content-Language': 'fr' } })
    const encode: Representation['encode'] = (_, context) => {
      seen.push(context)
      return ''
    }
    for (const options of [{}, { debug: true, language: 'de' }])
      answerTo(problem, asking('text/plain', [json, text({ encode })], options))
    answerTo(new Conflict(), asking('text/plain', [json, text({ encode })], { language: 'de' }))
    expect(seen.map(({ language, debug }) => [language, debug])).to.deep.equal([
      ['fr', false],
      ['fr', true],
      ['de', false],
    ])
    expect(seen[0]?.problem).to.equal(problem)
    expect(seen[0]?.facts.url).to.equal('/orders/7')
  })

  it('is called as a method of its object', () => {
    class Counting {
      mediaType = 'text/plain'
      count = 0
      encode(): string {
        this.count++
        return String(this.count)
      }
    }
    const form = new Counting()
    expect(answerTo(new Conflict(), asking('text/plain', [form])).body).to.equal('1')
  })

  it('alone is for every client, and nothing varies', () => {
    const answer = answerTo(new Conflict(), asking('application/json', [text()]))
    expect([answer.body, fieldOf(answer, 'Vary')]).to.deep.equal(['Conflict!', undefined])
  })

  it('is for clients that do not care where it is the default', () => {
    for (const accept of ['*/*', 'image/png', ''])
      expect(answerTo(new Conflict(), asking(accept, [json, text({ default: true })])).body).to.equal('Conflict!')
    expect(answerTo(new Conflict(), asking('application/json', [json, text({ default: true })])).body).to.include('{')
  })

  it('has its own media type before another form that also is for it', () => {
    const old = text({ mediaType: 'Application/JSON; charset=utf-8' })
    for (const accept of ['application/json', 'application/json, text/plain, */*'])
      expect(answerTo(new Conflict(), asking(accept, [json, old])).body).to.equal('Conflict!')
    for (const accept of ['application/problem+json', '*/*'])
      expect(answerTo(new Conflict('x'), asking(accept, [json, old])).body).to.equal(JSON_TEXT)
  })

  it('may give its body in an object that has no fields', () => {
    expect(inText({ encode: () => ({ body: 'x' }) as never }).body).to.equal('x')
  })

  it('sends bytes of any realm as they are', () => {
    for (const bytes of [new Uint8Array([1, 2, 3]), Buffer.from([1, 2, 3]), runInNewContext('new Uint8Array([1, 2, 3])')])
      expect(Buffer.from(inText({ encode: () => bytes }).body).toString('hex')).to.equal('010203')
  })

  it('may be made of one of ours, which takes the context, too', () => {
    for (const ours of [json, xmlRepresentation, markdownRepresentation]) {
      const form: Representation = {
        mediaType: 'text/plain',
        encode: (document, context) => ours.encode({ ...document, spoken: context.language }, context),
      }
      const { body } = answerTo(new Conflict('x'), asking('text/plain', [json, form]))
      expect(String(body)).to.match(/spoken\W+en/)
    }
  })

  it('brings header fields, those of an answer after its own, and keeps what stands in Link and Vary', () => {
    const form = text({
      headers: { 'Content-Security-Policy': "default-src 'none'", Link: '</a>; rel="a"', Vary: 'Cookie' },
      encode: () => ({ body: 'x', headers: { 'content-security-policy': "default-src 'self'", Deprecation: '@1' } }),
    })
    const response = { fields: { link: '</b>; rel="b"', vary: 'Origin' } }
    const answer = answerTo(new Conflict(), { ...asking('text/plain', [json, form]), response })
    expect(fieldOf(answer, 'content-security-policy')).to.equal("default-src 'self'")
    expect(fieldOf(answer, 'link')).to.equal('</b>; rel="b", </a>; rel="a"')
    expect(fieldOf(answer, 'vary')).to.equal('Origin, Accept, Cookie')
    expect(fieldOf(answer, 'deprecation')).to.equal('@1')
  })

  for (const headers of [new Map([['X-Form', 'x']]), new Headers({ 'X-Form': 'x' }), [['X-Form', 'x']]]) {
    it(`may bring its fields as a ${headers.constructor.name}`, () => {
      for (const answer of [
        inText({ encode: () => ({ body: 'x', headers: headers as never }) }),
        inText({ headers: headers as never }),
      ]) {
        expect(answer.faults).to.deep.equal([])
        expect(fieldOf(answer, 'x-form')).to.equal('x')
      }
    })
  }

  for (const headers of [
    { 'Content-Length': '7' },
    { 'Transfer-Encoding': 'chunked' },
    { 'Cache-Control': 'public' },
    { 'a b': 'x' },
    { X: 'a\r\nb' },
    { X: 'x'.repeat(5000) },
    7,
  ]) {
    it(`is sent without fields that it may not set: ${JSON.stringify(headers).slice(0, 40)}`, () => {
      const answer = inText({ encode: () => ({ body: 'x', headers: headers as never }) })
      expect([answer.body, fieldOf(answer, 'content-length')]).to.deep.equal(['x', '1'])
      expect(faultsIn(answer)).to.deep.equal(['ERR_PROBLEM_HEADER options.representations (text/plain; charset=utf-8)'])
    })
  }

  for (const [name, encode] of Object.entries<(document: object) => unknown>({
    throws: () => {
      throw new Error('x')
    },
    'throws null': () => {
      throw null
    },
    'gives nothing': () => undefined,
    'gives a number': () => 7,
    'gives an array': () => ['x'],
    'gives a body that is none': () => ({ body: 7 }),
    'gives an object that throws': () =>
      new Proxy(
        {},
        {
          get() {
            throw new Error('x')
          },
        },
      ),
    'gives other numbers than bytes': () => new Float64Array(1),
    'gives a function': () => () => 'x',
  })) {
    it(`that ${name} leaves the client with JSON and the same status, and is reported`, () => {
      const answer = inText({ encode: encode as Representation['encode'], headers: { 'X-Form': 'x' } })
      expect([answer.status, answer.body, answer.better]).to.deep.equal([409, JSON_TEXT, undefined])
      expect([fieldOf(answer, 'content-type'), fieldOf(answer, 'x-form')]).to.deep.equal(['application/problem+json', undefined])
      expect(faultsIn(answer)).to.deep.equal(['ERR_PROBLEM_HOOK options.representations (text/plain; charset=utf-8)'])
    })
  }
})

describe('A form within the limit of a body', () => {
  const large = createProblem(409, 'x', { extensions: { a: 'a'.repeat(700), b: 'b'.repeat(300) } })
  const whole = text({ encode: (document) => JSON.stringify(document).padEnd(400) })

  it('leaves out members as JSON does', () => {
    const answer = answerTo(large, asking('text/plain', [json, whole], { maxBytes: 1024 }))
    expect(Object.keys(answer.document)).to.deep.equal(['type', 'title', 'status', 'detail', 'b'])
    expect(JSON.parse(answer.body)).to.deep.equal(answer.document)
    expect(faultsIn(answer)).to.deep.equal(['ERR_PROBLEM_BODY a'])
  })

  for (const [name, encode] of Object.entries<(document: object) => unknown>({
    'is larger than the limit by itself': () => ' '.repeat(2000),
    'fails where a member is missing': (document: object) => {
      if (!('a' in document)) throw new Error('x')
      return ' '.repeat(2000)
    },
    'gives what is too large in the end': (document: object) => ' '.repeat('detail' in document ? 2000 : 10),
  })) {
    it(`gives way to JSON where it ${name}`, () => {
      const answer = answerTo(
        large,
        asking('text/plain', [json, text({ encode: encode as Representation['encode'] })], { maxBytes: 1024 }),
      )
      expect(fieldOf(answer, 'content-type')).to.equal(name.startsWith('gives') ? 'text/plain; charset=utf-8' : json.mediaType)
      expect(Number(fieldOf(answer, 'content-length'))).to.be.at.most(1024)
      expect(faultsIn(answer)[0]).to.match(/^ERR_PROBLEM_BODY/)
    })
  }
})

describe('An encoder that is asynchronous', () => {
  interface Later {
    readonly now: Answer
    readonly later: Answer | undefined
    readonly faults: readonly string[]
  }

  const later = async (form: Representation, options: HandlerOptions = {}, problem = new Conflict('x')): Promise<Later> => {
    const settings = prepareSettings({ representations: [json, form], ...options }, () => undefined)
    const { faults, report } = collectFaults([], 100)
    const facts = { ...plainFacts, headers: { accept: form.mediaType } }
    const fields: Record<string, string> = {}
    const collect = () => ({ names: Object.keys(fields), field: (name: string) => fields[name] })
    const now = respond({ problem, facts, settings, report }, collect)
    fields['etag'] = '"1"'
    const made = await now.better
    return { now, later: made, faults: faults.map(({ code, got }) => `${code} ${got}`) }
  }

  it('leaves JSON for who cannot wait, and a better answer', async () => {
    const form = text({ encode: async () => ({ body: 'later', headers: { 'X-A': 'a' } }), headers: { 'X-B': 'b' } })
    const answers = await later(form)
    expect(answers.now.body).to.equal(JSON_TEXT)
    expect([answers.later?.body, answers.later?.status, answers.later?.better]).to.deep.equal(['later', 409, undefined])
    const sent = answers.later as Answer
    expect(['content-type', 'content-length', 'x-a', 'x-b', 'vary'].map((name) => fieldOf(sent, name))).to.deep.equal([
      'text/plain; charset=utf-8',
      '5',
      'a',
      'b',
      'Accept',
    ])
    // What was set meanwhile.
    expect(sent.fields.drop).to.deep.equal(['etag'])
    expect(answers.faults).to.deep.equal([])
  })

  it('calls no hook twice', async () => {
    let count = 0
    const cacheControl = (): string => {
      count++
      return 'max-age=5'
    }
    const answers = await later(text({ encode: async () => 'x' }), { cacheControl })
    expect([count, fieldOf(answers.later as Answer, 'cache-control')]).to.deep.equal([1, 'max-age=5'])
  })

  const rejecting: PromiseLike<string> = {
    // biome-ignore lint/suspicious/noThenProperty: a promise of another library.
    then: (_, failed) => Promise.reject(new Error('x')).then(undefined, failed),
  } as PromiseLike<string>
  const hostile = Object.defineProperty(Promise.resolve('x'), 'constructor', {
    get() {
      throw new Error('x')
    },
  })
  const unreadable = Object.defineProperty(new Uint8Array(1), Symbol.toStringTag, {
    get() {
      throw new Error('x')
    },
  })

  for (const [name, encode, got] of [
    ['rejects', async () => Promise.reject(new Error('x')), 'one that throws'],
    ['is a thenable that rejects', () => rejecting, 'one that throws'],
    ['gives a promise of a hostile class', () => hostile, 'one that throws'],
    ['gives nothing', async () => undefined, 'undefined from it'],
    ['gives bytes that cannot be read', async () => unreadable, 'one that throws'],
    ['never settles', () => new Promise(() => undefined), 'one that takes longer than a second'],
  ] as const) {
    it(`that ${name} leaves the client with JSON and is reported`, async () => {
      const start = Date.now()
      const answers = await later(text({ encode: encode as never }))
      expect(answers.later?.body).to.equal(JSON_TEXT)
      expect(answers.faults).to.deep.equal([`ERR_PROBLEM_HOOK ${got}`])
      expect(Date.now() - start).to.be.below(1500)
    })
  }

  it('is waited for where the host has no timers', async () => {
    const { setTimeout, clearTimeout } = globalThis
    Object.assign(globalThis, { setTimeout: undefined, clearTimeout: undefined })
    try {
      expect((await later(text({ encode: async () => 'x' }))).later?.body).to.equal('x')
    } finally {
      Object.assign(globalThis, { setTimeout, clearTimeout })
    }
  })

  it('gives way to JSON where its body is too large', async () => {
    const answers = await later(text({ encode: async () => ' '.repeat(2000) }), { maxBytes: 1024 })
    expect(answers.later?.body).to.equal(JSON_TEXT)
    expect(answers.faults).to.deep.equal(['ERR_PROBLEM_BODY one of 2000'])
  })

  it('leaves JSON where even that fails which puts the answer together', async () => {
    const settings = prepareSettings({ representations: [json, text({ encode: async () => 'x' })] }, () => undefined)
    let isBroken = false
    const collect = () => {
      if (isBroken) throw new Error('x')
      return { names: [], field: () => undefined }
    }
    const facts = { ...plainFacts, headers: { accept: 'text/plain' } }
    const now = respond({ problem: new Conflict('x'), facts, settings, report: () => undefined }, collect)
    isBroken = true
    expect((await now.better)?.body).to.equal(JSON_TEXT)
  })
})

describe('The forms that a handler has by itself', () => {
  it('are JSON, HTML, Markdown and XML, as their code announces them', () => {
    const known = [json, html, markdownRepresentation, xmlRepresentation] as readonly Representation[]
    expect(defaultRepresentations.map(({ mediaType, alsoFor = [] }) => [mediaType, alsoFor])).to.deep.equal(
      known.map(({ mediaType, alsoFor = [] }) => [mediaType, alsoFor]),
    )
  })

  for (const [accept, type, begins] of [
    ['text/html', 'text/html; charset=utf-8', '<!doctype html>'],
    ['text/markdown', 'text/markdown; charset=utf-8', '# 409 Conflict'],
    ['application/problem+xml', 'application/problem+xml', '<?xml'],
  ] as const) {
    it(`are loaded when a client first asks, and are at hand then: ${accept}`, async () => {
      const ask = (): Answer => answerTo(new Conflict('x'), { facts: { headers: { accept } } })
      await ask().better
      const answer = ask()
      expect(answer.better).to.equal(undefined)
      expect(String(answer.body).startsWith(begins)).to.equal(true)
      expect(fieldOf(answer, 'content-type')).to.equal(type)
      if (accept === 'text/html') expect(fieldOf(answer, 'content-security-policy')).to.include("default-src 'none'")
    })
  }

  it('are asked for again where they could not be loaded', async () => {
    let count = 0
    const form = lazily({ mediaType: 'text/plain' }, async () => {
      count++
      if (count === 1) throw new Error('no such file')
      return text({
        headers: { 'X-A': 'a' },
        encode: (_, { debug }) => (debug ? Promise.resolve({ body: 'slow', headers: { 'X-A': 'b' } }) : 'fast'),
      })
    })
    const ask = (debug = false): Answer => answerTo(new Conflict('x'), asking('text/plain', [json, form], { debug }))
    expect((await ask().better)?.body).to.equal(JSON_TEXT)
    expect((await ask().better)?.body).to.equal('fast')
    expect([ask().body, fieldOf(ask(), 'x-a'), count]).to.deep.equal(['fast', 'a', 2])
    const slow = (await ask(true).better) as Answer
    expect([slow.body, fieldOf(slow, 'x-a')]).to.deep.equal(['slow', 'b'])
  })
})

describe('The option representations', () => {
  it('takes a media type with parameters, and reads a long one in little time', () => {
    for (const mediaType of ['text/plain', 'text/plain;charset=utf-8', 'application/x+y ; profile="a;b" ;v=1', 'text/plain;'])
      expect(() => prepareSettings({ representations: [text({ mediaType })] }, () => undefined), mediaType).not.to.throw()
    const spaces = `text/plain;${' '.repeat(20_000)}\u0000`
    expect(cpuTime(1, () => isMediaType(spaces)).milliseconds).to.be.below(20)
  })

  for (const [representations, place] of [
    ['json', ''],
    [[], ''],
    [[7], '[0].mediaType'],
    [[json, { mediaType: 'text', encode: () => '' }], '[1].mediaType'],
    [[{ mediaType: 'text/html\r\n', encode: () => '' }], '[0].mediaType'],
    [[text({ mediaType: '*/*' })], '[0].mediaType'],
    [[text({ mediaType: 'text/*' })], '[0].mediaType'],
    [[text({ mediaType: 'text/plain;q=0.5' })], '[0].mediaType'],
    [[text({ mediaType: 'text/plain; charset=utf-8; Q=1' })], '[0].mediaType'],
    [[{ mediaType: 'text/html' }], '[0].encode'],
    [[text({ default: 1 as never })], '[0].default'],
    [[text({ alsoFor: 'text/html' as never })], '[0].alsoFor'],
    [[text({ alsoFor: ['html'] })], '[0].alsoFor'],
    [[text({ headers: { 'Content-Type': 'x' } })], '[0].headers'],
    [[text({ headers: 7 as never })], '[0].headers'],
    [[json, text(), text({ mediaType: 'TEXT/plain' })], '[2].mediaType'],
    [[{ ...json, default: true }, text({ default: true })], '[1].default'],
  ] as const) {
    it(`is refused where it is wrong: ${place}`, () => {
      expect(() => prepareSettings({ representations } as never, () => undefined))
        .to.throw(TypeError, `options.representations${place}: expected`)
        .with.property('code', 'ERR_PROBLEM_OPTION')
    })
  }
})

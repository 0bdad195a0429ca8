import { expect } from 'chai'
import fc from 'fast-check'
import { marked } from 'marked'
import { defineProblem } from '../../../lib/define/define.js'
import { visible } from '../../../lib/guard/visible.js'
import { problemClasses } from '../../../lib/problem/classes.js'
import { createProblem } from '../../../lib/problem/create.js'
import type { HttpProblem, ProblemDocument } from '../../../lib/problem/problem.js'
import { markdown } from '../../../lib/respond/representations/index.js'
import { cpuTime } from '../cpu-time.js'
import { anyDocument, anyText, contextOf } from './documents.js'
import { readMarkdown } from './markdown-reader.js'

const MOST_BYTES = 1000

const textOf = (document: ProblemDocument, method = 'GET'): string => {
  const context = contextOf(document.status)
  return markdown.encode(document, { ...context, facts: { ...context.facts, method } })
}
const textOfProblem = (problem: HttpProblem): string => markdown.encode(problem.toJSON(), contextOf(problem.status, { problem }))
const plain = (text = ''): string => visible(text.replace(/[ \t\n\v\f\r]+/g, ' ').trim())
const json = (value: unknown): unknown => JSON.parse(JSON.stringify(value))

function membersOf(document: ProblemDocument): unknown {
  const isTold = (name: string): boolean => !['type', 'title', 'status', 'detail'].includes(name)
  return json(Object.fromEntries(Object.entries(document).filter(([name]) => isTold(name))))
}

describe('markdown', () => {
  it('says what happened, whether to try again, what to do, and the members', () => {
    const problem = createProblem(422, 'Two members are wrong.', {
      type: 'https://api.example.com/problems/invalid',
      title: 'Your request is not valid.',
      instance: '/orders/7',
      extensions: {
        errors: [
          { pointer: '#/age', detail: 'must be a positive integer' },
          { parameter: 'page', detail: 'must be an integer' },
        ],
        requestId: 'req-7',
        accounts: ['a', 'b'],
        'two words': '`x`',
      },
    })

    expect(textOfProblem(problem)).to.equal(
      [
        '# 422 Your request is not valid.',
        '',
        'Two members are wrong.',
        '',
        '- Retry: Sent again unchanged, the request will fail again.',
        '- What to do: Show each error at its pointer, fix, resend.',
        '- Type: <https://api.example.com/problems/invalid>',
        '- Reference: `"req-7"` (`requestId`)',
        '- `instance`: `"/orders/7"`',
        '- `errors[0]`: `{"pointer":"#/age","detail":"must be a positive integer"}`',
        '- `errors[1]`: `{"parameter":"page","detail":"must be an integer"}`',
        '- `accounts`: `["a","b"]`',
        '- `"two words"`: ``"`x`"``',
        '',
      ].join('\n'),
    )
  })

  it('has the charset that RFC 7763 requires', () => {
    expect(markdown.mediaType).to.equal('text/markdown; charset=utf-8')
  })

  it('says what the status means where there is no detail', () => {
    expect(readMarkdown(textOf({ type: 'about:blank', title: 'Not Found', status: 404 })).text).to.equal(
      'Nothing is here right now, or the server will not say that something is.',
    )
    expect(textOf({ type: 'about:blank', status: 470 })).to.equal(
      '# 470\n\n- Retry: Sent again unchanged, the request will fail again.\n',
    )
  })

  it('knows the declared advice, and the wait of this occurrence', () => {
    class Busy extends defineProblem('Busy', {
      type: 'urn:example:busy',
      status: 409,
      title: 'Busy',
      retry: { when: 'always', afterSeconds: 30 },
    }) {}

    expect(textOfProblem(new Busy())).to.contain('- Retry: The request may be sent again after 30 seconds.\n')
    expect(textOfProblem(new Busy())).to.contain('- Type: `"urn:example:busy"`\n')
    expect(textOfProblem(createProblem(429, { retryAfter: 5 }))).to.contain('after 5 seconds.\n')
  })

  it('writes the address of a type as a link only where Markdown leaves it as it is', () => {
    for (const [type, written] of [
      ['https://a.example/x?b=1#c', '<https://a.example/x?b=1#c>'],
      ['https://a.example/?b=1&amp;c=2', '`"https://a.example/?b=1&amp;c=2"`'],
      ['https://a.example/ö', '`"https://a.example/ö"`'],
      ['/problems/x', '`"/problems/x"`'],
    ] as const) {
      expect(textOf({ type, title: 'X', status: 400 })).to.contain(`- Type: ${written}\n`)
    }
  })

  it('leaves sentences as they are, and escapes what would be markup', () => {
    const sentences = {
      'Order #7 of user_id 3 costs 5 * 3 = 15 (see section 2.).': 'Order #7 of user_id 3 costs 5 \\* 3 = 15 (see section 2.).',
      '# x': '\\# x',
      '- x': '\\- x',
      '+ x': '\\+ x',
      '> x': '\\> x',
      '1. x': '1\\. x',
      '12) x': '12\\) x',
      '_x_ __x__ snake_case': '\\_x\\_ \\_\\_x\\_\\_ snake_case',
      '<b>x</b> &lt; AT&T': '\\<b>x\\</b> \\&lt; AT&T',
      '![x](y) ~~x~~ `x` \\': '!\\[x](y) \\~\\~x\\~\\~ \\`x\\` \\\\',
      'Ask a_b@x.example, or mailto:c@x.example.': 'Ask `a_b@x.example`, or mailto:`c@x.example`.',
      'See https://x.example/~a_b?c=*, (www.x.example).': 'See `https://x.example/~a_b?c=*`, (`www.x.example`).',
      'https://x.example<script>alert(1)</script>': '`https://x.example<script>alert(1)</script`>',
      '`https://x.example`': '\\``https://x.example`\\`',
      'a\r\n\n b\tc ': 'a b c',
      '\x1b[31m\u202ex': '\\\\x1b\\[31m\\\\u202ex',
    }
    for (const [detail, written] of Object.entries(sentences))
      expect(textOf({ type: 'about:blank', title: 'Bad Request', status: 400, detail })).to.contain(`\n\n${written}\n\n`)
    expect(textOf({ type: '/x', title: 'C #', status: 400 })).to.contain('# 400 C \\#\n')
  })

  it('tells the same facts as the JSON, and no markup comes out of a member', () => {
    let whole = 0
    fc.assert(
      fc.property(anyDocument, (document) => {
        const text = textOf(document)
        const told = readMarkdown(text)
        expect(Buffer.byteLength(text)).to.be.at.most(MOST_BYTES)
        expect(told.status).to.equal(document.status)
        expect(told.retry).not.to.equal('')
        if (told.isShortened) return
        whole++
        expect(told.type).to.equal(document.type)
        expect(told.title).to.equal(plain(document.title))
        if (document.detail !== undefined) expect(told.text).to.equal(plain(document.detail))
        expect(told.members).to.deep.equal(membersOf(document))
      }),
      { numRuns: 1000 },
    )
    // Most of these documents have room.
    expect(whole).to.be.above(500)
  })

  it("has nothing that GitHub's Markdown takes for markup or for a link, but the type", () => {
    const ours = ['heading', 'paragraph', 'list', 'list_item', 'text', 'space', 'codespan', 'escape']
    fc.assert(
      fc.property(fc.oneof(anyDocument, textsAsDocument), (document) => {
        void marked.walkTokens(marked.lexer(textOf(document)), (token) => {
          if (token.type === 'link') expect(token.raw).to.equal(`<${document.type}>`)
          else expect(ours).to.include(token.type)
        })
      }),
      { numRuns: 1000 },
    )
  })

  it('sends no order to a terminal', () => {
    fc.assert(
      fc.property(anyDocument, (document) => {
        expect(textOf(document)).not.to.match(/[^\P{Cc}\n]|[\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]/u)
      }),
      { numRuns: 500 },
    )
  })

  it('takes at most 1 kB, keeps what is to be done, and says that it is shortened', () => {
    fc.assert(
      fc.property(anyText, anyText, fc.integer({ min: 20, max: 400 }), (title, detail, times) => {
        const document = {
          type: 'https://a.example/x',
          title: title.repeat(times),
          status: 429,
          detail: `${detail.repeat(times)}${'\u202e'.repeat(200)}`,
          errors: Array.from({ length: times }, (_, index) => ({ pointer: `#/${index}`, detail: 'must be text' })),
          seat: '12A',
        }
        const text = textOf(document)
        const told = readMarkdown(text)

        expect(Buffer.byteLength(text)).to.be.within(400, MOST_BYTES)
        expect(told.isShortened).to.equal(true)
        expect(told.retry).to.equal(readMarkdown(textOf({ type: '/x', status: 429 })).retry)
        expect(told.type).to.equal('https://a.example/x')
        expect(told.members['errors']).to.deep.include(document.errors[0])
        expect(text).to.match(/…\n\n- Retry/)
      }),
      { numRuns: 200 },
    )
  })

  it('cuts between characters', () => {
    for (const begin of ['', 'x']) {
      const title = begin + '\u{1f600}'.repeat(1000)
      expect(textOf({ type: '/x', title, status: 400 }).isWellFormed()).to.equal(true)
    }
  })

  it('tells a short member behind a long one, and what is there in full', () => {
    const told = readMarkdown(
      textOf({ type: 'about:blank', title: 'Conflict', status: 409, detail: 'Taken.', long: 'x'.repeat(1000), seat: '12A' }),
    )

    expect(told).to.deep.include({ text: 'Taken.', title: 'Conflict', members: { seat: '12A' }, isShortened: true })
  })

  it('has room for the advice of every status', () => {
    for (const status of Object.keys(problemClasses).map(Number)) {
      for (const method of ['GET', 'POST']) {
        const document = { type: '/x', title: 'x'.repeat(2000), status, detail: 'x'.repeat(2000) }
        const { retry, advice, isShortened } = readMarkdown(textOf(document, method))
        expect(isShortened).to.equal(true)
        expect(retry).not.to.equal('')
        expect(advice).to.equal(readMarkdown(textOf({ ...document, title: 'x', detail: 'x' }, method)).advice)
      }
    }
  })

  it('takes nothing for a member that the document has not itself', () => {
    const document = Object.create({ title: 'No title', detail: 'No detail' })
    Object.assign(document, { type: 'about:blank', status: 400 })

    expect(textOf(document))
      .to.match(/^# 400\n/)
      .and.not.contain('No ')
  })

  it('takes time that grows with the document alone', () => {
    for (const mark of [
      '`',
      '\\',
      '_',
      '1',
      'a',
      '&a',
      '# ',
      '1. ',
      '\0',
      ' ',
      '@',
      'a@',
      '://',
      'a://!',
      'www.',
      'www.! ',
      '.',
    ]) {
      const detail = mark.repeat(100_000)
      const document = { type: '/x', title: detail, status: 400, detail, member: detail }
      expect(cpuTime(100, () => textOf(document)).milliseconds, mark).to.be.below(100)
    }
  })
})

const textsAsDocument = fc
  .record({ title: anyText, detail: anyText })
  .map(({ title, detail }) => ({ type: 'about:blank', status: 400, title, detail }))

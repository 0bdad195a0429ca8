import { readFileSync } from 'node:fs'
import { expect } from 'chai'
import fc from 'fast-check'
import { createProblem } from '../../../lib/problem/create.js'
import { xml } from '../../../lib/respond/representations/index.js'
import { elementName } from '../../../lib/respond/representations/xml/name.js'
import { root } from '../../architecture/imports.js'
import { answerTo } from '../answer-to.js'
import { cpuTime } from '../cpu-time.js'
import { anyDocument, anyText } from './documents.js'
import { nameOf, readXml, toldBy } from './xml-reader.js'

const fixture = (name: string): string => readFileSync(`${root}test/fixtures/rfc9457/${name}`, 'utf8')
const textOf = (members: Readonly<Record<string, unknown>>): string =>
  xml.encode({ type: 'about:blank', status: 400, ...members })
/** What stands between the two members that every document here has and the end. */
const elementsOf = (members: Readonly<Record<string, unknown>>): string =>
  textOf(members)
    .replace(/^[\s\S]*<status>400<\/status>/, '')
    .replace('</problem>\n', '')

describe('xml', () => {
  it('writes the example of the RFC [X1] [X3]', () => {
    const example = fixture('out-of-credit.xml').replace(/<!--.*?-->\n/, '')
    const document = {
      type: 'https://example.com/probs/out-of-credit',
      title: 'You do not have enough credit.',
      status: 403,
      detail: 'Your current balance is 30, but that costs 50.',
      instance: 'https://example.net/account/12345/msgs/abc',
      balance: 30,
      accounts: ['https://example.net/account/12345', 'https://example.net/account/67890'],
    }

    // The example has no status, and lines for people.
    const compact = example.replace(/\n {2,}/g, '').replace('\n</problem>', '</problem>')
    expect(xml.encode(document).replace('<status>403</status>', '')).to.equal(compact)
    expect(readXml(xml.encode(document))).to.deep.equal({ ...(readXml(example) as object), status: '403' })
  })

  it('is problem+xml, in the namespace of the RFC, and stands for the general media types of XML [X1] [X2]', () => {
    expect(xml.mediaType).to.equal('application/problem+xml')
    expect(xml.alsoFor).to.deep.equal(['application/xml', 'text/xml'])
    expect(textOf({ title: 'Bad Request' })).to.equal(
      '<?xml version="1.0" encoding="UTF-8"?>\n<problem xmlns="urn:ietf:rfc:7807"><type>about:blank</type><status>400</status>' +
        '<title>Bad Request</title></problem>\n',
    )
  })

  it('puts the members of the RFC before those of an extension, as its schema wants them [X1]', () => {
    const text = xml.encode({ seat: '12A', status: 409, zone: 1, type: '/x', detail: 'Taken.' })

    expect(text).to.contain('<status>409</status><type>/x</type><detail>Taken.</detail><seat>12A</seat><zone>1</zone>')
  })

  it('writes objects as elements, arrays as elements with items, and other values as their text [X3]', () => {
    const errors = [{ pointer: '#/age', allowed: [1, 2.5, true] }, [[]], '']

    expect(elementsOf({ errors, price: { amount: 1e21, currency: 'EUR' } })).to.equal(
      '<errors><i><pointer>#/age</pointer><allowed><i>1</i><i>2.5</i><i>true</i></allowed></i><i><i/></i><i/></errors>' +
        '<price><amount>1e+21</amount><currency>EUR</currency></price>',
    )
  })

  it('leaves out members that are null, and keeps the place of an item that is null', () => {
    const member = { a: null, b: { c: null, d: undefined }, e: [null, 1], f: [] }

    expect(elementsOf({ a: null, member })).to.equal('<member><b/><e><i/><i>1</i></e><f/></member>')
  })

  it('writes a member named i so that it is not taken for an item', () => {
    expect(elementsOf({ z: { i: 1 }, i: 2 })).to.equal('<z><_x0069_>1</_x0069_></z><_x0069_>2</_x0069_>')
  })

  it('escapes what is markup, and replaces what XML cannot carry [X4]', () => {
    expect(elementsOf({ detail: '<b>&amp;]]></b> "it\'s"' })).to.equal(
      `<detail>&lt;b&gt;&amp;amp;]]&gt;&lt;/b&gt; "it's"</detail>`,
    )
    expect(elementsOf({ detail: 'a\0b\x1bc\uffffd\ud800e\u{1f600}' })).to.equal(
      '<detail>a\ufffdb\ufffdc\ufffdd\ufffde\u{1f600}</detail>',
    )
    expect(elementsOf({ detail: ' \t\r\n' })).to.equal('<detail> \t&#13;\n</detail>')
  })

  it('leaves out a member whose name is longer than readers take [X4]', () => {
    const names = ['a'.repeat(1000), 'b'.repeat(1001), '$'.repeat(142), '$'.repeat(143)]
    const read = readXml(textOf(Object.fromEntries(names.map((name) => [name, 1]))))

    expect(Object.keys(read)).to.deep.equal(['type', 'status', names[0], names[2]])
  })

  it('is read as the document that it was, by the documented mapping [X1] [X3] [X4]', () => {
    fc.assert(
      fc.property(anyDocument, (document) => {
        expect(readXml(xml.encode(document))).to.deep.equal(toldBy(document))
      }),
      { numRuns: 500 },
    )
  })

  it('has one status, of three digits, whatever a member is named: the schema of the RFC would let `abc` pass [X5]', () => {
    const names = ['status', ' status', 'Status', 'ns:status', '__proto__']
    const values = ['abc', 404.5, [404], { i: 404 }, null, '<status>200</status>']
    const members = fc.dictionary(fc.constantFrom(...names), fc.constantFrom(...values))
    fc.assert(
      fc.property(anyDocument, members, (document, extensions) => {
        const problem = createProblem(document.status, { type: '/a', title: 'A', detail: '<status>1</status>', extensions })
        for (const sent of [document, answerTo(problem).document])
          expect(xml.encode(sent).match(/<status>.*?<\/status>/gs)).to.deep.equal([`<status>${document.status}</status>`])
      }),
    )
  })

  it('takes time that grows with the document alone', () => {
    const documentOf = (size: number): Readonly<Record<string, unknown>> => ({
      marks: '<&>\r\0'.repeat(size),
      names: Object.fromEntries(Array.from({ length: size }, (_, index) => [`_x0041_${index}:`, [index]])),
    })

    const document = documentOf(20_000)
    expect(cpuTime(100, () => textOf(document)).milliseconds).to.be.below(100)
  })
})

describe('elementName()', () => {
  it('keeps names of the letters that every edition of XML has, and escapes the others [X4]', () => {
    const names = {
      seat: 'seat',
      'violated-policies': 'violated-policies',
      'a.b_c-1': 'a.b_c-1',
      größe: 'größe',
      座席: '座席',
      '': '_',
      _: '_x005F_',
      __: '__',
      '1st': '_x0031_st',
      '-a': '_x002D_a',
      'a b': 'a_x0020_b',
      'a:b': 'a_x003A_b',
      '<a/>': '_x003C_a_x002F__x003E_',
      xmlData: '_x0078_mlData',
      XMLHttp: '_x0058_MLHttp',
      box_x: 'box_x',
      _x0041_: '_x005F_x0041_',
      '\0': '_x0000_',
      '\ud800': '_xD800_',
      '\u{1f600}': '_x01F600_',
    }

    for (const [name, written] of Object.entries(names)) expect(elementName(name)).to.equal(written)
  })

  it('gives each name one of its own, which can be read back [X4]', () => {
    const parts = fc.array(fc.constantFrom('_', 'x', '0041', '00', 'i', 'xml', ' ', '\u{1f600}', 'F', '1', '-', 'ä'), {
      maxLength: 8,
    })
    fc.assert(
      fc.property(
        fc.oneof(
          anyText,
          parts.map((given) => given.join('')),
        ),
        (name) => {
          const written = elementName(name) ?? ''
          expect(written).to.match(/^[^\W\d]|^[^\0-\x7f]/)
          expect(written).not.to.match(/^i$|^[xX][mM][lL]/)
          expect(nameOf(written)).to.equal(name)
        },
      ),
      { numRuns: 1000 },
    )
  })

  it('writes only letters that the fourth and the fifth edition of XML 1.0 have for names', async () => {
    const editions = await Promise.all([import('xmlchars/xml/1.0/ed4.js'), import('xmlchars/xml/1.0/ed5.js')])
    const [fourth, fifth] = editions.map(({ default: { NAME_RE } }) => NAME_RE)
    for (let code = 0; code < 0x10000; code++) {
      const written = elementName(String.fromCharCode(code)) ?? ''
      expect(fourth?.test(written) && fifth?.test(written), written).to.equal(true)
      expect(written).not.to.contain(':')
    }
  })
})

/** Which lines the command says that edits change. */
import { expect } from 'chai'
import { changedLines } from '../../bin/openapi/changed-lines.js'

const text = 'a: 1\nb:\n  c: 2\n  d: 3\ne: {f: 4, g: 5}\n'
const edit = (old: string, now: string, where = text) => {
  const start = where.indexOf(old)
  return { start, end: start + old.length, text: now }
}
const put = (before: string, now: string, where = text) => ({ ...edit(before, now, where), end: where.indexOf(before) })

describe('changedLines', () => {
  it('tells lines that come and lines that go as they are', () => {
    expect(changedLines(text, [put('b:', 'z: 0\n'), edit('  d: 3\n', '')])).to.deep.equal([
      { line: 2, removed: [], added: ['z: 0'] },
      { line: 4, removed: ['  d: 3'], added: [] },
    ])
    expect(changedLines(text, [put('a: 1', '# first\n')])).to.deep.equal([{ line: 1, removed: [], added: ['# first'] }])
  })

  it('tells whole lines where a part of one changes, and leaves out what is the same beside it', () => {
    expect(changedLines(text, [edit(':\n  c: 2\n  d: 3\n', ':\n  c: 2\n  d: 9\n')])).to.deep.equal([
      { line: 4, removed: ['  d: 3'], added: ['  d: 9'] },
    ])
    expect(changedLines(text, [put('\n  d: 3', '\n  x: 1')])).to.deep.equal([{ line: 4, removed: [], added: ['  x: 1'] }])
  })

  it('tells two changes in one line once', () => {
    expect(changedLines(text, [edit('4', '40'), edit(', g: 5', ''), put('}', ', h: 6')])).to.deep.equal([
      { line: 5, removed: ['e: {f: 4, g: 5}'], added: ['e: {f: 40, h: 6}'] },
    ])
  })

  it('tells the last line of a text without a line break', () => {
    const open = 'a: 1\nb: {c: 2}'
    expect(changedLines(open, [put('}', ', d: 3', open)])).to.deep.equal([
      { line: 2, removed: ['b: {c: 2}'], added: ['b: {c: 2, d: 3}'] },
    ])
    const end = { start: open.length, end: open.length, text: '\ne: 4' }
    expect(changedLines(open, [end])).to.deep.equal([{ line: 3, removed: [], added: ['e: 4'] }])
  })

  it('tells of a very long line the part that changes', () => {
    const long = `{"a":"${'x'.repeat(9999)}","b":{}}`
    expect(changedLines(long, [put('}}', '"c":1', long)])).to.deep.equal([{ line: 1, removed: [], added: ['"c":1'] }])
    const early = `{"b":{},"a":"${'x'.repeat(9999)}"}`
    expect(changedLines(early, [put('},', '"c":1', early)])).to.deep.equal([{ line: 1, removed: [], added: ['"c":1'] }])
  })

  it('tells a text that begins with a line break from its first line on', () => {
    expect(changedLines('\na: 1\n', [{ start: 0, end: 0, text: 'z: 0' }])).to.deep.equal([
      { line: 1, removed: [''], added: ['z: 0'] },
    ])
  })
})

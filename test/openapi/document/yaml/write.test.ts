/** The writer of changes on generated documents in all kinds of layout. */
import { expect } from 'chai'
import fc from 'fast-check'
import { isRecord } from '../../../../lib/guard/read.js'
import { loadYaml, type YamlPackage } from '../../../../lib/openapi/document/yaml/package.js'
import { readYaml } from '../../../../lib/openapi/document/yaml/read.js'
import type { YamlChange } from '../../../../lib/openapi/document/yaml/tasks.js'
import { writeChanges } from '../../../../lib/openapi/document/yaml/write.js'
import { drawFrom, layOut } from './layouts.js'

type Data = Readonly<Record<string, unknown>>

const yaml = loadYaml() as YamlPackage

/** Writes changes into a text; gives the new text, whose data are compared with what the changes say. */
function written(text: string, changes: readonly YamlChange[]): string | undefined {
  const read = readYaml(yaml, text)
  const result = writeChanges(yaml, text, read, changes)?.text
  if (result !== undefined) expect(readYaml(yaml, result).data).to.deep.equal(changed(read.data as Data, changes))
  return result
}

function changed(data: Data, changes: readonly YamlChange[]): Data {
  const copy = structuredClone(data)
  for (const { action, names, value } of changes) {
    const holder = names.slice(0, -1).reduce<unknown>((inner, name) => (inner as Data)[name], copy) as Record<string, unknown>
    if (action === 'remove') Reflect.deleteProperty(holder, names.at(-1) as string)
    else holder[names.at(-1) as string] = value
  }
  return copy
}

const scalars = fc.oneof(
  fc.constantFrom(
    'plain',
    'kept\n\n\n',
    'clipped\n',
    'two words',
    'three more words',
    '',
    ' begins with a space',
    'ends: so ',
    "it's",
    '# no comment',
    '- x',
    'yes',
    '1',
  ),
  fc.constantFrom(
    '2026-01-01',
    '~',
    'a\nb\n',
    '\n\n',
    'a\n\n  b',
    ' a\nb',
    '\ttab',
    'null',
    '\u{1f600}',
    '---',
    '*alias',
    '404',
    '<<',
  ),
  fc.constantFrom(null, true, 404, 1.5, -0.25),
)
const keys = fc.constantFrom('get', '/a/{id}', '200', '404', 'description', 'x-one', 'responses', 'type', 'yes', 'a b')
const { documents } = fc.letrec((tie) => ({
  documents: fc.dictionary(keys, tie('values'), { minKeys: 1, maxKeys: 4 }),
  values: fc.oneof(
    { maxDepth: 4, depthSize: 'medium' },
    { weight: 2, arbitrary: scalars },
    { weight: 3, arbitrary: fc.dictionary(keys, tie('values'), { maxKeys: 4 }) },
    { weight: 1, arbitrary: fc.array(scalars, { maxLength: 3 }) },
  ),
}))
const additions = fc.letrec((tie) => ({
  value: fc.oneof(
    { maxDepth: 3 },
    scalars,
    fc.dictionary(keys, tie('value'), { maxKeys: 3 }),
    fc.array(tie('value'), { maxLength: 3 }),
  ),
})).value

/** Draws changes of a document that do not touch each other. */
function drawChanges(data: Data, values: readonly unknown[], seed: number, isAddedOnly: boolean): readonly YamlChange[] {
  const draw = drawFrom(seed)
  const value = (): unknown => values[draw(values.length)]
  const within = (holder: Data, path: readonly string[]): readonly YamlChange[] => {
    const added = Array.from({ length: Math.max(0, draw(5) - 2) }, (_, index) => ({
      action: 'add' as const,
      names: [...path, `new ${index}`],
      value: value(),
    }))
    const inner = Object.entries(holder).flatMap(([name, one]): readonly YamlChange[] => {
      const names = [...path, name]
      const choice = isAddedOnly ? 9 : draw(10)
      if (choice === 0) return [{ action: 'remove', names }]
      if (choice === 1) return [{ action: 'replace', names, value: value() }]
      return isRecord(one) ? within(one, names) : []
    })
    return [...inner, ...added]
  }
  return within(data, [])
}

/** Tells whether all lines of one text stand in another one in their order. */
function hasLinesOf(longer: string, shorter: string): boolean {
  const lines = longer.split('\n')
  let next = 0
  for (const line of shorter.split('\n')) {
    next = lines.indexOf(line, next) + 1
    if (next === 0) return false
  }
  return true
}

describe('Changes of a YAML document', () => {
  it('leave a text block above as it is, which keeps the line breaks behind it', () => {
    const removal = { action: 'remove', names: ['b'], value: undefined } as const
    expect(written('a: |+\n  kept\nb: 1\n\n\nc: 2\n', [removal])).to.equal('a: |+\n  kept\nc: 2\n')
    expect(written('a: |\n  clipped\nb: 1\n\nc: 2\n', [removal])).to.equal('a: |\n  clipped\n\nc: 2\n')
  })

  it('are written as they are meant, whatever the layout', () => {
    fc.assert(
      fc.property(
        documents,
        fc.array(additions, { minLength: 3, maxLength: 3 }),
        fc.integer(),
        fc.integer(),
        (data, values, one, other) => {
          const { text } = layOut(data as Data, one)
          // Where a text keeps the line breaks behind it, those that the layout adds are part of the data.
          const changes = drawChanges(readYaml(yaml, text).data as Data, values, other, false)
          const result = written(text, changes)
          expect(result, JSON.stringify([text, changes])).to.be.a('string')
        },
      ),
      { numRuns: 300 },
    )
  })

  it('are new lines and nothing else, where keys are added to maps that are written in lines', () => {
    fc.assert(
      fc.property(
        documents,
        fc.array(additions, { minLength: 3, maxLength: 3 }),
        fc.integer(),
        fc.integer(),
        (data, values, one, other) => {
          const { text, hasBrackets } = layOut(data as Data, one)
          fc.pre(!hasBrackets && !text.includes('{}') && text.endsWith('\n'))
          const result = written(text, drawChanges(data as Data, values, other, true))
          expect(hasLinesOf(String(result), text), `${text}\n=====\n${result}`).to.equal(true)
        },
      ),
      { numRuns: 300 },
    )
  })
})

/** Places that a YAML document seldom has, each as a person could write it. */
import { expect } from 'chai'
import { loadYaml, type YamlPackage } from '../../../../lib/openapi/document/yaml/package.js'
import { readYaml } from '../../../../lib/openapi/document/yaml/read.js'
import type { YamlChange } from '../../../../lib/openapi/document/yaml/tasks.js'
import { linksOf, wayTo } from '../../../../lib/openapi/document/yaml/way.js'
import { writeChanges } from '../../../../lib/openapi/document/yaml/write.js'

const yaml = loadYaml() as YamlPackage

function written(text: string, ...changes: readonly YamlChange[]): string | undefined {
  return writeChanges(yaml, text, readYaml(yaml, text), changes)?.text
}

const add = (names: readonly string[], value: unknown): YamlChange => ({ action: 'add', names, value })
const remove = (names: readonly string[]): YamlChange => ({ action: 'remove', names })
const replace = (names: readonly string[], value: unknown): YamlChange => ({ action: 'replace', names, value })

describe('a YAML document with seldom places', () => {
  for (const [what, text, change, expected] of [
    [
      'brackets whose first key stands beside the opening one',
      'a: { b: 1,\n  c: 2\n}\n',
      add(['a', 'd'], 3),
      'a: { b: 1,\n  c: 2,\n  d: 3\n}\n',
    ],
    ['a last key in brackets that has no value', 'a: { b: 1, c }\n', add(['a', 'd'], 3), 'a: { b: 1, c, d: 3 }\n'],
    ['a comma behind the only key in brackets', 'a: { b: 1, }\n', remove(['a', 'b']), 'a: {  }\n'],
    ['a text in one line', '{ "a": { "b": 1 } }', add(['a', 'c'], 2), '{ "a": { "b": 1, "c": 2 } }'],
    [
      'no value, and a comment in its place',
      'a: # nothing yet\nb: 1\n',
      replace(['a'], { c: 2 }),
      'a: # nothing yet\n  c: 2\nb: 1\n',
    ],
    [
      'keys without values at the end',
      'a:\n  b: 1\n  set:\n    ? x\n    ? y\n',
      add(['a', 'c'], 2),
      'a:\n  b: 1\n  set:\n    ? x\n    ? y\n  c: 2\n',
    ],
    [
      'a key that is a list, and one that is nothing',
      '[x, y]: 1\n~: 2\na:\n  b: 1\n',
      add(['a', 'c'], 2),
      '[x, y]: 1\n~: 2\na:\n  b: 1\n  c: 2\n',
    ],
  ] as const) {
    it(`is changed where there is ${what}`, () => {
      expect(written(text, change)).to.equal(expected)
    })
  }

  it('has no way through what is no map', () => {
    const { document } = readYaml(yaml, 'a: [1]\n')
    const { map, pair } = wayTo(linksOf(yaml, document), document.contents, ['a', 'b', 'c'])
    expect([map, pair]).to.deep.equal([undefined, undefined])
  })
})

/** Merges the problems of an app's routes into an OpenAPI document that is written in YAML. */
import { pointerNames } from '../../../../schemas/json.js'
import { read } from '../../../guard/read.js'
import { misuse, wrongArgument } from '../../../guard/refuse.js'
import type { RouteRecord } from '../../../routes/record.js'
import { documentProblems, type ProblemsReport } from '../document-problems.js'
import type { DocumentOptions } from '../options.js'
import { planProblems } from '../plan.js'
import { loadYaml, type YamlPackage } from './package.js'
import { type ReadYaml, readYaml, wrongText } from './read.js'
import { linksOf, wayTo } from './way.js'
import { writeChanges } from './write.js'

/** The text of a document with its problems. */
export interface DocumentedYaml extends ProblemsReport {
  readonly text: string
}

/**
 * Merges the problems that routes may answer into an OpenAPI document that is written in YAML, as `documentProblems` does with data.
 *
 * Comments and every line outside of the responses and components that change stay as they are, byte for byte; what is added is indented as what
 * stands around it. JSON is YAML as well. The new text is read again before it is given: it has what `documentProblems` gives for the old one.
 *
 * What an anchor shares with others is changed where it stands if all of them need that; otherwise the place that needs it gets a copy of its own.
 *
 * @throws TypeError what `documentProblems` throws, and with the code `ERR_PROBLEM_DOCUMENT` for a text that is no YAML, or holds several documents
 * @example
 * const notFound = { class: NotFound, type: NotFound.type, status: 404, source: 'declared', evidence: 'problems()' } as const
 * const records = [{ method: 'GET', path: '/orders/{id}', problems: [notFound] }]
 * const before = "openapi: 3.1.2\ninfo: { title: Orders, version: '1' }\npaths:\n  /orders/{id}:\n    get: {} # to be described\n"
 * const { text } = documentProblemsYaml(before, records)
 * console.log(text.split('\n')[4]) // '    get: # to be described'
 */
export function documentProblemsYaml(
  text: string,
  records: readonly RouteRecord[],
  options: DocumentOptions = {},
): DocumentedYaml {
  if (typeof text !== 'string') throw wrongArgument('text', 'the text of a YAML document', text)
  const yaml = loadYaml()
  if (yaml === undefined) throw wrongText('the package yaml, which http-problems brings along', 'none; a bundle has to leave it out')
  const source = readYaml(yaml, text)
  return placed(yaml, text, source, () => {
    const { document, ...report } = documentProblems(source.data as object, records, options)
    const { changes } = planProblems(source.data as object, records, options)
    const written = changes.length === 0 ? text : writeChanges(yaml, text, source, changes, document)
    if (written === undefined) {
      const [first] = changes
      const expected = 'YAML that can be completed without touching other lines; write the place out, without an anchor, an alias or a ?'
      throw misuse({ code: 'ERR_PROBLEM_DOCUMENT', place: `document#${first?.pointer}`, expected, got: 'one where that cannot be done' })
    }
    return { text: written, ...report }
  })
}

// A place in the data is known by its pointer; a person looks for the line.
function placed<Given>(yaml: YamlPackage, text: string, { document }: ReadYaml, give: () => Given): Given {
  try {
    return give()
  } catch (error) {
    const { place, expected, got } = error as { readonly [name: string]: string }
    const [, pointer] = /^document#(.*)$/s.exec(String(place)) ?? []
    if (pointer === undefined || read(error, 'code') !== 'ERR_PROBLEM_DOCUMENT') throw error
    const { maps, pair } = wayTo(linksOf(yaml, document), document.contents, pointerNames(pointer))
    const before = text.slice(0, (pair?.key ?? maps.at(-1))?.range[0]).split('\n')
    const line = `line ${before.length}, column ${(before.at(-1) ?? '').length + 1}`
    throw misuse({ code: 'ERR_PROBLEM_DOCUMENT', place: `${place} (${line})`, expected: String(expected), got: String(got) })
  }
}

/** Completes an OpenAPI document that is written in YAML or JSON, and says which parts of the text it changed. */
import { pointerNames } from '../../../../schemas/json.js'
import { read } from '../../../guard/read.js'
import { misuse } from '../../../guard/refuse.js'
import type { RouteRecord } from '../../../routes/record.js'
import { type ProblemsReport, reportOf } from '../document-problems.js'
import type { DocumentOptions } from '../options.js'
import { planProblems } from '../plan.js'
import type { EditedText } from './edits.js'
import { loadYaml, type YamlPackage } from './package.js'
import { type ReadYaml, readYaml, wrongText } from './read.js'
import { linksOf, wayTo } from './way.js'
import { writeChanges } from './write.js'

/** The text of a document with its problems, and the edits that made it of the old one. */
export interface CompletedYaml extends EditedText {
  readonly report: ProblemsReport
}

/** Completes a text. Throws what `documentProblemsYaml` throws. */
export function completeYaml(text: string, records: readonly RouteRecord[], options: DocumentOptions): CompletedYaml {
  const yaml = loadYaml()
  if (yaml === undefined)
    throw wrongText('the package yaml, which http-problems brings along', 'none; a bundle has to leave it out')
  const source = readYaml(yaml, text)
  return placed(yaml, text, source, () => {
    const plan = planProblems(source.data as object, records, options)
    const { changes } = plan
    const written = changes.length === 0 ? { text, edits: [] } : writeChanges(yaml, text, source, changes)
    if (written === undefined) {
      const [first] = changes
      const expected =
        'YAML that can be completed without touching other lines; write the place out, without an anchor, an alias or a ?'
      throw misuse({
        code: 'ERR_PROBLEM_DOCUMENT',
        place: `document#${first?.pointer}`,
        expected,
        got: 'one where that cannot be done',
      })
    }
    return { ...written, report: reportOf(plan) }
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
    const line = `line ${before.length}, column ${(before.at(-1) as string).length + 1}`
    throw misuse({ code: 'ERR_PROBLEM_DOCUMENT', place: `${place} (${line})`, expected: String(expected), got: String(got) })
  }
}

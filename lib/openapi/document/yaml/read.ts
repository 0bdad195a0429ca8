/** Reads the text of a YAML document, and says where it cannot be read. */
import { jsonText } from '../../../../schemas/json-text.js'
import { type Misuse, misuse } from '../../../guard/refuse.js'
import type { YamlDocument, YamlPackage } from './package.js'

/** A document as nodes with their places in the text, and as data. */
export interface ReadYaml {
  readonly document: YamlDocument
  readonly data: unknown
}

// Aliases of aliases grow as their product does: more than that is no document that a person wrote.
const MOST_ALIASES = 100_000

/** Reads a text. One that is no YAML, or several documents, is a TypeError that names line and column. */
export function readYaml(yaml: YamlPackage, text: string): ReadYaml {
  // OpenAPI is read with merge keys by all its tools.
  const documents = yaml.parseAllDocuments(text, { keepSourceTokens: true, merge: true, logLevel: 'silent' })
  // The message says in which line and column it is, and shows the line.
  const [error] = documents.flatMap(({ errors }) => errors)
  if (error !== undefined) throw wrongText('YAML', error.message.trim())
  const [document] = documents
  if (document === undefined) throw wrongText('one YAML document', 'none')
  if (documents.length > 1)
    throw wrongText(
      'one YAML document',
      `${documents.length} of them, each between lines of ---; put each into a file of its own`,
    )
  try {
    // What JSON has nothing for, such as .inf, becomes what it is in JSON.
    return { document, data: JSON.parse(jsonText(document.toJS({ maxAliasCount: MOST_ALIASES }) as object)) }
  } catch (error) {
    throw wrongText('YAML whose aliases can be followed', String(error))
  }
}

/** Makes the TypeError for a text that cannot be used. */
export function wrongText(expected: string, got: string): Misuse {
  return misuse({ code: 'ERR_PROBLEM_DOCUMENT', place: 'text', expected, got })
}

/** Reads the text of a YAML document, and says where it cannot be read. */
import { nameValue } from '../../guard/name.js'
import { type Misuse, misuse } from '../../guard/refuse.js'
import type { YamlDocument, YamlPackage } from './yaml-package.js'

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
  const [document, ...others] = documents
  if (document === undefined) throw wrongText('one YAML document', 'none')
  for (const { errors } of documents) {
    const [error] = errors
    // The message says in which line and column it is, and shows the line.
    if (error !== undefined) throw wrongText('YAML', error.message.trim())
  }
  if (others.length > 0) throw wrongText('one YAML document', `${documents.length} documents, parted by ---; put each into a file of its own`)
  try {
    return { document, data: document.toJS({ maxAliasCount: MOST_ALIASES }) }
  } catch (error) {
    throw wrongText('YAML whose aliases can be followed', String(error))
  }
}

/** Makes the TypeError for a text that cannot be used. */
export function wrongText(expected: string, got: string): Misuse {
  return misuse({ code: 'ERR_PROBLEM_ARGUMENT', place: 'text', expected, got })
}

/** Throws for what is no text. */
export function needText(text: unknown): asserts text is string {
  if (typeof text !== 'string') throw wrongText('the text of a YAML document', nameValue(text))
}

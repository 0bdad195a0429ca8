/** Completes the text of a document. */
import { read } from '../../lib/guard/read.js'
import type { DocumentOptions } from '../../lib/openapi/document/options.js'
import { type CompletedYaml, completeYaml } from '../../lib/openapi/document/yaml/complete.js'
import type { RouteRecord } from '../../lib/routes/record.js'
import { InputError, reasonOf } from '../command.js'
import type { DocumentFormat } from './arguments.js'

/** Completes a text, JSON or YAML: JSON is YAML as well, so both keep every line that is not about problems. */
export function completed(
  name: string,
  format: DocumentFormat,
  text: string,
  records: readonly RouteRecord[],
  options: DocumentOptions,
): CompletedYaml {
  try {
    return completeYaml(text, records, options)
  } catch (error) {
    throw new InputError(`${name}: ${messageOf(error, format)}`, { cause: error })
  }
}

// The file is named already, and what a fault code means stands in the reference.
function messageOf(error: unknown, format: DocumentFormat): string {
  if (read(error, 'code') !== 'ERR_PROBLEM_DOCUMENT') return reasonOf(error)
  const { place, expected, got } = error as { readonly [name: string]: string }
  const where = place === 'text' ? '' : `${place?.replace('document', '')}: `
  // What JSON.parse() took, and YAML does not: a key that stands there twice.
  const language = expected === 'YAML' && format === 'json' ? 'JSON with each key once' : expected
  return `${where}expected ${language}, got ${got}`
}

/** Validates a body against the published schema of RFC 9457, with a validator that is not ours. */
import { readFileSync } from 'node:fs'
import { Ajv2020 } from 'ajv/dist/2020.js'
import formats from 'ajv-formats'

const schema = JSON.parse(readFileSync(new URL('../../../dist/schemas/problem.json', import.meta.url), 'utf8'))
const ajv = new Ajv2020({ allErrors: true, strict: false })
formats.default(ajv)
const validate = ajv.compile(schema)

/** Lists what is wrong with a body; an empty list means that it is a valid problem document. */
export function documentFaults(body) {
  let document
  try {
    document = JSON.parse(body)
  } catch {
    return ['the body is no JSON']
  }
  return validate(document)
    ? []
    : validate.errors.map(({ instancePath, message }) => `the body is invalid: ${instancePath} ${message}`)
}

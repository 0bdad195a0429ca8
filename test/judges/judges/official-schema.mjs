/** The schemas of the OpenAPI Initiative, with the schema dialect of each version, run by @hyperjump/json-schema. */
import { validate as validate30 } from '@hyperjump/json-schema/openapi-3-0'
import { validate as validate31 } from '@hyperjump/json-schema/openapi-3-1'
import { validate as validate32 } from '@hyperjump/json-schema/openapi-3-2'

const validators = {
  '3.0': () => validate30('https://spec.openapis.org/oas/3.0/schema'),
  3.1: () => validate31('https://spec.openapis.org/oas/3.1/schema-base'),
  3.2: () => validate32('https://spec.openapis.org/oas/3.2/schema-base'),
}
const compiled = new Map()

/** The judge: gives the complaints about one document. */
export const officialSchema = {
  name: 'official schema',
  versions: ['3.0', '3.1', '3.2'],
  async complaints({ document, version }) {
    if (!compiled.has(version)) compiled.set(version, await validators[version]())
    const { valid, errors = [] } = compiled.get(version)(document, 'BASIC')
    if (valid) return []
    const found = errors.map(({ keyword, instanceLocation }) => ({
      rule: keyword.slice(keyword.lastIndexOf('/') + 1),
      severity: 'error',
      message: `breaks ${keyword}`,
      place: instanceLocation,
    }))
    return found.length > 0 ? found : [{ rule: 'invalid', severity: 'error', message: 'is not valid', place: '#' }]
  },
}

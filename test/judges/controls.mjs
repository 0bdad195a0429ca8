/** Documents that are wrong in one way each. A judge that accepts one is asleep, and what it says of the good ones is worth nothing. */
const PROBLEM_JSON = 'application/problem+json'
const all = ['3.0', '3.1', '3.2']

/**
 * Each control: what it breaks, in which versions, and which judges must complain, with a text that rule, message or place has.
 */
export const controls = [
  {
    name: 'const in a 3.0 document',
    versions: ['3.0'],
    spoil: (document) => {
      typeOf(document).const = typeOf(document).enum[0]
    },
    caughtBy: { redocly: 'const', Spectral: 'const', 'swagger-parser': 'additional properties', 'official schema': 'const' },
  },
  {
    name: 'a list of types in a 3.0 document',
    versions: ['3.0'],
    spoil: (document) => {
      typeOf(document).type = ['string', 'null']
    },
    caughtBy: { redocly: 'type', Spectral: 'type', 'swagger-parser': 'type', 'official schema': 'type' },
  },
  {
    name: 'a type that JSON Schema does not know',
    versions: ['3.1', '3.2'],
    spoil: (document) => {
      typeOf(document).type = 'text'
    },
    caughtBy: { redocly: 'type', 'official schema': 'type' },
  },
  {
    name: 'problems as application/json',
    versions: all,
    spoil: (document) => {
      for (const response of responsesOf(document)) {
        response.content = { 'application/json': response.content[PROBLEM_JSON] }
      }
    },
    caughtBy: { redocly: 'operation-4xx-problem-details-rfc7807' },
  },
  {
    name: 'schemas without title',
    versions: all,
    spoil: (document) => {
      for (const { properties } of Object.values(document.components.schemas)) delete properties?.title
    },
    caughtBy: { redocly: 'operation-4xx-problem-details-rfc7807' },
  },
  {
    name: 'examples without type',
    versions: all,
    spoil: (document) => {
      for (const response of responsesOf(document)) response.content[PROBLEM_JSON] = withoutType(response.content[PROBLEM_JSON])
    },
    caughtBy: { redocly: 'no-invalid-media-type-examples', Spectral: 'oas3-valid-media-example' },
  },
  {
    name: 'a reference to nothing',
    versions: all,
    spoil: (document) => {
      responsesOf(document)[0].content[PROBLEM_JSON].schema = { $ref: '#/components/schemas/Nothing' }
    },
    caughtBy: { redocly: 'no-unresolved-refs', Spectral: 'invalid-ref', 'swagger-parser': 'Nothing' },
  },
  {
    name: 'a response without description and with a field that there is not',
    versions: all,
    spoil: (document) => {
      const response = responsesOf(document)[0]
      delete response.description
      response.body = response.content
    },
    caughtBy: { redocly: 'struct', Spectral: 'oas3-schema', 'swagger-parser': 'validation failed', 'official schema': 'body' },
  },
]

// The schema of the member `type` of the first problem.
function typeOf(document) {
  return Object.values(document.components.schemas).find(({ properties }) => properties?.status !== undefined).properties.type
}

function responsesOf(document) {
  return Object.values(document.components.responses)
}

function withoutType({ schema, example, examples }) {
  const value = example ?? Object.values(examples ?? {})[0]?.value ?? {}
  const { type: _type, ...rest } = value
  return { schema, example: rest }
}

/** Makes a complete OpenAPI document of operations and the problems that they answer with. */
import { problemComponents, problemResponses } from '../../dist/esm/lib/openapi/index.js'

/** The versions of OpenAPI that are judged, with the patch version that a document names. */
export const versions = { '3.0': '3.0.4', 3.1: '3.1.2', 3.2: '3.2.0' }

/** Gives the document; `problems` are all classes, `operations` have the problems of each. */
export function completeDocument(version, { problems, operations }) {
  const components = problemComponents(problems, { version })
  const paths = {}
  for (const { method, path, operationId, parameters, requestBody, success, problems: own } of operations) {
    paths[path] ??= {}
    paths[path][method] = {
      operationId,
      summary: `Does ${operationId}`,
      description: `The operation ${operationId}.`,
      tags: ['shop'],
      ...(parameters && { parameters }),
      ...(requestBody && { requestBody }),
      responses: {
        [success]: {
          description: 'It is done.',
          content: { 'application/json': { schema: { $ref: '#/components/schemas/Receipt' } } },
        },
        ...problemResponses(...own),
      },
    }
  }
  return {
    openapi: versions[version],
    info: {
      title: 'A shop',
      version: '1.0.0',
      description: 'Sells things.',
      license: { name: 'MIT', url: 'https://opensource.org/license/mit' },
      contact: { name: 'The shop', url: 'https://shop.test' },
    },
    servers: [{ url: 'https://api.shop.test' }],
    tags: [{ name: 'shop', description: 'What the shop does.' }],
    security: [],
    paths,
    components: { ...components, schemas: { ...components.schemas, Receipt: receipt } },
  }
}

const receipt = { type: 'object', properties: { id: { type: 'integer' } }, required: ['id'] }

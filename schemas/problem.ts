/** The JSON Schema of a problem details object (RFC 9457 Appendix A), in our own words. */
export const problemSchema = {
  $schema: 'https://json-schema.org/draft/2020-12/schema',
  title: 'A problem details object (RFC 9457)',
  type: 'object',
  properties: {
    type: {
      type: 'string',
      format: 'uri-reference',
      description: 'A URI reference that identifies the problem type.',
    },
    title: {
      type: 'string',
      description: 'A short summary of the problem type, for people.',
    },
    status: {
      type: 'integer',
      minimum: 100,
      maximum: 599,
      description: 'The HTTP status code that the server generated for this occurrence.',
    },
    detail: {
      type: 'string',
      description: 'An explanation of this occurrence, for people.',
    },
    instance: {
      type: 'string',
      format: 'uri-reference',
      description: 'A URI reference that identifies this occurrence.',
    },
  },
} as const

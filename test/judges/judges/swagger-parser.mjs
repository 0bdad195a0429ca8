/** @apidevtools/swagger-parser: reads, dereferences and validates a document. It does not know 3.2. */
import SwaggerParser from '@apidevtools/swagger-parser'

/** The judge: gives the complaint about one document. */
export const swaggerParser = {
  name: 'swagger-parser',
  versions: ['3.0', '3.1'],
  async complaints({ document }) {
    try {
      await SwaggerParser.validate(structuredClone(document))
      return []
    } catch (error) {
      return [{ rule: error.name, severity: 'error', message: error.message, place: '' }]
    }
  },
}

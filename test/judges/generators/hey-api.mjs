/** @hey-api/openapi-ts makes types, functions and a client on fetch. */
import { join } from 'node:path'
import { runTool } from '../command.mjs'

/** The generator: makes a client, and the code that calls an operation. */
export const heyApi = {
  name: 'hey-api',
  output: 'client/types.gen.ts',

  generate: ({ file, folder }) =>
    runTool('@hey-api/openapi-ts/bin/run.js', ['--input', file, '--output', join(folder, 'client'), '--no-log-file'], folder),

  imports: (calls) => `import { ${calls.map(({ operationId }) => operationId).join(', ')} } from './client/index.js'`,

  /** Statements that leave the problem in `error`. */
  call: ({ operationId, pathValues, query, body }) => {
    const options = JSON.stringify({ path: pathValues, query, body })
    return `const { data, error } = await ${operationId}(${options})
  if (error === undefined) return JSON.stringify(data)`
  },
}

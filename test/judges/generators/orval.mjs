/** orval makes types and functions on fetch. It ends with 0 whatever happened, so that only its output tells. */
import { relative } from 'node:path'
import { runTool } from '../command.mjs'

/** The generator: makes a client, and the code that calls an operation. */
export const orval = {
  name: 'orval',
  output: 'client.ts',

  generate: ({ file, folder }) => {
    const args = ['--input', `./${relative(folder, file)}`, '--output', './client.ts', '--client', 'fetch']
    return runTool('orval/dist/bin/orval.js', args, folder)
  },

  imports: (calls) => `import { ${calls.map(({ operationId }) => operationId).join(', ')} } from './client.js'`,

  /** Statements that leave the problem in `error`. */
  call: ({ operationId, pathValues = {}, query, body, success }) => {
    const values = [...Object.values(pathValues), body, query].filter((value) => value !== undefined)
    return `const response = await ${operationId}(${values.map((value) => JSON.stringify(value)).join(', ')})
  if (response.status === ${success}) return JSON.stringify(response.data)
  const error = response.data`
  },
}

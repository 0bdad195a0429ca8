/** orval makes types and functions on fetch. It ends with 0 whatever happened, so that only its output tells. */
import { relative } from 'node:path'
import { runTool } from '../command.mjs'

/** The generator: makes a client, and the code that calls an operation. */
export const orval = {
  name: 'orval',
  slug: 'orval',
  output: 'client.ts',

  generate: ({ file, folder }) => {
    const args = ['--input', `./${relative(folder, file)}`, '--output', './client.ts', '--client', 'fetch']
    return runTool('orval/dist/bin/orval.js', args, folder)
  },

  imports: (calls) => `import { ${calls.map(({ operationId }) => operationId).join(', ')} } from './client.js'`,

  /** Statements that leave the problem in `error`. */
  call: ({ operationId, pathValues = {}, body, success }) => {
    const values = [...Object.values(pathValues).map((value) => `'${value}'`), ...(body === undefined ? [] : [body])]
    return `const response = await ${operationId}(${values.join(', ')})
  if (response.status === ${success}) return \`done: \${response.data.id}\`
  const error = response.data`
  },
}

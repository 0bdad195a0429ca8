/** openapi-typescript makes types; openapi-fetch calls by them. */
import { join } from 'node:path'
import { runTool } from '../command.mjs'

/** The generator: makes a client, and the code that calls an operation. */
export const openapiTypescript = {
  name: 'openapi-typescript',
  output: 'client.ts',

  generate: ({ file, folder }) => runTool('openapi-typescript/bin/cli.js', [file, '--output', join(folder, 'client.ts')], folder),

  imports: () => `import createClient from 'openapi-fetch'
import type { paths } from './client.js'

const client = createClient<paths>({ baseUrl: 'https://api.shop.test' })`,

  /** Statements that leave the problem in `error`. */
  call: ({ method, path, pathValues, query, body }) => {
    const options = JSON.stringify({ params: { path: pathValues, query }, body })
    return `const { data, error } = await client.${method.toUpperCase()}('${path}', ${options})
  if (error === undefined) return JSON.stringify(data)`
  },
}

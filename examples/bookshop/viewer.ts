/** A page for people who read the OpenAPI document: Swagger UI, out of its package. */
import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'

const folder = dirname(createRequire(import.meta.url).resolve('swagger-ui-dist/package.json'))
const types: Readonly<Record<string, string>> = { 'swagger-ui.css': 'text/css', 'swagger-ui-bundle.js': 'text/javascript' }

const start = `window.ui = SwaggerUIBundle({ url: '/openapi.json', dom_id: '#viewer', docExpansion: 'list', defaultModelsExpandDepth: 0 })`

const page = `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>The bookshop: its API</title>
<link rel="icon" href="data:,">
<link rel="stylesheet" href="/viewer/swagger-ui.css">
<div id="viewer"></div>
<script src="/viewer/swagger-ui-bundle.js"></script>
<script src="/viewer/start.js"></script>
</html>
`

/** A file of the page. */
export interface ViewerFile {
  readonly type: string
  readonly content: string
}

/** The page itself. */
export const viewerPage: ViewerFile = { type: 'text/html', content: page }

/** Gives a file that the page loads; `undefined` for any other. */
export async function viewerFile(name: string): Promise<ViewerFile | undefined> {
  if (name === 'start.js') return { type: 'text/javascript', content: start }
  const type = Object.hasOwn(types, name) ? types[name] : undefined
  return type === undefined ? undefined : { type, content: await readFile(join(folder, name), 'utf8') }
}

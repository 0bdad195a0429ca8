/** Spectral with its ruleset for OpenAPI. Since 6.16 it knows 3.2 and checks it by a schema of its own. */
import { fileURLToPath } from 'node:url'
import { runTool } from '../command.mjs'

const ruleset = fileURLToPath(new URL('../spectral.yaml', import.meta.url))

/** The judge: gives the complaints about one document. */
export const spectral = {
  name: 'Spectral',
  versions: ['3.0', '3.1', '3.2'],
  async complaints({ file, folder }) {
    const args = ['lint', file, '--ruleset', ruleset, '--format', 'json', '--quiet']
    const { code, stdout, stderr } = await runTool('@stoplight/spectral-cli/dist/index.js', args, folder)
    const start = stdout.indexOf('[')
    if (start < 0) throw new Error(`Spectral ended with ${code} and gave no report\n${stdout}${stderr}`)
    return JSON.parse(stdout.slice(start)).map((result) => ({
      rule: String(result.code),
      severity: result.severity === 0 ? 'error' : 'warning',
      message: result.message,
      place: `#/${result.path.join('/')}`,
    }))
  },
}

/** @redocly/cli with its recommended rules, and the rule on problem details as an error. */
import { fileURLToPath } from 'node:url'
import { runTool } from '../command.mjs'

const config = fileURLToPath(new URL('../redocly.yaml', import.meta.url))

/** The judge: gives the complaints about one document. */
export const redocly = {
  name: 'redocly',
  versions: ['3.0', '3.1', '3.2'],
  async complaints({ file, folder }) {
    const args = ['lint', file, '--config', config, '--format', 'json', '--max-problems', '100000']
    const { code, stdout, stderr } = await runTool('@redocly/cli/bin/cli.js', args, folder)
    const start = stdout.indexOf('{')
    if (start < 0) throw new Error(`redocly ended with ${code} and gave no report\n${stdout}${stderr}`)
    const { problems, totals } = JSON.parse(stdout.slice(start))
    if (totals.errors > 0 !== (code !== 0)) throw new Error(`redocly ended with ${code} but counts ${totals.errors} errors`)
    return problems.map(({ ruleId, severity, message, location }) => ({
      rule: ruleId,
      severity: severity === 'error' ? 'error' : 'warning',
      message,
      place: location?.[0]?.pointer ?? '',
    }))
  },
}

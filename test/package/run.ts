/** Tests the package as its users get it: `node .build/test/package/run.js`. Needs the npm registry, so it is no part of `npm test`. */
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { runNpm, tools } from './command.js'
import { checkJavaScript } from './javascript.js'
import { startReport } from './report.js'
import { checkTarball, pack } from './tarball.js'
import { checkTypeScript } from './typescript.js'

const report = startReport()
const folder = mkdtempSync(join(tmpdir(), 'http-problems-'))
try {
  report.heading('Preparation')
  await report.check('the tools are installed', async () => {
    await runNpm(tools, 'ci', '--no-audit', '--no-fund', '--prefer-offline')
  })
  let tarball: string | undefined
  await report.check('npm pack', async () => {
    tarball = await pack(folder)
  })
  if (tarball !== undefined) {
    const projects = join(folder, 'projects')
    mkdirSync(projects)
    await checkTarball(report, folder, tarball)
    await checkJavaScript(report, projects, tarball)
    await checkTypeScript(report, projects, tarball)
  }
} finally {
  rmSync(folder, { recursive: true, force: true })
}
process.exitCode = report.end()

/** Runs the programs of the judges' packages, bounded in time. */
import { execFile } from 'node:child_process'
import { fileURLToPath } from 'node:url'

const LONGEST_RUN = 90_000
const MOST_OUTPUT = 2 ** 27

// Judges must not report anything to their makers, nor look for newer versions of themselves.
const environment = {
  ...process.env,
  CI: 'true',
  DO_NOT_TRACK: '1',
  FORCE_COLOR: '0',
  NO_COLOR: '1',
  REDOCLY_SUPPRESS_UPDATE_NOTICE: 'true',
  REDOCLY_TELEMETRY: 'off',
  SCARF_ANALYTICS: 'false',
}

/** Runs a script of a package with this Node; gives exit code and output. One that does not end in time, or by a signal, is an error. */
export function runTool(script, args, cwd) {
  const path = fileURLToPath(new URL(`node_modules/${script}`, import.meta.url))
  const options = { cwd, env: environment, timeout: LONGEST_RUN, killSignal: 'SIGKILL', maxBuffer: MOST_OUTPUT }
  return new Promise((resolve, reject) => {
    const child = execFile(process.execPath, [path, ...args], options, (error, stdout, stderr) => {
      if (error === null) resolve({ code: 0, stdout, stderr })
      else if (typeof error.code === 'number') resolve({ code: error.code, stdout, stderr })
      else reject(new Error(`${script} was ended: ${error.signal ?? error.code} (at most ${LONGEST_RUN} ms)\n${stdout}${stderr}`))
    })
    child.stdin?.end()
  })
}

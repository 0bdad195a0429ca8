/** Runs a command and gives what it printed; a bad end is an error that holds all of it. */
import { execFile } from 'node:child_process'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** The folder of these tests in the sources, where the projects' files are. */
export const home = fileURLToPath(new URL('../../../test/package/', import.meta.url))

/** Compilers and judges; they have their own lock file. */
export const tools = join(home, 'tools')

/** The root of the repository. */
export const root = join(home, '../..')

/** The npm that belongs to this Node, or the one on the path. */
const npm = process.env['npm_execpath']?.endsWith('.js') ? [process.execPath, process.env['npm_execpath']] : ['npm']

const LONGEST_RUN = 120_000

/** Runs a program in a folder and gives its standard output. */
export function run(folder: string, program: string, ...args: readonly string[]): Promise<string> {
  return new Promise((resolve, reject) => {
    const options = { cwd: folder, timeout: LONGEST_RUN, maxBuffer: 2 ** 26, env: cleanEnvironment() }
    const child = execFile(program, args, options, (error, stdout, stderr) => {
      if (error === null) resolve(stdout)
      else
        reject(new Error(`${[program, ...args].join(' ')} ended with ${error.code ?? error.signal}\n${stdout}${stderr}`.trim()))
    })
    child.stdin?.end()
  })
}

/** Runs a script with this Node. */
export function node(folder: string, ...args: readonly string[]): Promise<string> {
  return run(folder, process.execPath, ...args)
}

/** Runs npm. */
export function runNpm(folder: string, ...args: readonly string[]): Promise<string> {
  const [program = 'npm', ...first] = npm
  return run(folder, program, ...first, ...args)
}

/** Runs a program of a package of the tools. */
export function tool(folder: string, path: string, ...args: readonly string[]): Promise<string> {
  return node(folder, join(tools, 'node_modules', path), ...args)
}

// What `npm run` sets for its child would be taken for settings by the npm that the child starts.
function cleanEnvironment(): NodeJS.ProcessEnv {
  const entries = Object.entries(process.env).filter(([name]) => !/^npm_(?:package|lifecycle|command)/.test(name))
  return { ...Object.fromEntries(entries), PATH: `${dirname(process.execPath)}:${process.env['PATH'] ?? ''}` }
}

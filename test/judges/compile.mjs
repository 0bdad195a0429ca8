/** Type-checks clients as their users do: `tsc --strict`. */
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { runTool } from './command.mjs'

// As strict as `--strict`; `types` keeps out what lies in node_modules folders above.
const settings = {
  compilerOptions: {
    noEmit: true,
    strict: true,
    target: 'es2022',
    lib: ['es2023', 'dom', 'dom.iterable'],
    module: 'esnext',
    moduleResolution: 'bundler',
    types: [],
  },
}

/** Gives what tsc says about files of a folder: file, line, code and message of each error. */
export async function compileErrors(folder, files) {
  writeFileSync(join(folder, 'tsconfig.json'), JSON.stringify({ ...settings, files }))
  const { code, stdout, stderr } = await runTool('typescript/bin/tsc', ['--project', '.', '--pretty', 'false'], folder)
  const errors = [...stdout.matchAll(/^(?<file>[^\s(]+)\((?<line>\d+),\d+\): error (?<code>TS\d+): (?<message>.*)$/gm)]
  if ((code === 0) !== (errors.length === 0)) throw new Error(`tsc ended with ${code}\n${stdout}${stderr}`)
  return errors.map(({ groups }) => ({ ...groups }))
}

/** Finds the programs of Node.js that are measured. */
import { execFileSync } from 'node:child_process'
import { existsSync, mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { root, runNpm } from '../test/package/command.js'

/** The versions that the limits are for. */
export const majors = [20, 24] as const

/** One of the versions that the limits are for. */
export type Major = (typeof majors)[number]

/** A program of Node.js. */
export interface NodeProgram {
  readonly path: string
  readonly version: string
}

/** Gives a program by its path, or by a major version, which is taken from the npm registry where this process is another one. */
export async function nodeProgram(wanted: string): Promise<NodeProgram> {
  if (!/^\d+$/.test(wanted)) return programAt(wanted)
  return process.version.startsWith(`v${wanted}.`) ? programAt(process.execPath) : programAt(await installNode(wanted))
}

/** Gives the major version. */
export function majorOf({ version }: Pick<NodeProgram, 'version'>): number {
  return Number.parseInt(version.slice(1), 10)
}

function programAt(path: string): NodeProgram {
  return { path, version: execFileSync(path, ['--version'], { encoding: 'utf8' }).trim() }
}

// The registry has the programs of Linux as packages. `.ci/run` keeps them in the same place.
async function installNode(major: string): Promise<string> {
  const name = `node-linux-${process.arch}`
  const folder = join(root, '.cache', `node-${major}`)
  const path = join(folder, 'node_modules', name, 'bin', 'node')
  if (existsSync(path)) return path
  mkdirSync(folder, { recursive: true })
  writeFileSync(join(folder, 'package.json'), '{ "private": true }\n')
  await runNpm(folder, 'install', '--no-save', '--no-audit', '--no-fund', `${name}@${major}`)
  return path
}

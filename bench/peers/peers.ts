/** Installs the packages that the benchmark compares with, which have a lock file of their own. */
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { root, runNpm } from '../../test/package/command.js'

const folder = join(root, 'bench', 'peers')

interface Manifest {
  readonly version: string
  readonly dependencies?: Readonly<Record<string, string>>
}

/** Installs the peers where one is missing or has another version than the lock file. */
export async function installPeers(): Promise<void> {
  const installed = Object.entries(wantedPeers()).every(([name, version]) => {
    const file = join(folder, 'node_modules', name, 'package.json')
    return existsSync(file) && readManifest(file).version === version
  })
  if (!installed) await runNpm(root, 'ci', '--ignore-scripts', '--no-audit', '--no-fund', '--prefix', folder)
}

/** Names the packages that are compared, and their versions. */
export function comparedVersions(): Readonly<Record<string, string>> {
  const ours = ['express', 'koa', 'http-errors'].map((name) => [
    name,
    readManifest(join(root, 'node_modules', name, 'package.json')).version,
  ])
  return { 'http-problems': readManifest(join(root, 'package.json')).version, ...Object.fromEntries(ours), ...wantedPeers() }
}

function wantedPeers(): Readonly<Record<string, string>> {
  return readManifest(join(folder, 'package.json')).dependencies ?? {}
}

function readManifest(file: string): Manifest {
  // What npm wrote, or we did.
  return JSON.parse(readFileSync(file, 'utf8')) as Manifest
}

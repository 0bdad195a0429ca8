/** Packs the package and judges what is in the tarball. */
import assert from 'node:assert/strict'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { node, root, run, runNpm, tool } from './command.js'
import type { Report } from './report.js'

/** Packs the package as `npm publish` would, build included; gives the path of the tarball. */
export async function pack(folder: string): Promise<string> {
  await runNpm(root, 'pack', '--pack-destination', folder)
  const [tarball] = readdirSync(folder).filter((name) => name.endsWith('.tgz'))
  assert.ok(tarball, 'npm pack made no tarball')
  return join(folder, tarball)
}

const ALLOWED =
  /^(?:package\.json|(?:README|CHANGELOG|CONTRIBUTING)\.md|LICENSE|docs\/.+\.(?:md|svg)|dist\/.+\.(?:js|d\.ts|json))$/
const SECRETS = /-----BEGIN [A-Z ]*PRIVATE KEY|\bAKIA[0-9A-Z]{16}\b|\bgh[pousr]_\w{36}|\bnpm_\w{36}|_authToken|\bsk-[\w-]{20,}/
const INSTALL_SCRIPTS = ['preinstall', 'install', 'postinstall', 'prepublish', 'preprepare', 'prepare', 'postprepare']

/** Checks the files of the tarball. */
export async function checkTarball({ check, heading }: Report, folder: string, tarball: string): Promise<void> {
  heading('The tarball')
  await run(folder, 'tar', '-xzf', tarball)
  const unpacked = join(folder, 'package')
  const files = readdirSync(unpacked, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(unpacked.length + 1))
  const texts = files.map((file) => [file, readFileSync(join(unpacked, file), 'utf8')] as const)
  const manifest = JSON.parse(readFileSync(join(unpacked, 'package.json'), 'utf8')) as Manifest

  await check('holds what `files` lists and nothing else: no test, no source map', () => {
    assert.deepEqual(
      files.filter((file) => !ALLOWED.test(file) || /(?:^|\/)(?:test|bench|examples)\/|\.test\./.test(file)),
      [],
    )
    const named = [manifest.exports, manifest.bin].flatMap(exportedFiles)
    for (const entry of ['package.json', 'LICENSE', ...named]) assert.ok(files.includes(entry), entry)
  })
  await check('points at no source map', () => {
    assert.deepEqual(filesWith(texts, /sourceMappingURL/), [])
  })
  await check('holds no secret and no path of the machine that packed it', () => {
    assert.deepEqual(filesWith(texts, SECRETS), [])
    assert.deepEqual(
      texts.filter(([, text]) => text.includes(root)).map(([file]) => file),
      [],
    )
  })
  await check('runs no script when it is installed', () => {
    assert.deepEqual(
      INSTALL_SCRIPTS.filter((script) => manifest.scripts?.[script] !== undefined),
      [],
    )
    assert.ok(!existsSync(join(unpacked, 'binding.gyp')))
  })
  await check('names no framework and no ajv in code or types, the command line apart', () => {
    assert.deepEqual(
      filesWith(
        texts.filter(([file]) => /^dist\/(?!esm\/bin\/)/.test(file)),
        /(?:from|import|require\() ?['"](?:express|koa|@|ajv)/,
      ),
      [],
    )
  })
  await check('is clean for publint --strict', async () => {
    await node(folder, join(root, 'node_modules/publint/src/cli.js'), '--strict', tarball)
  })
  // node10 knows no `exports`: it finds the entries by `typesVersions`, but no schema, which has no types.
  await check('has right types for every entry (attw, node10 too)', async () => {
    const schema = ['--exclude-entrypoints', './schemas/problem.json', './package.json']
    await tool(folder, '@arethetypeswrong/cli/dist/index.js', '--no-color', tarball, ...schema)
  })
}

interface Manifest {
  readonly exports: Readonly<Record<string, unknown>>
  readonly bin: Readonly<Record<string, unknown>>
  readonly scripts?: Readonly<Record<string, string>>
}

function exportedFiles(target: unknown): readonly string[] {
  return typeof target === 'string' ? [target.replace('./', '')] : Object.values(target as object).flatMap(exportedFiles)
}

function filesWith(texts: readonly (readonly [string, string])[], pattern: RegExp): readonly string[] {
  return texts.filter(([, text]) => pattern.test(text)).map(([file]) => file)
}

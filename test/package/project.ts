/** Makes a fresh project in a temporary folder, with a real `npm install` of the tarball. */
import { copyFileSync, mkdirSync, writeFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { home, runNpm, tool } from './command.js'

/** The compilers that consumers have; the oldest is the first that knows `NoInfer`, which keeps wrong examples from widening a type. */
export const compilers = ['5.4', '5.9', '7'] as const

/** What a project is made of. */
export interface ProjectPlan {
  readonly name: string
  readonly type: 'module' | 'commonjs'
  /** Packages by name, ranges as npm writes them. */
  readonly dependencies: Readonly<Record<string, string>>
  /** Files of `consumer/`. */
  readonly files: readonly string[]
  readonly compilerOptions?: Readonly<Record<string, unknown>>
}

/** Writes and installs a project; gives its folder. */
export async function makeProject(parent: string, plan: ProjectPlan): Promise<string> {
  const folder = join(parent, plan.name.replaceAll(/\W+/g, '-'))
  mkdirSync(folder)
  writeJson(join(folder, 'package.json'), { private: true, type: plan.type, dependencies: plan.dependencies })
  for (const file of plan.files) copyFileSync(join(home, 'consumer', file), join(folder, basename(file)))
  if (plan.compilerOptions) writeJson(join(folder, 'tsconfig.json'), tsconfig(plan.compilerOptions))
  await runNpm(folder, 'install', '--no-audit', '--no-fund', '--prefer-offline')
  return folder
}

/** Compiles a project with one of the compilers. */
export async function compile(folder: string, compiler: (typeof compilers)[number]): Promise<void> {
  await tool(folder, `typescript-${compiler}/bin/tsc`, '-p', '.')
}

function tsconfig(compilerOptions: Readonly<Record<string, unknown>>): unknown {
  return {
    compilerOptions: { target: 'es2022', strict: true, rootDir: '.', outDir: 'build', ...compilerOptions },
    include: ['*.ts'],
  }
}

function writeJson(file: string, value: unknown): void {
  writeFileSync(file, `${JSON.stringify(value, null, 2)}\n`)
}

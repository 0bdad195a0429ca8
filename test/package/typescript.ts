/** TypeScript projects that use the tarball, compiled by old and new compilers. */
import { node } from './command.js'
import { compile, compilers, makeProject, type ProjectPlan } from './project.js'
import type { Report } from './report.js'

interface TypeScriptPlan extends ProjectPlan {
  readonly compilers: readonly (typeof compilers)[number][]
  /** Whether it has something to run. */
  readonly runs: boolean
}

const plans = (tarball: string): readonly TypeScriptPlan[] => [
  {
    name: 'ES modules (nodenext), Express 5 and Koa 3',
    type: 'module',
    dependencies: {
      'http-problems': `file:${tarball}`,
      express: '^5.0.0',
      koa: '^3.0.0',
      '@types/express': '^5.0.0',
      '@types/koa': '^3.0.0',
      '@types/node': '^20.0.0',
    },
    files: ['servers.ts', 'typed.ts'],
    // The types of Koa and of Express 5 contradict each other.
    compilerOptions: { module: 'nodenext', types: ['node'], skipLibCheck: true },
    compilers: ['5.4', '5.9', '7'],
    runs: true,
  },
  {
    name: 'CommonJS (node16), Express 4 and Koa 2',
    type: 'commonjs',
    dependencies: {
      'http-problems': `file:${tarball}`,
      express: '^4.17.0',
      koa: '^2.13.0',
      '@types/express': '^4.17.0',
      '@types/koa': '^2.13.0',
      '@types/node': '^20.0.0',
    },
    files: ['servers.ts', 'typed.ts'],
    compilerOptions: { module: 'node16', types: ['node'], skipLibCheck: true },
    compilers: ['5.4', '5.9', '7'],
    runs: true,
  },
  {
    name: 'no types of a framework, libraries checked',
    type: 'module',
    dependencies: { 'http-problems': `file:${tarball}`, '@types/node': '^20.0.0' },
    files: ['no-framework.ts'],
    compilerOptions: { module: 'nodenext', types: ['node'], skipLibCheck: false },
    compilers,
    runs: false,
  },
  {
    name: 'no types of Node, libraries checked',
    type: 'module',
    dependencies: { 'http-problems': `file:${tarball}` },
    files: ['no-node.ts'],
    compilerOptions: { module: 'nodenext', types: [], skipLibCheck: false, exactOptionalPropertyTypes: true },
    compilers,
    runs: false,
  },
  // One source in both formats; a CommonJS project imports the function that `export =` names.
  ...(['module', 'commonjs'] as const).map(
    (type): TypeScriptPlan => ({
      name: `compat, ${type}`,
      type,
      dependencies: { 'http-problems': `file:${tarball}` },
      files: ['compat.ts'],
      compilerOptions: {
        module: type === 'module' ? 'nodenext' : 'node16',
        types: [],
        esModuleInterop: true,
        skipLibCheck: false,
      },
      compilers: ['5.4', '5.9', '7'],
      runs: true,
    }),
  ),
  // Declared types are told apart by the compiler, with and without exact optional properties.
  ...[true, false].map(
    (exactOptionalPropertyTypes): TypeScriptPlan => ({
      name: `declared types, exactOptionalPropertyTypes ${exactOptionalPropertyTypes}`,
      type: 'module',
      dependencies: { 'http-problems': `file:${tarball}`, zod: '^4.6.7' },
      files: ['declared.ts'],
      compilerOptions: { module: 'nodenext', types: [], skipLibCheck: true, exactOptionalPropertyTypes },
      compilers: ['5.4', '5.9', '7'],
      runs: true,
    }),
  ),
]

/** Compiles and runs the projects. */
export async function checkTypeScript({ check, heading }: Report, parent: string, tarball: string): Promise<void> {
  for (const plan of plans(tarball)) {
    heading(`TypeScript: ${plan.name}`)
    let folder: string | undefined
    await check('npm install', async () => {
      folder = await makeProject(parent, plan)
    })
    const project = folder
    if (project === undefined) continue
    for (const compiler of plan.compilers) {
      await check(`compiles with TypeScript ${compiler}`, () => compile(project, compiler))
    }
    if (plan.runs) {
      for (const file of plan.files) {
        await check(`runs ${file}`, async () => {
          await node(project, `build/${file.replace(/\.ts$/, '.js')}`)
        })
      }
    }
  }
}

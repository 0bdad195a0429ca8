/** Writes the project that `types.ts` measures: modules that declare problem types, make their problems and tell them apart. */
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

const TYPES_IN_A_MODULE = 20

/** Writes a project with so many declared types; gives its folder, which must be inside the package for its own name to mean it. */
export function writeProject(folder: string, types: number): string {
  mkdirSync(folder, { recursive: true })
  const modules = Array.from({ length: Math.ceil(types / TYPES_IN_A_MODULE) }, (_, index) => index)
  for (const index of modules) writeFileSync(join(folder, `problems-${index}.ts`), moduleOf(index))
  writeFileSync(join(folder, 'index.ts'), indexOf(modules))
  writeFileSync(join(folder, 'tsconfig.json'), JSON.stringify({ compilerOptions, include: ['*.ts'] }))
  return folder
}

const compilerOptions = { target: 'es2022', module: 'nodenext', strict: true, noEmit: true, skipLibCheck: true, types: [] }

function indexOf(modules: readonly number[]): string {
  return [
    "export { HttpProblem } from 'http-problems'",
    ...modules.map((index) => `export * from './problems-${index}.js'`),
    '',
  ].join('\n')
}

function moduleOf(index: number): string {
  const numbers = Array.from({ length: TYPES_IN_A_MODULE }, (_, position) => index * TYPES_IN_A_MODULE + position)
  return `import { defineProblem } from 'http-problems'
${numbers.map(declaration).join('')}
type Problem = ${numbers.map((number) => `Problem${number}`).join(' | ')}
export function read${index}(problem: Problem): string {
  switch (problem.type) {
${numbers.map((number) => `    case 'https://example.com/problems/${number}': return problem.name${number}`).join('\n')}
    default: {
      const nothing: never = problem
      return nothing
    }
  }
}
export function tell${index}(error: unknown): string {
${numbers.map((number) => `  if (error instanceof Problem${number}) return error.name${number}`).join('\n')}
  return ''
}
`
}

const statuses = [400, 403, 404, 409, 410, 422, 429, 503]

// Members as APIs have them: texts, numbers, an enumeration, a list of objects, a nested object, alternatives.
function declaration(number: number): string {
  return `
export class Problem${number} extends defineProblem('Problem${number}', {
  type: 'https://example.com/problems/${number}',
  status: ${statuses[number % statuses.length]},
  title: 'Problem number ${number}',
  members: {
    type: 'object',
    properties: {
      name${number}: { type: 'string', minLength: 1 },
      balance: { type: 'number' },
      reason: { enum: ['closed', 'limited', 'gone${number}'] },
      note: { type: ['string', 'null'] },
      errors: {
        type: 'array',
        items: {
          type: 'object',
          properties: { pointer: { type: 'string', format: 'json-pointer-uri-fragment' }, detail: { type: 'string' }, code: { type: 'integer' } },
          required: ['pointer', 'detail'],
        },
      },
      account: {
        type: 'object',
        properties: { id: { type: 'string' }, owner: { oneOf: [{ type: 'string' }, { type: 'object', properties: { id: { const: ${number} } } }] } },
        required: ['id'],
      },
    },
    required: ['name${number}', 'account'],
  },
  detail: ({ name${number}, account }) => \`\${name${number}} of \${account.id}\`,
  examples: [{ name${number}: 'a', account: { id: '1' }, errors: [{ pointer: '#/a', detail: 'b' }] }],
}) {}
export const problem${number} = new Problem${number}({ name${number}: 'a', account: { id: '1' }, reason: 'closed' }, { instance: '/1' })
`
}

/** The page of the handler options. */
import { membersOf } from '../doc-comments.js'
import { readSource } from '../root.js'
import { code, note } from './table.js'

/** Writes the page. */
export function handlerOptionsPage(): string {
  const options = membersOf(readSource('lib/handler/options.ts'), 'HandlerOptions')
  const event = membersOf(readSource('lib/handler/event.ts'), 'ProblemEvent')
  const facts = membersOf(readSource('lib/respond/facts.ts'), 'RequestFacts')
  return `${note}

# Handler options

\`problemHandler(options?)\` and \`notFoundHandler(options?)\` of Express and \`problemHandler(options?)\` of Koa take these. All are optional, and
\`problemHandler()\` is right for production. A wrong option is a \`TypeError\` with the code
[\`ERR_PROBLEM_OPTION\`](faults.md#err_problem_option) at start-up. \`Request\` is Express's \`req\` or Koa's \`ctx\`.

A function of yours that throws while an error is answered is reported as [\`ERR_PROBLEM_HOOK\`](faults.md#err_problem_hook); the answer goes out without it.

${options.map(section).join('\n\n')}

## What \`onProblem\` and \`logger\` get

${members(event)}

## What is known of the request: \`facts\`

${members(facts)}
`
}

type Member = ReturnType<typeof membersOf>[number]

function section({ name, type, text, tags }: Member): string {
  const fallback = tags['default'] === undefined ? '' : `\n- Default: ${tags['default']}`
  return `## \`${name}\`\n\n${text}\n\n- Type: ${code(type)}${fallback}`
}

function members(list: readonly Member[]): string {
  return list.map(({ name, type, text }) => `- ${code(name)}: ${code(type)}${text === '' ? '' : `. ${text}`}`).join('\n')
}

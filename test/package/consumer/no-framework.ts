/** Uses every entry in a project that has no framework's types: ours must not name them. */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { Conflict, type HttpProblem, toProblem } from 'http-problems'
import { type ProblemEvent, type ProblemHandlerOptions, problemHandler } from 'http-problems/express'
import { problemHandler as koaProblems, type ProblemContext } from 'http-problems/koa'

const options: ProblemHandlerOptions = {
  onProblem: (event: ProblemEvent) => console.log(event.status),
  members: (problem: HttpProblem, facts) => ({ host: facts.request.headers.host, title: problem.title }),
}
const handler = problemHandler(options)

export const server = createServer((req: IncomingMessage, res: ServerResponse) => {
  handler(toProblem(new Conflict()), req, res, () => res.end())
})
export const middleware: (ctx: ProblemContext, next: () => Promise<unknown>) => Promise<void> = koaProblems()

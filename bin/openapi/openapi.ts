/** `http-problems openapi`: completes an OpenAPI document with the problems of an app's routes, or checks it. */
import { resolve } from 'node:path'
import type { ProblemClass } from '../../lib/define/problem-class.js'
import { problemClasses } from '../../lib/problem/classes.js'
import type { RouteRecords } from '../../lib/routes/record.js'
import { own } from '../../schemas/json.js'
import { type Console, UsageError } from '../command.js'
import { textOf, writeFiles } from '../written-files.js'
import { usage, type Wishes, wishesOf } from './arguments.js'
import { completed } from './complete.js'
import { needJson, readDocumentFile } from './document-file.js'
import { findApp } from './find-app.js'
import { withModule } from './import-app.js'
import { newDocument, textOfNew } from './new-document.js'
import { outcomeOf, tell, tellSkipped } from './outcome.js'
import { routesOf } from './walk.js'

/** Runs the command; gives the exit code. */
export async function openapi(args: readonly string[], console: Console): Promise<number> {
  const wishes = wishesOf(args)
  if (wishes === undefined) {
    console.print(usage)
    return 0
  }
  const { app, source, out, format, check, timeout } = wishes
  // The document first: what is wrong with it is found at once, and an app may take its time.
  const given = source === undefined ? undefined : readDocumentFile(source)
  if (source !== undefined && given !== undefined && format === 'json') needJson(source, given)
  // What --out names is compared and written, though --in may need nothing; it may be new, unless it is checked.
  const target = out === undefined ? given : check ? readDocumentFile(out) : textOf(out)

  const records = await withModule(app, { timeout, progress: console.complain }, async (module) =>
    routesOf(app, await findApp(app, module)),
  )
  tellSkipped(records, console)
  const text = given ?? textOfNew(newDocument(resolve(app), wishes.version, records), format)
  const done = completed(source ?? app, format, text, records, optionsOf(wishes, records))
  const outcome = outcomeOf(wishes, records, text, done, target)
  if (!check && out !== undefined && done.text !== target) writeFiles([[out, done.text]])
  return tell(outcome, wishes, args, console)
}

function optionsOf({ everywhere, baseUri }: Wishes, records: RouteRecords) {
  const declared = records.flatMap(({ problems }) => problems.map((problem) => problem.class))
  const classes = everywhere.map((name): ProblemClass => {
    const all: readonly ProblemClass[] = [...Object.values(problemClasses), ...declared]
    const found = all.find((Class) => Class.prototype.name === name || own(Class as { name?: string }, 'name') === name)
    if (found === undefined)
      throw new UsageError(
        `openapi: --everywhere ${name}: the name of a class such as NotFound is needed, or of one that a route declares`,
        usage,
      )
    return found
  })
  return { everywhere: classes, ...(baseUri !== undefined && { baseUri }) }
}

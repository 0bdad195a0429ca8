/** The page for developers: frames with their source lines, causes, the request. The package youch writes it, where it is installed. */

import { own } from '../../../../schemas/json.js'
import { load } from '../../../../schemas/load.js'
import { bare, setOwn } from '../../../guard/bare.js'
import { describeError, type ErrorDescription, errorLines } from '../../../guard/describe.js'
import { itemsOf } from '../../../guard/read.js'
import { isSecretName, REDACTED, redact } from '../../../guard/redact.js'
import type { ProblemDocument } from '../../../problem/problem.js'
import { titleOf } from '../../../problem/status.js'
import { randomUuid } from '../../document/uuid.js'
import type { RequestFacts } from '../../facts.js'
import type { Encoded, RepresentationContext } from '../representation.js'
import { embedded } from './escape.js'
import type { HtmlOptions } from './options.js'
import { problemPage } from './page.js'
import { developerFields } from './policy.js'

/** What we use of youch 4. Not its own types: the package may be missing where ours is compiled. */
interface YouchModule {
  readonly Youch: new () => {
    readonly metadata: { group(name: string, sections: Readonly<Record<string, readonly Row[]>>): unknown }
    toHTML(
      error: Error,
      options: { readonly title: string; readonly cspNonce: string; readonly request: ShownRequest },
    ): Promise<string>
  }
}

interface Row {
  readonly key: string
  readonly value: string
}

interface ShownRequest {
  readonly method: string
  readonly url: string
  readonly headers: Readonly<Record<string, string>>
}

/** Writes the page; without youch, or where that fails, it is the page for everybody with the lines of the error in it. */
export async function developerPage(
  document: ProblemDocument,
  context: RepresentationContext,
  options: HtmlOptions,
): Promise<Encoded> {
  const error = describeError(context.problem)
  try {
    const { Youch } = load('youch') as YouchModule
    const nonce = randomUuid()
    const shown = shownOf(error)
    const youch = new Youch()
    const causes = causesOf(shown)
    // youch has the first of them only, and folded.
    if (causes.length > 0) youch.metadata.group('Causes', bare({ 'Outermost first': causes }))
    const html = await youch.toHTML(copyOf(shown), {
      // youch writes it into the page as it is, as the keys of rows, so it is never a text of others.
      title: `${document.status} ${titleOf(document.status)}`,
      cspNonce: nonce,
      request: requestOf(context.facts),
    })
    return { body: html.replace('</head>', () => `${embedded(document)}</head>`), headers: developerFields(nonce) }
  } catch {
    return problemPage(document, context, options, errorLines(error).join('\n'))
  }
}

// A problem that the package made of a foreign error has no frames; the error behind it has.
function shownOf(error: ErrorDescription): ErrorDescription {
  const cause = own(error, 'cause')
  return error.stack.length === 0 && cause !== undefined ? shownOf(cause) : error
}

// One row for each cause behind another, with the frame that it comes from.
function causesOf(error: ErrorDescription): Row[] {
  const cause = own(error, 'cause')
  if (cause === undefined) return []
  const { name, message, stack } = cause
  return [
    bare({ key: /^\w{1,60}$/.test(name) ? name : 'Error', value: [message, ...stack.slice(0, 1)].join(' ') }),
    ...causesOf(cause),
  ]
}

/**
 * Makes an error for youch, which reads files that frames name, and writes `hint` and names of files as they are: nothing of the thrown value
 * but its description, whose frames are no lines of the message. No quote of a frame ends an attribute, and no `<` begins a tag.
 */
function copyOf({ name, message, stack, ...rest }: ErrorDescription): Error {
  const [cause, errors, code] = [own(rest, 'cause'), own(rest, 'errors'), own(rest, 'code')]
  const error = new Error(message)
  setOwn(error, 'name', name)
  setOwn(
    error,
    'stack',
    ['Error', ...stack.map((frame) => `    ${frame.replaceAll('"', "'").replace(/<(?!anonymous>)/g, '(')}`)].join('\n'),
  )
  if (code !== undefined) setOwn(error, 'code', code)
  if (errors !== undefined) setOwn(error, 'errors', errors.map(copyOf))
  if (cause !== undefined) setOwn(error, 'cause', copyOf(cause))
  return error
}

function requestOf({ method, url, headers }: RequestFacts): ShownRequest {
  const shown = Object.entries(headers).map(([name, value]) => [
    name.replace(/(?:^|-)[a-z]/g, (start) => start.toUpperCase()),
    isSecretName(name) ? REDACTED : redact(itemsOf(value)?.join(', ') ?? String(value)),
  ])
  return { method, url: withoutSecrets(url), headers: Object.fromEntries(shown) as ShownRequest['headers'] }
}

// A developer wants to see the query, except for the values of parameters that are secrets by their names, or look like one.
function withoutSecrets(url: string): string {
  return url.replace(/([?&]([^=&]{1,200})=)([^&]*)/g, (all, start: string, name: string, sent: string) => {
    const value = decoded(sent)
    return isSecretName(decoded(name)) || redact(value) !== value ? `${start}${REDACTED}` : all
  })
}

function decoded(part: string): string {
  try {
    return decodeURIComponent(part.replaceAll('+', ' '))
  } catch {
    return part
  }
}

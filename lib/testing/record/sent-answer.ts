/** Hears what a response sends. The response is the same to everybody else: what is called is done as before, with what it gives or throws. */
import { own } from '../../../schemas/json.js'
import { defineHidden } from '../../guard/bare.js'
import { callMethod } from '../../guard/call.js'
import { ownKeys, read } from '../../guard/read.js'
import { givenFields } from '../../problem/fields/given-fields.js'
import { SentBody } from './sent-body.js'

/** An error as it was sent. */
export interface SentAnswer {
  readonly status: number
  /** The header fields by their names in lower case. */
  readonly headers: Readonly<Record<string, unknown>>
  /** The content; `undefined` where it is too long to be looked at, or has a content coding that is not known here. */
  readonly content: Uint8Array | undefined
}

/** Tells of the answer when its end is sent, if it is an error. */
export function hearAnswer(res: object, tell: (answer: SentAnswer) => void): void {
  const body = new SentBody()
  let given: unknown
  let isEnding = false
  const isFailure = (): boolean => Number(read(res, 'statusCode')) >= 400
  const add = (chunk: unknown, encoding: unknown): void => {
    // HTTP/2 writes the last chunk by `write()`.
    if (!isEnding && isFailure()) body.add(chunk, encoding)
  }

  around(res, 'writeHead', ([, second, third]) => {
    given = typeof second === 'string' ? third : (second ?? third)
  })
  around(res, 'write', ([chunk, encoding]) => add(chunk, encoding))
  around(
    res,
    'end',
    ([chunk, encoding]) => {
      add(chunk, encoding)
      isEnding = true
    },
    once(() => {
      if (!isFailure()) return
      const headers = headersOf(res, given)
      const coding = own(headers, 'content-encoding')
      const content = body.content(typeof coding === 'string' ? coding : '')
      tell({ status: Number(read(res, 'statusCode')), headers, content })
    }),
  )
}

function around(
  res: object,
  name: string,
  before: (args: readonly unknown[]) => void,
  after: () => void = () => undefined,
): void {
  const method = read(res, name)
  if (typeof method !== 'function') return
  function heard(this: unknown, ...args: unknown[]): unknown {
    guarded(() => before(args))
    const result: unknown = Reflect.apply(method as () => unknown, this, args)
    guarded(after)
    return result
  }
  defineHidden(res, name, heard, true)
}

function guarded(run: () => void): void {
  try {
    run()
  } catch {
    // A test must not see that somebody listens.
  }
}

function once(run: () => void): () => void {
  let isDone = false
  return () => {
    if (!isDone) {
      isDone = true
      run()
    }
  }
}

// What writeHead() is given is not among the fields of the response where none had been set before.
function headersOf(res: object, given: unknown): Readonly<Record<string, unknown>> {
  const set = callMethod(res, 'getHeaders')
  const entries = [
    ...ownKeys(set).map((name) => [name, read(set, name)] as const),
    ...(givenFields(given) ?? []).map(([name, value]) => [String(name), value] as const),
  ]
  return Object.fromEntries(entries.map(([name, value]) => [name.toLowerCase(), value]))
}

/** Reads the curl commands of a page, each with the output that is shown below it. */

/** A request as curl would send it. */
export interface Request {
  readonly method: string
  readonly path: string
  readonly headers: Readonly<Record<string, string>>
  readonly body: string
}

/** One command and what the page says that it prints. */
export interface Shown {
  readonly command: string
  readonly request: Request
  /** Whether the head of the response is shown too (`-i`, `-I`). */
  readonly withHead: boolean
  readonly output: string
}

/** Splits a console block into commands and their output; a line that starts with `$ ` is a command, a `\` at its end continues it. */
export function shownIn(block: string): readonly Shown[] {
  return block
    .replaceAll('\\\n', ' ')
    .split(/^\$ /m)
    .filter((part) => part !== '')
    .map((part) => {
      const [command = '', ...output] = part.split('\n')
      return { command, ...parse(command), output: output.join('\n').trimEnd() }
    })
}

function parse(command: string): Pick<Shown, 'request' | 'withHead'> {
  const [program, ...words] = wordsOf(command)
  if (program !== 'curl') throw new Error(`Only curl can be checked, not: ${command}`)
  let [method, path, body, withHead] = ['', '', '', false]
  const headers: Record<string, string> = { accept: '*/*' }
  while (words.length > 0) {
    const word = words.shift() ?? ''
    const value = (): string => words.shift() ?? ''
    if (word === '-i') withHead = true
    else if (word === '-I') [method, withHead] = ['HEAD', true]
    else if (word === '-X') method = value()
    else if (word === '-H') addHeader(headers, value())
    else if (word === '-d' || word === '--json') {
      body = value()
      headers['content-type'] ??= word === '-d' ? 'application/x-www-form-urlencoded' : 'application/json'
    } else if (word.startsWith('localhost:3000/')) path = word.slice('localhost:3000'.length)
    else throw new Error(`Cannot read ${word} in: ${command}`)
  }
  return { withHead, request: { method: method || (body === '' ? 'GET' : 'POST'), path, headers, body } }
}

function addHeader(headers: Record<string, string>, line: string): void {
  const colon = line.indexOf(':')
  headers[line.slice(0, colon).toLowerCase()] = line.slice(colon + 1).trim()
}

function wordsOf(command: string): string[] {
  return [...command.matchAll(/'([^']*)'|(\S+)/g)].map(({ 1: quoted, 2: plain }) => quoted ?? plain ?? '')
}

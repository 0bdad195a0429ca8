/** The globals that the sources use: those of the language, which every realm has. Test environments of browsers, and bare contexts, lack others. */
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { expect } from 'chai'
import { sourceFiles } from './imports.js'

const root = fileURLToPath(new URL('../../../', import.meta.url))

// What a host adds to the language.
const OF_HOSTS =
  'AbortController AbortSignal Blob Buffer DOMException Event EventTarget FormData Headers MessageChannel ReadableStream Response ' +
  'TextDecoder TextEncoder URL URLSearchParams WebSocket atob btoa clearImmediate clearTimeout console crypto fetch global navigator ' +
  'performance process queueMicrotask setImmediate setInterval setTimeout structuredClone'

// By file: `read(globalThis, name)` asks for a global where it may be missing; these are there wherever their code runs.
const allowed: Readonly<Record<string, readonly string[]>> = {
  // In a try of its own: without these classes, no bytes are read.
  'lib/client/body-text.ts': ['Response', 'TextDecoder'],
  'lib/client/body.ts': ['clearTimeout', 'setTimeout'],
  // In a try of its own: without timers, no body is read.
  'lib/client/document.ts': ['clearTimeout', 'setTimeout'],
  // In a try of its own: without the class, references stay as they are.
  'lib/client/received-uri.ts': ['URL'],
  // An adapter gets requests of `node:http`, so Node is there, with its buffers and timers.
  'middleware/koa/exchange.ts': ['Buffer'],
  'middleware/node/drain.ts': ['process', 'setTimeout'],
  'middleware/node/read-on.ts': ['clearTimeout', 'setTimeout'],
  'middleware/node/state.ts': ['setTimeout'],
  'middleware/node/text.ts': ['Buffer'],
  // In a try of its own, as everything there may be missing.
  'schemas/load.mjs': ['process'],
  // A development script.
  'schemas/generate.ts': ['URL', 'console', 'process'],
}

// What is left of a source without comments, texts and types that name a global.
function code(source: string): string {
  return source
    .replace(/\/\*[\s\S]*?\*\/|^\s*\/\/.*$|\s\/\/ .*$/gm, '')
    .replace(/'(?:\\.|[^'\\\n])*'|"(?:\\.|[^"\\\n])*"|\/(?:\\.|\[(?:\\.|[^\]\n\\])*\]|[^/\n\\* ])+\/[a-z]*(?=[.,);\]])/g, "''")
    .replace(/typeof \w+(?=[>,)\]|])/g, '')
}

function globalsIn(path: string): readonly string[] {
  const text = code(readFileSync(`${root}${path}`, 'utf8'))
  const used = OF_HOSTS.split(' ').filter((name) => new RegExp(`(?<![\\w$.])${name}(?:[.(]|\\s*[,;)\\]])(?!\\s*:)`).test(text))
  const declared = used.filter((name) => new RegExp(`(?:const|let|function|class|import) \\{?[^;\\n]*\\b${name}\\b`).test(text))
  return used.filter((name) => !declared.includes(name) && !allowed[path]?.includes(name)).map((name) => `${path} uses ${name}`)
}

describe('The sources of the library', () => {
  it('use no global of a host that may be missing', () => {
    const files = [...sourceFiles('lib', 'middleware', 'schemas').map(({ path }) => path), 'schemas/load.mjs']
    expect(files.flatMap(globalsIn)).to.deep.equal([])
  })

  it('use those that are allowed to them', () => {
    const unused = Object.entries(allowed).flatMap(([path, names]) =>
      names.filter((name) => !new RegExp(`\\b${name}\\b`).test(code(readFileSync(`${root}${path}`, 'utf8')))),
    )
    expect(unused).to.deep.equal([])
  })
})

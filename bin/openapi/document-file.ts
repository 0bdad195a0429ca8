/** Reads the file of a document, and says what is wrong with it. */
import { readFileSync, statSync } from 'node:fs'
import { resolve } from 'node:path'
import { read } from '../../lib/guard/read.js'
import { InputError, reasonOf } from '../command.js'

/** Reads a file as text. */
export function readDocumentFile(name: string): string {
  const bytes = bytesOf(name)
  try {
    // With its byte order mark, which is written again.
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)
  } catch {
    throw new InputError(`${name} is no text in UTF-8. Save it as UTF-8`)
  }
}

function bytesOf(name: string): Uint8Array {
  try {
    if (statSync(name).isDirectory()) throw new InputError(`${name} is a folder. Name the document in it`)
    return readFileSync(name)
  } catch (error) {
    if (error instanceof InputError) throw error
    if (read(error, 'code') === 'ENOENT') throw new InputError(`${name}: there is no such file; looked for ${resolve(name)}`)
    throw new InputError(`${name} cannot be read: ${reasonOf(error)}`)
  }
}

/** Refuses what is no JSON, with line, column and the line itself. */
export function needJson(name: string, text: string): void {
  try {
    JSON.parse(text.replace(/^\ufeff/, ''))
  } catch (error) {
    const message = reasonOf(error)
    // Where the text ends too early, the place is its end.
    const place = Number(/at position (\d+)/.exec(message)?.[1] ?? text.trimEnd().length)
    const before = text.slice(0, place).split('\n')
    const column = (before.at(-1) as string).length
    const line = text.split('\n')[before.length - 1] as string
    const from = Math.max(0, column - 60)
    const excerpt = `${line.slice(from, from + 80)}\n${' '.repeat(column - from)}^`
    const reason = message.replace(/ in JSON at position.*| at position.*|, "?\.\.\..*/s, '')
    throw new InputError(`${name} is no JSON: ${reason} at line ${before.length}, column ${column + 1}:\n\n${excerpt}`)
  }
}

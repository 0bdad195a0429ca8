/** Copies what a line may say: bounded, printable, and without what looks like a secret. */
import { bare, defineOwn } from '../../guard/bare.js'
import { callNow } from '../../guard/call.js'
import { itemsOf, ownKeys, read } from '../../guard/read.js'
import { isSecretName, REDACTED, redactStart } from '../../guard/redact.js'
import { visible } from '../../guard/visible.js'

const LONGEST_TEXT = 1000
const LONGEST_KEY = 100
const DEEPEST = 5
const MOST_KEYS = 40
const MOST_ITEMS = 20

/** What the app does to each text. */
export interface OwnRedaction {
  readonly redact: ((text: string) => string) | undefined
  readonly failed: (what: string) => void
}

/** What is done to the texts of a part of a line, which has so many characters at most. */
export class Scrub {
  readonly #own: OwnRedaction
  #left: number

  constructor(own: OwnRedaction, left: number) {
    this.#own = own
    this.#left = left
  }

  /** Cuts a text to what there is room for. */
  cut(text: string, most: number): string {
    const room = Math.min(most, Math.max(0, this.#left))
    this.#left -= Math.min(text.length, room)
    return text.length > room ? `${text.slice(0, room)}…` : text
  }

  /** Writes a text that nobody has looked at as one printable line. */
  text(text: string, most = LONGEST_TEXT): string {
    return this.line(redactStart(text, most))
  }

  /** Writes a text whose secrets are out of it as one printable line. */
  line(text: string): string {
    const { redact, failed } = this.#own
    if (redact === undefined) return visible(text)
    const { given, failure } = callNow(() => redact(text))
    if (typeof given === 'string') return visible(given)
    // What a function that failed would have left out, nobody knows.
    failed(failure === undefined ? 'redact (it gave no text)' : 'redact')
    return REDACTED
  }

  /** Copies a value of JSON, of which everything else is an object. */
  value(value: unknown, depth = 0): unknown {
    if (typeof value === 'string') return this.cut(this.text(value), LONGEST_TEXT)
    if (typeof value === 'number' || typeof value === 'boolean' || value === null) return value
    const items = itemsOf(value)
    if (depth >= DEEPEST || this.#left <= 0) return '…'
    if (items !== undefined) return items.slice(0, MOST_ITEMS).map((item) => this.value(item, depth + 1))
    return this.#record(value as object, depth)
  }

  #record(record: object, depth: number): object {
    const copy = bare({})
    for (const key of ownKeys(record).slice(0, MOST_KEYS)) {
      this.#left -= key.length
      defineOwn(copy, this.text(key, LONGEST_KEY), isSecretName(key) ? REDACTED : this.value(read(record, key), depth + 1))
    }
    return copy
  }
}

/** Finds what an error carries that an answer must not repeat. */

const SHORTEST = 6
const DEEPEST = 5
const MOST_VALUES = 4000
const LONGEST_BYTES = 4096

// Values of these names are meant for programs; an answer of the 4xx class may say them.
const MARKS = new Set([
  'code',
  'name',
  'type',
  'kind',
  'keyword',
  'errorCode',
  'claim',
  'reason',
  'validatorKey',
  'validatorName',
])
const MARK = /^[\w.:/-]+$/

// In a validator's list of faults only these hold what the client or the app keeps for itself.
const HELD_BACK =
  /^(?:_?original\w*|value|input|received|data|target|object|instance|stack|sql|parameters|schema|parentSchema|schemaPath|branch|ctx|context)$/i

// An ordinary word gives nothing away, and as little in the JSON that zod makes of a path.
const WORD = /^[A-Za-z]?[a-z]+$|^"[a-z]+",?$/

// Parts of a longer text that give something away by themselves.
const TELLING = [
  /[\w.+-]+@[\w-]+\.[\w.]+/g,
  /\b[a-z]+:\/\/[^\s"'`<>]+/g,
  /(?:\/[\w.@+-]+){2,}/g,
  /\b\d{1,3}(?:\.\d{1,3}){3}(?::\d+)?/g,
  /"[^"]{6,}"|'[^']{6,}'|`[^`]{6,}`/g,
  /\b[A-Za-z]+[_$][\w$]+\b/g,
]

/** Lists the texts of an error that give something away: messages, stacks, statements, values, whatever it holds. */
export function secretsOf(err, { status, validator }) {
  const secrets = new Set()
  const say = (text, key) => {
    if (text.length >= SHORTEST && (!WORD.test(text) || (key === 'message' && status >= 500))) secrets.add(text)
  }
  for (const { key, text, held } of textsOf(err)) {
    if (status < 500 && MARKS.has(key) && MARK.test(text)) continue
    if (validator && !held && key !== 'stack') continue
    say(text, key)
    for (const line of text.split('\n')) say(line.trim(), key)
    if (status < 500 && validator) continue
    for (const expression of TELLING)
      for (const part of text.match(expression) ?? []) say(part.replace(/^["'`]|["'`]$/g, ''), key)
  }
  return secrets
}

// Walks all that can be reached, hidden members and getters of classes included.
function* textsOf(err) {
  const seen = new Set()
  const queue = [{ key: 'thrown', value: err, depth: 0, held: false }]
  for (let count = 0; queue.length > 0 && count < MOST_VALUES; count++) {
    const { key, value, depth, held } = queue.shift()
    if (typeof value === 'string') yield { key, text: value, held }
    else if (/port$/i.test(key) && typeof value === 'number' && value > 999) yield { key, text: `:${value}`, held }
    if (typeof value !== 'object' || value === null || seen.has(value)) continue
    seen.add(value)
    if (ArrayBuffer.isView(value)) {
      yield { key, text: Buffer.from(value.buffer, value.byteOffset, Math.min(value.byteLength, LONGEST_BYTES)).toString(), held }
      continue
    }
    if (depth < DEEPEST) {
      for (const [name, member] of membersOf(value))
        queue.push({ key: name, value: member, depth: depth + 1, held: held || HELD_BACK.test(name) })
    }
  }
}

function membersOf(value) {
  const members = []
  const add = (name, read) => {
    try {
      members.push([String(name), read()])
    } catch {
      // A getter that throws tells nothing.
    }
  }
  // Lists count by the name of what holds them.
  if (value instanceof Map || value instanceof Headers || value instanceof URLSearchParams)
    for (const [name, member] of value.entries()) add(typeof name === 'string' ? name : 'key', () => member)
  if (value instanceof Set) for (const member of value) add('member', () => member)
  for (const owner of lineage(value))
    for (const name of keysOf(owner))
      if (name !== '__proto__') add(typeof name === 'symbol' ? name.description : name, () => value[name])
  return members
}

function lineage(value) {
  const owners = []
  for (let owner = value; owner !== null && owner !== Object.prototype && owners.length < 6; owner = prototypeOf(owner))
    owners.push(owner)
  return owners
}

function prototypeOf(value) {
  try {
    return Object.getPrototypeOf(value)
  } catch {
    return null
  }
}

function keysOf(value) {
  try {
    return Reflect.ownKeys(value)
  } catch {
    return []
  }
}

/**
 * Reads the name of a broken constraint from what drivers and ORMs throw. The names are looked up and never sent. Where a text must be
 * searched, only those of its parts count that no client can write.
 */
import { itemsOf, ownKeys, read } from '../guard/read.js'

// A driver's error inside of an ORM's, inside of the app's.
const DEEPEST = 4

/** Lists the names under which a constraint may be known, the surest first. */
export function constraintNames(thrown: unknown): readonly string[] {
  return errorsIn(thrown, 0).flatMap((error) => [
    ...texts(read(error, 'constraint'), read(error, 'index')),
    ...columnOf(error),
    ...fromText(driverText(error)),
    ...fromPrisma(error),
    ...fromMongo(error),
  ])
}

function errorsIn(error: unknown, depth: number): readonly unknown[] {
  if (depth > DEEPEST || typeof error !== 'object' || error === null) return []
  const inner = [
    read(error, 'driverError') ?? read(error, 'nativeError'),
    read(error, 'parent') ?? read(error, 'original'),
    read(error, 'cause'),
  ]
  return [error, ...inner.flatMap((one) => errorsIn(one, depth + 1))]
}

function texts(...values: readonly unknown[]): string[] {
  return values.filter((value) => typeof value === 'string')
}

// PostgreSQL names no constraint of a missing value, but its column.
function columnOf(error: unknown): string[] {
  const [column] = texts(read(error, 'column'))
  const [table] = texts(read(error, 'table'))
  return column === undefined ? [] : [...(table === undefined ? [] : [`${table}.${column}`]), column]
}

// Only texts of drivers are searched: the message of an ORM may end with values of the request.
function driverText(error: unknown): unknown {
  const { code, message } = { code: read(error, 'code'), message: read(error, 'message') }
  return read(error, 'sqlMessage') ?? (typeof code === 'string' && code.startsWith('SQLITE_') ? message : undefined)
}

// Anchored at an end that the server writes: in front of it stand values of the request, and with Knex the whole statement.
const IN_TEXT = [
  // MySQL: 'user.email' since 8.0.19, before 'email'
  / for key '([^']+)'$/,
  / for key '[^'.]+\.([^'.]+)'$/,
  /, CONSTRAINT `([^`]+)` FOREIGN KEY \([^()]*\) REFERENCES [^()]*\([^()]*\)[A-Z ]*\)$/,
  /Check constraint '([^']+)' is violated\.?$/,
  // SQLite: 'users.email', 'users.first, users.last', index 'users_email', or the name of a check
  /(?:UNIQUE|CHECK|NOT NULL) constraint failed: (?:index ')?([^':]+)'?$/,
  // PostgreSQL, through the adapters of Prisma
  / violates (?:unique|foreign key|check|exclusion) constraint "([^"]+)"$/,
]

function fromText(text: unknown): string[] {
  if (typeof text !== 'string') return []
  // The end is enough, and a bound for the search.
  const end = text.slice(-1000)
  return IN_TEXT.flatMap((pattern) => texts(pattern.exec(end)?.[1]))
}

// Fields of a model, and the names that Prisma gives to constraints: User_email_key, Post_authorId_fkey.
function fromPrisma(error: unknown): string[] {
  const meta = read(error, 'meta')
  const cause = read(read(meta, 'driverAdapterError'), 'cause')
  const inner = read(cause, 'constraint')
  const given = [read(inner, 'fields'), read(meta, 'target'), read(meta, 'constraint')]
  const [model] = texts(read(meta, 'modelName'))
  return [
    ...fromText(read(cause, 'originalMessage')),
    ...texts(read(inner, 'index'), ...given, read(meta, 'field_name')),
    ...given.flatMap((list) => ofFields(texts(...(itemsOf(list) ?? [])), model)),
  ]
}

function ofFields(quoted: readonly string[], model: string | undefined): string[] {
  if (quoted.length === 0) return []
  const fields = quoted.map((field) => field.replace(/^"(.*)"$/, '$1'))
  const columns = fields.join(', ')
  const stem = `${model}_${fields.join('_')}`
  return model === undefined ? [columns] : [`${stem}_key`, `${stem}_fkey`, `${model}.${columns}`, columns]
}

// MongoDB tells the index by its default name, email_1, and by its fields, email.
function fromMongo(error: unknown): string[] {
  const pattern = read(error, 'keyPattern')
  const keys = ownKeys(pattern)
  if (keys.length === 0) return []
  return [keys.map((key) => `${key}_${String(read(pattern, key))}`).join('_'), keys.join(', ')]
}

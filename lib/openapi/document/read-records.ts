/** Reads the records of routes: whoever calls may have made them by hand, or read them from a file. */
import { jsonText } from '../../../schemas/json-text.js'
import type { JsonSchema } from '../../define/definition.js'
import { isRecord, itemsOf, read } from '../../guard/read.js'
import { isText, wrongArgument } from '../../guard/refuse.js'
import { segmentsOf } from './path-tree.js'

/** A problem of a route, as far as documents need it. */
export interface ReadProblem {
  readonly Class: unknown
  /** Where it was given, for messages. */
  readonly place: string
  readonly members: AddedMembers | undefined
}

/** The schema of members that a library adds, and its JSON, by which equal ones are known. */
export interface AddedMembers {
  readonly schema: JsonSchema
  readonly text: string
}

/** A route, as far as documents need it. */
export interface ReadRecord {
  readonly method: string
  readonly path: string
  readonly segments: readonly string[]
  readonly problems: readonly ReadProblem[]
}

const LONGEST_PATH = 8000

/** Copies records. Throws for what are none. */
export function readRecords(records: unknown): readonly ReadRecord[] {
  const items = itemsOf(records)
  if (items === undefined) throw wrongArgument('records', 'the records of collectExpress or collectKoa', records)
  return items.map((record, index) => readRecord(record, `records[${index}]`))
}

function readRecord(record: unknown, place: string): ReadRecord {
  const [method, path, problems] = [read(record, 'method'), read(record, 'path'), itemsOf(read(record, 'problems'))]
  if (!isText(method)) throw wrongArgument(`${place}.method`, 'a method in upper case, or *', method)
  if (!isText(path) || !path.startsWith('/') || path.length > LONGEST_PATH)
    throw wrongArgument(`${place}.path`, 'a path such as /orders/{id}', path)
  if (problems === undefined) throw wrongArgument(`${place}.problems`, 'a list of problems', read(record, 'problems'))
  return {
    method: method.toUpperCase(),
    path,
    segments: segmentsOf(path),
    problems: problems.map((problem, index) => readProblem(problem, `${place}.problems[${index}]`)),
  }
}

function readProblem(problem: unknown, place: string): ReadProblem {
  if (!isRecord(problem)) throw wrongArgument(place, 'a problem with its class', problem)
  const members = read(problem, 'members')
  return {
    Class: read(problem, 'class'),
    place: `${place}.class`,
    members: members === undefined ? undefined : readMembers(members, `${place}.members`),
  }
}

function readMembers(members: unknown, place: string): AddedMembers {
  const text = isRecord(members) ? textOf(members) : undefined
  if (text === undefined) throw wrongArgument(place, 'a JSON Schema, an object that JSON can hold', members)
  return { schema: JSON.parse(text) as JsonSchema, text }
}

function textOf(value: object): string | undefined {
  try {
    const text = jsonText(value)
    return text.startsWith('{') ? text : undefined
  } catch {
    return undefined
  }
}

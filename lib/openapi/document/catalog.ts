/** Keeps what is documented of each problem of an app: each class is read once, and again with the members that libraries add to it. */
import { own } from '../../../schemas/json.js'
import { withoutKeyword } from '../../../schemas/keywords/keywords.js'
import type { JsonSchema } from '../../define/definition.js'
import { isRecord } from '../../guard/read.js'
import { type ClassFacts, factsByClass } from '../problem-class.js'
import type { DocumentSettings } from './options.js'
import type { ReadProblem, ReadRecord } from './read-records.js'

/** The problems of an app. */
export interface Catalog {
  /** Gives the facts of the problems of some routes, and of those everywhere, in the order in which they were declared. */
  readonly factsOf: (records: Iterable<ReadRecord>) => readonly ClassFacts[]
  /** Gives all facts that were asked for so far. */
  readonly all: () => readonly ClassFacts[]
}

// The schemas that libraries add to one class, by their JSON; that of a problem without such members is empty.
type AddedSchemas = ReadonlyMap<string, JsonSchema | undefined>
const NONE = { text: '', schema: undefined }

/** Reads the classes of all routes. */
export function createCatalog(records: readonly ReadRecord[], { everywhere, wire }: DocumentSettings): Catalog {
  const common = everywhere.map(
    (Class, index): ReadProblem => ({ Class, place: `options.everywhere[${index}]`, members: undefined }),
  )
  const problems = [...records.flatMap((record) => record.problems), ...common]
  const known = factsByClass(
    problems.map(({ Class, place }) => [Class, place]),
    wire,
  )
  const variants = new Map<string, ClassFacts>()
  const names = new Set([...known.values()].map(({ name }) => name))

  function withMembers(facts: ClassFacts, schemas: AddedSchemas): ClassFacts {
    const added = addedSchemas(schemas)
    if (added.length === 0) return facts
    const key = [facts.name, ...[...schemas.keys()].sort()].join('\n')
    const variant = variants.get(key) ?? { ...facts, name: freeName(`${facts.name}.with-${memberNames(added)}`, names), added }
    variants.set(key, variant)
    return variant
  }

  return {
    factsOf: (matched) => {
      const found = new Map<ClassFacts, Map<string, JsonSchema | undefined>>()
      for (const { Class, members = NONE } of [...[...matched].flatMap((record) => record.problems), ...common]) {
        const facts = known.get(Class) as ClassFacts
        const schemas = found.get(facts) ?? new Map<string, JsonSchema | undefined>()
        found.set(facts, schemas.set(members.text, members.schema))
      }
      return [...found].map(([facts, schemas]) => withMembers(facts, schemas))
    },
    all: () => [...new Set([...known.values(), ...variants.values()])],
  }
}

// One schema for a type of problem: two branches with the same type could not be told apart. Where the problem comes without the members too, none of
// them is required.
function addedSchemas(schemas: AddedSchemas): readonly JsonSchema[] {
  const sorted = [...schemas].sort(([one], [other]) => (one < other ? -1 : 1))
  const given = sorted.map(([, schema]) => schema).filter((schema) => schema !== undefined)
  return schemas.has(NONE.text) ? given.map((schema) => withoutKeyword(schema, 'required')) : given
}

const LONGEST_NAME = 40

// CONFORMANCE O12: the keys of components.
function memberNames(schemas: readonly JsonSchema[]): string {
  const properties = schemas.map((schema) => own(schema, 'properties')).filter(isRecord)
  const names = [...new Set(properties.flatMap(Object.keys))].join('-').replace(/[^A-Za-z0-9_-]/g, '_')
  return names === '' ? 'members' : names.slice(0, LONGEST_NAME)
}

function freeName(name: string, taken: Set<string>): string {
  let candidate = name
  for (let count = 2; taken.has(candidate); count++) candidate = `${name}_${count}`
  taken.add(candidate)
  return candidate
}

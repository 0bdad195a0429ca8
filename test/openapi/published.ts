/** Publishes members schemas of a problem type, to see what became of them. */

import { defineProblem } from '../../lib/define/define.js'
import type { MembersSchema } from '../../lib/define/members-type.js'
import { problemComponents } from '../../lib/openapi/index.js'
import type { OpenApiVersion } from '../../lib/openapi/versions.js'
import { standardMembers } from '../../lib/problem/members.js'

// Written as a computed name: an object with `then` looks like a promise.
export const THEN = 'then'

/** Publishes a members schema. */
export function publish(version: OpenApiVersion, members: object) {
  // One more member: a type without any has no schema.
  const { properties, ...keywords } = members as { readonly properties?: object }
  const schema = { type: 'object', properties: { one: true, ...properties }, ...keywords } as MembersSchema
  const Any = defineProblem('Any', { type: 'urn:example:any', status: 400, title: 'Any', members: schema })
  return problemComponents([Any], { version }).schemas
}

/** Gives what the published schema has beyond the five members. */
export function beyond(version: '3.0' | '3.1', members: object): object {
  const schema = publish(version, members)['Any'] as Readonly<Record<string, object>>
  const properties = withoutNames(schema['properties'] ?? {}, [...standardMembers, 'one'])
  const required = (schema['required'] as readonly string[]).filter((name) => !['type', 'title', 'status'].includes(name))
  return {
    ...withoutNames(schema, ['type', 'title', 'description', 'properties', 'required']),
    ...(Object.keys(properties).length > 0 && { properties }),
    ...(required.length > 0 && { required }),
  }
}

function withoutNames(record: object, names: readonly string[]): object {
  return Object.fromEntries(Object.entries(record).filter(([name]) => !names.includes(name)))
}

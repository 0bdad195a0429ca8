/**
 * Reduces what ajv found to what helps. ajv lists the findings of each alternative, one after the other, and then that of the keyword; here
 * the alternative that was meant has the word, or else one finding tells of the whole value.
 */
import { meantOf } from './alternatives.js'
import { type Branch, branchesByPath, branchesBySchema, type Checked, isExplained } from './branches.js'
import { type AjvError, memberOf, pointerOf, type ToldError } from './finding.js'
import { isJsonObject } from './json-object.js'
import { pointerNames } from './json-pointer.js'
import { nodesOf } from './nodes.js'
import { atTag, wholeOf } from './whole.js'

/** Gives what is to be told of the findings, in their order. The schema and the value make the choice surer, where they are at hand. */
export function meantErrors(errors: readonly AjvError[], schema?: unknown, value?: unknown): readonly ToldError[] {
  const checked = isJsonObject(schema) ? { nodes: nodesOf(schema), schema, value } : undefined
  const told: ToldError[] = []
  for (const error of errors) {
    // Whether `if` held is no advice; its `then` or `else` has said what is wrong.
    if (error.keyword === 'if' && told.length > 0) continue
    if (error.keyword === 'discriminator') {
      told.push(...ofDiscriminator(error, told))
      continue
    }
    const inside = REDUCED.has(error.keyword) ? told.splice(startOf(told, error, checked)) : []
    told.push(...(isUnion(error) ? meantOfUnion(error, inside, checked) : [{ error, origin: error }]))
  }
  return told.filter((one) => !isMisled(one, errors, checked))
}

// Of `contains` one item has to fit, so what is wrong with each of them is no advice; a name that is not allowed is one finding.
const REDUCED = new Set(['anyOf', 'oneOf', 'contains', 'propertyNames'])

// ajv's own option `discriminator` judges nothing but the one alternative, if the member that names it is right.
function ofDiscriminator(error: AjvError, told: readonly ToldError[]): readonly ToldError[] {
  const isUnknown = error.params['error'] === 'mapping'
  if (!isUnknown && told.some((one) => pointerOf(one.error) === pointerOf(error))) return []
  const place = { instancePath: pointerOf(error), schemaPath: error.schemaPath }
  return [{ error: { ...place, ...(isUnknown ? ANY_LISTED : ANY_TEXT) }, origin: error }]
}

const ANY_LISTED = { keyword: 'enum', params: {} }
const ANY_TEXT = { keyword: 'type', params: { type: 'string' } }

function isUnion({ keyword }: AjvError): boolean {
  return keyword === 'anyOf' || keyword === 'oneOf'
}

/** Finds where the findings begin that a keyword has led to: they stand in front of its own. */
function startOf(told: readonly ToldError[], error: AjvError, checked: Checked | undefined): number {
  const isInside = checked === undefined ? insideByPath(error) : insideBySchema(error, checked)
  let start = told.length
  for (let one = told[start - 1]; one !== undefined && isBelow(one.origin, error) && isInside(one.origin); one = told[start - 1])
    start--
  return start
}

function isBelow({ instancePath }: AjvError, { instancePath: place }: AjvError): boolean {
  return instancePath === place || instancePath.startsWith(`${place}/`)
}

function insideBySchema(
  { keyword, instancePath, schemaPath }: AjvError,
  { nodes, schema }: Checked,
): (error: AjvError) => boolean {
  const path = pointerNames(instancePath)
  const owners = nodes.at(schema, path, true).filter((node) => isJsonObject(node) && Object.hasOwn(node, keyword))
  const inner = owners.flatMap((owner) => (owner as Readonly<Record<string, unknown>>)[keyword])
  // A name is judged at the place of its object, an item of a list below it.
  const depth = keyword === 'contains' ? path.length + 1 : path.length
  return (error) => error.schemaPath.startsWith(`${schemaPath}/`) || inner.some((node) => isExplained(error, node, depth, nodes))
}

// Beside an alternative stand the keywords of the same schema. One that is referred to, and so compiled on its own, has paths that begin
// anew: at the root nobody can tell the two apart.
function insideByPath({ schemaPath }: AjvError): (error: AjvError) => boolean {
  const parent = schemaPath.slice(0, schemaPath.lastIndexOf('/') + 1)
  return ({ schemaPath: path }) => path.startsWith(`${schemaPath}/`) || parent === '#/' || !path.startsWith(parent)
}

function meantOfUnion(error: AjvError, inside: readonly ToldError[], checked: Checked | undefined): readonly ToldError[] {
  // Several fit where one may.
  if (Array.isArray(error.params['passingSchemas'])) return [{ error, origin: error }]
  const sorted = (checked && branchesBySchema(error, inside, checked)) ?? branchesByPath(error, inside)
  const { branches, tags, discriminator } = sorted
  if (discriminator !== undefined && discriminator.index === undefined) {
    return [atTag(error, branches, discriminator.tag, discriminator.values)]
  }
  const index = discriminator?.index
  const pointed = index === undefined ? undefined : branches[index]
  // One whose findings nobody can tell apart from the others' keeps the choice from being made.
  const isSorted = branches.every(({ told }) => told.length > 0)
  const meant = pointed !== undefined && pointed.told.length > 0 ? { index } : isSorted ? meantOf(branches, tags) : undefined
  if (meant === undefined) return [wholeOf(error, branches)]
  if ('tag' in meant) return [atTag(error, branches, meant.tag)]
  return ofBranch(error, branches, meant.index ?? 0)
}

function ofBranch(error: AjvError, branches: readonly Branch[], index: number): readonly ToldError[] {
  const label = error.instancePath === '' ? { branch: `${error.keyword}/${index}` } : {}
  return (branches[index]?.told ?? []).map((one) => ({ ...one, origin: error, ...label }))
}

/** Tells whether a member is only one too many because the schema that knows it did not fit for another reason. */
function isMisled({ origin }: ToldError, errors: readonly AjvError[], checked: Checked | undefined): boolean {
  if (!origin.keyword.startsWith('unevaluated')) return false
  const others = errors.filter((error) => error !== origin && isBelow(error, origin) && !error.keyword.startsWith('unevaluated'))
  if (others.length === 0 || checked === undefined) return others.some(isUnion)
  const nodes = checked.nodes.at(checked.schema, pointerNames(origin.instancePath), true)
  const name = memberOf(origin) ?? ''
  return nodes.some((node) => isJsonObject(node) && (name === '' || Object.hasOwn(node['properties'] ?? {}, name)))
}

/**
 * Reduces what ajv found to what helps. ajv lists the findings of each alternative, one after the other, and then that of the keyword; here
 * the alternative that was meant has the word, or else one finding tells of the whole value.
 */

import { isJsonObject, own, owns, pointerNames } from '../json.js'
import { meantOf } from './alternatives.js'
import { type Branch, branchesByPath, branchesBySchema, type Owned } from './branches.js'
import { type AjvError, memberOf, pointerOf, type ToldError } from './finding.js'
import { nodesOf } from './nodes.js'
import { type Checked, insideOwner, type Owner, ownersOf } from './owners.js'
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
    const { inside, owner } = REDUCED.has(error.keyword) ? takeInside(told, error, checked) : NOTHING_INSIDE
    const meant = isUnion(error) ? meantOfUnion(error, inside, checked && owner && { ...checked, owner }) : undefined
    told.push(...(meant ?? [{ error, origin: error }]))
  }
  return told.filter((one) => !isMisled(one, errors, checked))
}

// Of `contains` one item has to fit, so what is wrong with each of them is no advice; a name that is not allowed is one finding.
const REDUCED = new Set(['anyOf', 'oneOf', 'contains', 'propertyNames'])

// ajv's own option `discriminator` judges nothing but the one alternative, if the member that names it is right.
function ofDiscriminator(error: AjvError, told: readonly ToldError[]): readonly ToldError[] {
  const isUnknown = own(error.params, 'error') === 'mapping'
  if (!isUnknown && told.some((one) => pointerOf(one.error) === pointerOf(error))) return []
  const place = { instancePath: pointerOf(error), schemaPath: error.schemaPath }
  return [{ error: { ...place, ...(isUnknown ? ANY_LISTED : ANY_TEXT) }, origin: error }]
}

const ANY_LISTED = { keyword: 'enum', params: {} }
const ANY_TEXT = { keyword: 'type', params: { type: 'string' } }

function isUnion({ keyword }: AjvError): boolean {
  return keyword === 'anyOf' || keyword === 'oneOf'
}

interface Inside {
  readonly inside: readonly ToldError[]
  /** The schema that has the keyword, where it is found. */
  readonly owner: Owner | undefined
}

const NOTHING_INSIDE: Inside = { inside: [], owner: undefined }

/** Takes the findings that a keyword has led to: they stand in front of its own. Of several schemas for one place it is that which explains most. */
function takeInside(told: ToldError[], error: AjvError, checked: Checked | undefined): Inside {
  const tried =
    checked === undefined
      ? []
      : ownersOf(error, checked).map((owner) => ({ owner, start: startOf(told, error, insideOwner(error, owner, checked)) }))
  const [best = { owner: undefined, start: startOf(told, error, insideByPath(error)) }] = tried.toSorted(
    (a, b) => a.start - b.start,
  )
  return { inside: told.splice(best.start), owner: best.owner }
}

function startOf(told: readonly ToldError[], error: AjvError, isInside: (error: AjvError) => boolean): number {
  let start = told.length
  for (let one = told[start - 1]; one !== undefined && isBelow(one.origin, error) && isInside(one.origin); one = told[start - 1])
    start--
  return start
}

function isBelow({ instancePath }: AjvError, { instancePath: place }: AjvError): boolean {
  return instancePath === place || instancePath.startsWith(`${place}/`)
}

// Beside an alternative stand the keywords of the same schema. One that is referred to, and so compiled on its own, has paths that begin
// anew: at the root nobody can tell the two apart.
function insideByPath({ schemaPath }: AjvError): (error: AjvError) => boolean {
  const parent = schemaPath.slice(0, schemaPath.lastIndexOf('/') + 1)
  return ({ schemaPath: path }) => path.startsWith(`${schemaPath}/`) || parent === '#/' || !path.startsWith(parent)
}

function meantOfUnion(error: AjvError, inside: readonly ToldError[], owned: Owned | undefined): readonly ToldError[] {
  // Several fit where one may.
  if (Array.isArray(own(error.params, 'passingSchemas'))) return [{ error, origin: error }]
  const sorted = (owned && branchesBySchema(error, inside, owned)) ?? branchesByPath(error, inside)
  const { branches, tags } = sorted
  const discriminator = own(sorted, 'discriminator')
  if (discriminator !== undefined && discriminator.index === undefined) {
    return [atTag(error, branches, discriminator.tag, discriminator.values)]
  }
  const pointed = discriminator?.index === undefined ? undefined : branches[discriminator.index]
  if (pointed !== undefined && pointed.told.length > 0) return ofBranch(error, branches, pointed)
  // One whose findings nobody can tell apart from the others' keeps the choice from being made.
  const meant = branches.every(({ told }) => told.length > 0) ? meantOf(branches, tags) : undefined
  if (meant === undefined) return [wholeOf(error, branches)]
  return owns(meant, 'tag') ? [atTag(error, branches, meant.tag)] : ofBranch(error, branches, meant.one)
}

function ofBranch(error: AjvError, branches: readonly Branch[], meant: Branch): readonly ToldError[] {
  const label = error.instancePath === '' ? { branch: `${error.keyword}/${branches.indexOf(meant)}` } : {}
  return meant.told.map((one) => ({ ...one, origin: error, ...label }))
}

/** Tells whether a member is only one too many because the schema that knows it did not fit for another reason. */
function isMisled({ origin }: ToldError, errors: readonly AjvError[], checked: Checked | undefined): boolean {
  if (!origin.keyword.startsWith('unevaluated')) return false
  const others = errors.filter((error) => error !== origin && isBelow(error, origin) && !error.keyword.startsWith('unevaluated'))
  if (others.length === 0 || checked === undefined) return others.some(isUnion)
  const name = memberOf(origin)
  const nodes = checked.nodes.at(checked.schema, pointerNames(origin.instancePath), true)
  return name === undefined || nodes.some((node) => isJsonObject(node) && Object.hasOwn(own(node, 'properties') ?? {}, name))
}

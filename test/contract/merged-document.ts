/** An OpenAPI document merged with what an app declares: what it says of the answers of the contract suite. */
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js'
import addFormats from 'ajv-formats'
import express from 'express'
import { HttpProblem, problemClasses, registeredTypes } from '../../lib/index.js'
import { collectExpress, documentProblems } from '../../lib/openapi/index.js'
import type { ProblemDocument } from '../../lib/problem/problem.js'
import { problems, validate } from '../../middleware/express/index.js'

/** A route of the document: the one that answers with everything, or the one of `validate()`. */
export type Route = '/all' | '/validated'

interface Operation {
  readonly responses: Readonly<Record<string, { readonly $ref?: string; readonly content?: Readonly<Record<string, object>> }>>
}
interface Merged {
  readonly paths: Readonly<Record<Route, Readonly<Record<'post', Operation>>>>
  readonly components: { readonly responses: Readonly<Record<string, { readonly content: object }>>; readonly schemas: object }
}

// As a part of a JSON Pointer.
const MEDIA_TYPE = 'application~1problem+json'
const nothing = (): void => undefined

// Two registered types may share a URI, and a document holds one of them.
const types = Object.values(registeredTypes).filter(({ type }, index, all) => all.findIndex((one) => one.type === type) === index)
const classes = [...Object.values(problemClasses), ...types]

// One route answers with every class, and any other type as well; the other with what validate() finds.
const app = express()
app.post('/validated', validate({ body: { type: 'object' }, query: { type: 'object' } }), nothing)
app.use(problems(...classes, HttpProblem))
app.post('/all', nothing)
const written = {
  openapi: '3.1.2',
  info: { title: 'The contract', version: '1.0.0' },
  paths: { '/all': { post: {} }, '/validated': { post: {} } },
}
const merged = documentProblems(written, collectExpress(app)).document as unknown as Merged

const ajv = new Ajv2020({ strict: false, allErrors: true })
;(addFormats as unknown as (ajv: Ajv2020) => void)(ajv)
ajv.addSchema({ $id: 'https://document.test/', ...merged })

const declared = new Set(classes.map(({ type, status }) => `${status} ${type}`))
const validators = new Map<string, ValidateFunction>()

/** Lists what is wrong with a problem by the merged document; a type that no class declares falls under its `default`. */
export function faultsByDocument(problem: ProblemDocument, route: Route = '/all'): readonly object[] {
  const status = String(problem.status)
  const has = Object.hasOwn(merged.paths[route].post.responses, status)
  const isDeclared = declared.has(`${status} ${problem.type}`)
  const validator = has && isDeclared ? validatorOf(route, status) : validatorOf('/all', isDeclared ? status : 'default')
  return validator(problem) ? [] : (validator.errors ?? [])
}

function validatorOf(path: Route, status: string): ValidateFunction {
  const known = validators.get(`${path} ${status}`)
  if (known) return known
  const response = merged.paths[path].post.responses[status]
  if (response === undefined) throw new Error(`The merged document has no response ${status} for ${path}`)
  const at = response.$ref?.slice(1) ?? `/paths/${path.replace('/', '~1')}/post/responses/${status}`
  const validator = ajv.compile({ $ref: `https://document.test/#${at}/content/${MEDIA_TYPE}/schema` })
  validators.set(`${path} ${status}`, validator)
  return validator
}

import { Ajv2020 } from 'ajv/dist/2020.js'
import addFormats from 'ajv-formats'
import { expect } from 'chai'
import { app, koa } from '../../examples/bookshop/app.js'
import { type Bookshop, openBookshop } from '../../examples/bookshop/bookshop.js'
import { demonstrations, type Framework } from '../../examples/bookshop/demonstrations.js'
import { openApiDocument } from '../../examples/bookshop/openapi.js'
import { readOrder } from '../../examples/bookshop/order.js'
import { collectExpress, collectKoa, type RouteRecords } from '../../lib/openapi/index.js'
import { ask, send } from './requests.js'

const frameworks: readonly Framework[] = ['express', 'koa']

interface Content {
  readonly content: Readonly<Record<string, { readonly schema: object }>>
}
interface Operation {
  readonly operationId: string
  readonly responses: Readonly<Record<string, Content | { readonly $ref: string }>>
  readonly parameters?: readonly { readonly in: string; readonly name: string }[]
}
interface PathItem {
  readonly get?: Operation
  readonly post?: Operation
  readonly parameters?: Operation['parameters']
}
interface Document {
  readonly paths: Readonly<Record<string, PathItem>>
  readonly components: { readonly responses: Readonly<Record<string, Content>>; readonly schemas: object }
}

const records: Readonly<Record<Framework, RouteRecords>> = { express: collectExpress(app), koa: collectKoa(koa) }
const documents = { express: openApiDocument(records.express) as Document, koa: openApiDocument(records.koa) as Document }
const document = documents.express
const operations = Object.entries(document.paths).flatMap(([path, { get, post }]) =>
  Object.entries({ get, post }).flatMap(([method, operation]) => (operation ? [{ path, method, operation }] : [])),
)

describe('the OpenAPI document of the bookshop', () => {
  let shop: Bookshop
  const { error, info } = console

  before(async () => {
    console.error = () => undefined
    console.info = () => undefined
    shop = await openBookshop({ host: '127.0.0.1', ports: { express: 0, koa: 0 } })
  })

  after(async () => {
    Object.assign(console, { error, info })
    await shop.close()
  })

  for (const framework of frameworks) {
    it(`is served by ${framework}`, async () => {
      const { status, fields, text } = await ask(`${shop.origins[framework]}/openapi.json`, 'GET')
      expect(status).to.equal(200)
      expect(fields.get('content-type')).to.match(/^application\/json\b/)
      expect(JSON.parse(text)).to.deep.equal(documents[framework])
    })

    it(`has each route of ${framework}, apart from the pages and itself`, () => {
      const pages = ['/', '/customer', '/customer/script.js', '/metrics', '/openapi.json', '/viewer', '/viewer/{file}']
      const routes = records[framework].filter(({ path }) => !pages.includes(path)).map(({ method, path }) => `${method} ${path}`)
      // The document has a name of its own for a parameter.
      const written = operations.map(({ method, path }) => `${method.toUpperCase()} ${path.replace('{order}', '{id}')}`)
      expect(written).to.have.members(routes)
      expect(records[framework].skipped).to.deep.equal([])
    })

    for (const demonstration of demonstrations) {
      const { method, path, status, label } = demonstration
      const found = operationOf(method, path)
      // What no operation has is no route: 404, and 405 for another method.
      if (found === undefined) continue

      it(`describes what ${framework} answers: ${label} [O9]`, async () => {
        const { text, fields } = await send(shop.origins[framework], demonstration)
        const mediaType = fields.get('content-type')?.split(';')[0] ?? ''
        const content = contentOf(found, status)
        expect(content).to.have.property(mediaType)
        expect(faultsOf(content[mediaType]?.schema, JSON.parse(text))).to.deep.equal([])
      })
    }
  }

  it('differs between the frameworks in what their body parsers answer, and in nothing else', () => {
    const said = (framework: Framework): readonly string[] =>
      records[framework].flatMap(({ method, path, problems }) =>
        problems.map(({ class: { name } }) => `${method} ${path} ${name}`),
      )
    const different = said('koa').filter((line) => !said('express').includes(line))
    expect(said('koa')).to.include.members(said('express'))
    // co-body refuses a member with the name __proto__, which Express takes.
    expect(different).to.deep.equal(['POST /orders UnprocessableContent', 'POST /orders/{id}/payment UnprocessableContent'])
  })

  it('has no other routes in the demonstrations than those for a wrong path and a wrong method', () => {
    const unknown = demonstrations.filter(({ method, path }) => operationOf(method, path) === undefined)
    expect(unknown.map(({ status }) => status)).to.have.members([404, 405])
  })

  it('takes the orders that the shop takes, and no others', () => {
    const order = { customer: 'ada', isbn: '9780141439518', quantity: 1 }
    const wrong = [{}, { customer: '' }, { isbn: '123' }, { quantity: 0 }, { quantity: 101 }, { quantity: 1.5 }]
    const schema = { $ref: '#/components/schemas/Order' }
    expect(faultsOf(schema, order)).to.deep.equal([])
    expect(readOrder(order)).to.deep.equal(order)
    for (const change of wrong) {
      const body = Object.keys(change).length === 0 ? change : { ...order, ...change }
      expect(faultsOf(schema, body), JSON.stringify(change)).not.to.deep.equal([])
      expect(() => readOrder(body), JSON.stringify(change)).to.throw()
    }
  })

  for (const version of ['3.0', '3.1', '3.2'] as const) {
    it(`names everything that it refers to, as OpenAPI ${version}`, () => {
      const written = openApiDocument(records.express, version) as {
        openapi: string
        components: Readonly<Record<string, object>>
      }
      expect(written.openapi).to.match(new RegExp(`^${version.replace('.', '\\.')}\\.\\d+$`))
      const references = [...JSON.stringify(written).matchAll(/"#\/components\/(\w+)\/([^"]+)"/g)]
      expect(references.length).to.be.greaterThan(0)
      for (const [, kind = '', name = ''] of references) expect(written.components[kind]).to.have.property(name)
    })
  }

  it('gives each operation a name of its own and its parameters', () => {
    const names = operations.map(({ operation }) => operation.operationId)
    expect(new Set(names).size).to.equal(names.length)
    for (const { path, operation } of operations) {
      const inPath = [...(document.paths[path]?.parameters ?? []), ...(operation.parameters ?? [])]
        .filter((parameter) => parameter.in === 'path')
        .map(({ name }) => `{${name}}`)
      expect(inPath, path).to.have.members(path.match(/\{\w+\}/g) ?? [])
    }
  })
})

function operationOf(method: string, target: string): Operation | undefined {
  const [path = ''] = target.split('?')
  return operations.find(
    (one) => one.method === method.toLowerCase() && new RegExp(`^${one.path.replace(/\{\w+\}/g, '[^/]+')}$`).test(path),
  )?.operation
}

function contentOf({ responses }: Operation, status: number): Content['content'] {
  const response = responses[status]
  if (response === undefined) return {}
  if (!('$ref' in response)) return response.content
  return document.components.responses[response.$ref.split('/').at(-1) ?? '']?.content ?? {}
}

function faultsOf(schema: object | undefined, value: unknown): unknown {
  const ajv = new Ajv2020({ strict: false, allErrors: true })
  addFormats.default(ajv)
  const validate = ajv.compile({ ...schema, components: document.components })
  return validate(value) ? [] : validate.errors
}

/** The OpenAPI document of the shop. What it says about problems is made from their declarations. */
import { BadRequest, Conflict, ContentTooLarge, InternalServerError, NotFound, UnsupportedMediaType } from 'http-problems'
import { type OpenApiVersion, type ProblemClass, problemComponents, problemResponses } from 'http-problems/openapi'
import { OutOfCredit, problemTypes, QuotaExceeded, SoldOut, ValidationError } from './problems.js'
import { type Resource, resources } from './resources.js'

const patches: Readonly<Record<OpenApiVersion, string>> = { '3.0': '3.0.4', '3.1': '3.1.2', '3.2': '3.2.0' }

// What the parser of request bodies answers.
const unreadable = [BadRequest, ContentTooLarge, UnsupportedMediaType]
const plainClasses = [...unreadable, NotFound, Conflict, InternalServerError]

/** Writes the document for a version of OpenAPI. */
export function openApiDocument(version: OpenApiVersion): object {
  const problems = problemComponents([...problemTypes, ...plainClasses], { version })
  return {
    openapi: patches[version],
    info: {
      title: 'The bookshop',
      version: '1.0.0',
      description: 'Books, orders and payments. Every error is answered with problem details (RFC 9457).',
      license: { name: 'MIT', url: 'https://opensource.org/license/mit' },
      contact: { name: 'http-problems', url: 'https://www.npmjs.com/package/http-problems' },
    },
    servers: [{ url: '/', description: 'The server that this document comes from.' }],
    tags: [
      { name: 'Books', description: 'What the shop has.' },
      { name: 'Orders', description: 'What customers buy.' },
      { name: 'Office', description: 'What the shop does for itself.' },
    ],
    security: [],
    paths,
    components: { ...problems, schemas: { ...resources, ...problems.schemas } },
  }
}

const isbn = parameter('path', 'isbn', 'The ISBN of the book.', { type: 'string' }, '9780141439518')
const words = parameter('query', 'q', 'Words of the title.', { type: 'string', minLength: 1, maxLength: 100 }, 'moby')
const id = parameter('path', 'id', 'The number of the order.', { type: 'integer' }, 1)
const customer = parameter('path', 'customer', 'The name of the customer.', { type: 'string' }, 'ada')

// The same for every version of OpenAPI.
const paths = {
  '/books': {
    get: operation('Books', 'listBooks', 'List the books', { 200: listOf('Book') }),
  },
  '/books/{isbn}': {
    get: { ...operation('Books', 'findBook', 'Find a book', { 200: one('Book') }, NotFound), parameters: [isbn] },
  },
  '/search': {
    get: {
      ...operation('Books', 'searchBooks', 'Search the titles', { 200: listOf('Book') }, BadRequest, QuotaExceeded),
      parameters: [words],
    },
  },
  '/orders': {
    post: {
      ...operation('Orders', 'placeOrder', 'Order a book', { 201: created('Purchase') }, SoldOut, ValidationError, ...unreadable),
      requestBody: { description: 'The order.', required: true, content: json({ $ref: '#/components/schemas/Order' }) },
    },
  },
  '/orders/{id}': {
    get: { ...operation('Orders', 'findOrder', 'Find an order', { 200: one('Purchase') }, NotFound), parameters: [id] },
  },
  '/orders/{id}/payment': {
    post: {
      ...operation('Orders', 'payOrder', 'Pay an order', { 201: one('Purchase') }, OutOfCredit, NotFound, Conflict),
      parameters: [id],
    },
  },
  '/accounts/{customer}': {
    get: { ...operation('Orders', 'findAccount', 'Find an account', { 200: one('Account') }, NotFound), parameters: [customer] },
  },
  '/reports/sales': {
    get: operation('Office', 'reportSales', 'Report the sales', { 200: one('SalesReport') }),
  },
  '/suppliers': {
    get: operation('Office', 'listSuppliers', 'List the suppliers', { 200: listOf('Supplier') }),
  },
}

/** An operation; the problems are the classes that it throws. */
function operation(tag: string, operationId: string, summary: string, success: object, ...problems: ProblemClass[]): object {
  const responses = { ...success, ...problemResponses(...problems, InternalServerError) }
  return { tags: [tag], operationId, summary, description: `${summary}.`, responses }
}

function parameter(place: 'path' | 'query', name: string, description: string, schema: object, example: unknown): object {
  return { in: place, name, description, required: true, schema, example }
}

function one(resource: Resource): object {
  return { description: resource, content: json({ $ref: `#/components/schemas/${resource}` }) }
}

function listOf(resource: Resource): object {
  return {
    description: `${resource}, all of them`,
    content: json({ type: 'array', items: { $ref: `#/components/schemas/${resource}` } }),
  }
}

function created(resource: Resource): object {
  const Location = { description: 'Where it is.', schema: { type: 'string', format: 'uri-reference' } }
  return { ...one(resource), headers: { Location } }
}

function json(schema: object): object {
  return { 'application/json': { schema } }
}

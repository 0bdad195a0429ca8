/** The OpenAPI document of the shop. What it says about problems is made from their declarations. */
import { BadRequest, Conflict, ContentTooLarge, InternalServerError, NotFound, UnsupportedMediaType } from 'http-problems'
import {
  type OpenApiVersion,
  type ProblemClass,
  type ProblemResponses,
  problemComponents,
  problemResponses,
} from 'http-problems/openapi'
import { OutOfCredit, QuotaExceeded, SoldOut, types, ValidationError } from './problems.js'
import { type Resource, resources } from './resources.js'

const patches: Readonly<Record<OpenApiVersion, string>> = { '3.0': '3.0.4', '3.1': '3.1.2', '3.2': '3.2.0' }

// Problems that say no more than their status.
const plainClasses = [BadRequest, NotFound, Conflict, ContentTooLarge, UnsupportedMediaType, InternalServerError]

/** Writes the document for a version of OpenAPI. */
export function openApiDocument(version: OpenApiVersion): object {
  const components = problemComponents([...types, ...plainClasses], { version })
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
    components: { ...components, schemas: { ...resources, ...components.schemas } },
  }
}

const isbn = parameter('path', 'isbn', 'The ISBN of the book.', { type: 'string' }, '9780141439518')
const words = parameter('query', 'q', 'Words of the title.', { type: 'string', minLength: 1, maxLength: 100 }, 'moby')
const id = parameter('path', 'id', 'The number of the order.', { type: 'integer' }, 1)
const customer = parameter('path', 'customer', 'The name of the customer.', { type: 'string' }, 'ada')
const order = { description: 'The order.', required: true, content: json(refer('Order')) }

// The same for every version of OpenAPI.
const paths = {
  '/books': {
    get: {
      ...about('Books', 'listBooks', 'List the books', 'Gives all books in the order of their titles.'),
      responses: { 200: answer('The books.', listOf('Book')), ...problems() },
    },
  },
  '/books/{isbn}': {
    get: {
      ...about('Books', 'findBook', 'Find a book', 'Gives the book with an ISBN.'),
      parameters: [isbn],
      responses: { 200: answer('The book.', refer('Book')), ...problems(NotFound) },
    },
  },
  '/search': {
    get: {
      ...about(
        'Books',
        'searchBooks',
        'Search the books',
        'Gives the books with words in their title. Three searches in ten seconds.',
      ),
      parameters: [words],
      responses: { 200: answer('The books.', listOf('Book')), ...problems(QuotaExceeded) },
    },
  },
  '/orders': {
    post: {
      ...about('Orders', 'placeOrder', 'Order a book', 'Takes the copies out of the stock. The order is to be paid afterwards.'),
      requestBody: order,
      responses: {
        201: { ...answer('The order.', refer('Purchase')), headers: { Location: location('The address of the order.') } },
        ...problems(SoldOut, ContentTooLarge, UnsupportedMediaType, ValidationError),
      },
    },
  },
  '/orders/{id}': {
    get: {
      ...about('Orders', 'findOrder', 'Find an order', 'Gives the order with a number.'),
      parameters: [id],
      responses: { 200: answer('The order.', refer('Purchase')), ...problems(NotFound) },
    },
  },
  '/orders/{id}/payment': {
    post: {
      ...about('Orders', 'payOrder', 'Pay an order', 'Takes the price from the account of the customer, once.'),
      parameters: [id],
      responses: { 201: answer('The order, paid.', refer('Purchase')), ...problems(OutOfCredit, NotFound, Conflict) },
    },
  },
  '/accounts/{customer}': {
    get: {
      ...about('Orders', 'findAccount', 'Find an account', 'Gives the account of a customer.'),
      parameters: [customer],
      responses: { 200: answer('The account.', refer('Account')), ...problems(NotFound) },
    },
  },
  '/reports/sales': {
    get: {
      ...about('Office', 'reportSales', 'Report the sales', 'Counts what was sold.'),
      responses: { 200: answer('The report.', refer('SalesReport')), ...problems() },
    },
  },
  '/suppliers': {
    get: {
      ...about('Office', 'listSuppliers', 'List the suppliers', 'Gives all suppliers.'),
      responses: { 200: answer('The suppliers.', listOf('Supplier')), ...problems() },
    },
  },
}

// Every operation may get a request that nobody can read, and may fail.
function problems(...classes: readonly ProblemClass[]): ProblemResponses {
  return problemResponses(BadRequest, ...classes, InternalServerError)
}

function about(tag: string, operationId: string, summary: string, description: string): object {
  return { tags: [tag], operationId, summary, description }
}

function parameter(place: 'path' | 'query', name: string, description: string, schema: object, example: unknown): object {
  return { in: place, name, description, required: true, schema, example }
}

function answer(description: string, schema: object): object {
  return { description, content: json(schema) }
}

function location(description: string): object {
  return { description, required: true, schema: { type: 'string', format: 'uri-reference' } }
}

function json(schema: object): object {
  return { 'application/json': { schema } }
}

function listOf(resource: Resource): object {
  return { type: 'array', items: refer(resource) }
}

function refer(resource: Resource): object {
  return { $ref: `#/components/schemas/${resource}` }
}

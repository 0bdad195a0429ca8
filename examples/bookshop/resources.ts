/** What the shop takes and gives, as JSON Schema for its OpenAPI document. */
import { MOST_COPIES } from './order.js'

const isbn = { type: 'string', pattern: '^\\d{13}$', description: 'The ISBN of the book.', example: '9780141439518' }
const customer = { type: 'string', minLength: 1, maxLength: 100, description: 'The name of the customer.', example: 'ada' }
const quantity = { type: 'integer', minimum: 1, maximum: MOST_COPIES, description: 'How many copies.', example: 1 }
const price = { type: 'integer', minimum: 0, description: 'In whole euros.', example: 9 }

/** The schemas by their name. */
export const resources = {
  Book: resource('A book of the shop.', {
    isbn,
    title: { type: 'string', description: 'What is on its cover.', example: 'Pride and Prejudice' },
    price,
    stock: { type: 'integer', minimum: 0, description: 'How many copies there are.', example: 5000 },
  }),
  Order: resource('What a customer orders.', { customer, isbn, quantity }),
  Purchase: resource('An order that the shop has taken.', {
    id: { type: 'integer', description: 'The number of the order.', example: 3 },
    customer,
    isbn,
    quantity,
    price,
    paid: { type: 'boolean', description: 'Whether the order is paid.', example: false },
  }),
  Account: resource('What a customer can spend.', {
    customer,
    balance: { type: 'integer', minimum: 0, description: 'In whole euros.', example: 100_000 },
  }),
  SalesReport: resource('What was sold.', {
    copies: { type: 'integer', minimum: 0, description: 'How many copies of all books.', example: 2 },
  }),
  Supplier: resource('Where the shop buys its books.', {
    name: { type: 'string', description: 'The name of the company.', example: 'Penguin' },
  }),
}

/** The name of a schema. */
export type Resource = keyof typeof resources

// Every member is always there.
function resource(description: string, properties: Readonly<Record<string, object>>): object {
  return { type: 'object', description, properties, required: Object.keys(properties) }
}

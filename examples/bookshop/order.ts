/** Reads an order from a request body, and says everything that is wrong with it at once. */
import { type Fault, ValidationError } from './problems.js'

/** An order as a customer sends it. */
export interface Order {
  readonly customer: string
  readonly isbn: string
  readonly quantity: number
}

/** How many copies one order may want. */
export const MOST_COPIES = 100

/** Reads an order. */
export function readOrder(body: unknown): Order {
  const { customer, isbn, quantity } = membersOf(body)
  const errors: Fault[] = []
  if (!isText(customer)) errors.push(fault('customer', 'Send the name of the customer, 1 to 100 characters.'))
  if (!isIsbn(isbn)) errors.push(fault('isbn', 'Send the ISBN of the book, 13 digits.'))
  if (!isCount(quantity)) errors.push(fault('quantity', `Send a whole number from 1 to ${MOST_COPIES}.`))
  if (isText(customer) && isIsbn(isbn) && isCount(quantity)) return { customer, isbn, quantity }
  throw new ValidationError({ errors })
}

/** Describes what is wrong with a member of the order. */
export function fault(member: keyof Order, detail: string): Fault {
  return { detail, pointer: `#/${member}` }
}

/** Tells whether a value is text that a database can store and a person can read. */
export function isText(value: unknown): value is string {
  return typeof value === 'string' && /^\P{Cc}{1,100}$/u.test(value) && value.isWellFormed()
}

/** Tells whether a value looks like an ISBN. */
export function isIsbn(value: unknown): value is string {
  return typeof value === 'string' && /^\d{13}$/.test(value)
}

function isCount(value: unknown): value is number {
  return Number.isInteger(value) && Number(value) >= 1 && Number(value) <= MOST_COPIES
}

function membersOf(body: unknown): Readonly<Record<string, unknown>> {
  return typeof body === 'object' && body !== null ? { ...body } : {}
}

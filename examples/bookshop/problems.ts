/** The problem types of the shop: what its API promises to say when something is wrong. */
import { defineProblem, registeredTypes } from 'http-problems'

/** A customer cannot pay. This is the first example of RFC 9457. */
export class OutOfCredit extends defineProblem('OutOfCredit', {
  type: 'https://example.com/probs/out-of-credit',
  status: 403,
  title: 'You do not have enough credit.',
  detail: ({ balance, price }) => `Your current balance is ${balance}, but that costs ${price}.`,
  description: 'The balance of the customer does not cover the price. Top up one of the `accounts`, then pay again.',
  members: {
    type: 'object',
    properties: {
      balance: { type: 'integer', description: 'What the customer has.' },
      price: { type: 'integer', description: 'What the order costs.' },
      accounts: {
        type: 'array',
        items: { type: 'string', format: 'uri-reference' },
        description: 'The accounts that can be topped up.',
      },
    },
    required: ['balance', 'price', 'accounts'],
  },
  retry: { when: 'after-change' },
  examples: [{ balance: 30, price: 50, accounts: ['/accounts/bob'] }],
}) {}

/** There are fewer copies than an order wants. */
export class SoldOut extends defineProblem('SoldOut', {
  type: 'https://example.com/probs/sold-out',
  status: 409,
  title: 'The book is sold out.',
  detail: ({ available }) => `Copies that are left: ${available}.`,
  description: 'There are fewer copies than the order wants. Order at most `available`, or come back later.',
  members: {
    type: 'object',
    properties: {
      isbn: { type: 'string', pattern: '^\\d{13}$', description: 'The book.' },
      available: { type: 'integer', minimum: 0, description: 'How many copies there are.' },
    },
    required: ['isbn', 'available'],
  },
  retry: { when: 'after-change' },
  examples: [{ isbn: '9780140449136', available: 0 }],
}) {}

/** A request that is good JSON, but not what it should be. This is the second example of RFC 9457. */
export class ValidationError extends defineProblem('ValidationError', {
  type: 'https://example.net/validation-error',
  status: 422,
  title: 'Your request is not valid.',
  description: 'Members of the request are wrong. `errors` lists all of them: correct each, then send the request again.',
  members: {
    type: 'object',
    properties: {
      errors: {
        type: 'array',
        minItems: 1,
        items: {
          type: 'object',
          properties: {
            detail: { type: 'string', description: 'What to send instead.' },
            pointer: { type: 'string', description: 'A JSON Pointer to the place, as a URI fragment (RFC 6901 6).' },
          },
          required: ['detail', 'pointer'],
        },
      },
    },
    required: ['errors'],
  },
  retry: { when: 'after-change' },
  examples: [{ errors: [{ detail: 'Send a whole number from 1 to 100.', pointer: '#/quantity' }] }],
}) {}

/** One fault of a request: a sentence for people, and where it is. */
export type Fault = ValidationError['errors'][number]

// Others have specified what the shop says about too many requests.
export const { QuotaExceeded } = registeredTypes

/** The types with members: the handlers check what they send against these schemas. */
export const types = [OutOfCredit, SoldOut, ValidationError, QuotaExceeded]

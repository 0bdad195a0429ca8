/** What the example shows, once for all: the page, the curl lines and the tests read this table. */

/** The frameworks that serve the shop. */
export type Framework = 'express' | 'koa'

/** One request that shows something. */
export interface Demonstration {
  readonly label: string
  /** What there is to see in the answer. */
  readonly shows: string
  /** The line of code that answers, as it stands in the sources of the shop. */
  readonly code: string | Readonly<Record<Framework, string>>
  readonly method: 'GET' | 'POST' | 'DELETE'
  readonly path: string
  /** The request body, sent as application/json. */
  readonly body?: string
  /** How often the request is sent; the last answer counts. */
  readonly times?: number
  /** The status of the answer. */
  readonly status: number
}

export const demonstrations: readonly Demonstration[] = [
  {
    label: 'A book that is missing',
    shows: 'The text of the error becomes detail. The title is the phrase of the status.',
    code: 'throw new NotFound(`There is no book with the ISBN $' + '{isbn}.`)',
    method: 'GET',
    path: '/books/9780000000000',
    status: 404,
  },
  {
    label: 'Not enough money',
    shows: 'A declared problem type with the members balance, price and accounts. Clients act on them; no text to parse.',
    code: 'throw new OutOfCredit({ balance, price, accounts }, { cause: error })',
    method: 'POST',
    path: '/orders/1/payment',
    status: 403,
  },
  {
    label: 'The last copy is sold',
    shows: 'A rule of the database becomes a problem. What PostgreSQL said stays on the server, as the cause.',
    code: 'throw new SoldOut({ isbn, available: stock }, { cause: error })',
    method: 'POST',
    path: '/orders',
    body: '{ "customer": "ada", "isbn": "9780140449136", "quantity": 1 }',
    status: 409,
  },
  {
    label: 'An order that is already paid',
    shows: 'One word is enough: the class Conflict knows its status and its title.',
    code: 'throw new Conflict(`Order $' + '{id} is already paid.`, { cause: error })',
    method: 'POST',
    path: '/orders/2/payment',
    status: 409,
  },
  {
    label: 'An invalid order',
    shows: 'All faults at once. Each has a JSON Pointer to its place in the request.',
    code: 'throw new ValidationError({ errors })',
    method: 'POST',
    path: '/orders',
    body: '{ "customer": "", "isbn": "9780141439518", "quantity": 0 }',
    status: 422,
  },
  {
    label: 'JSON without a comma',
    shows: 'The body parser throws; the answer says where the fault is and never quotes the request.',
    code: { express: 'app.use(express.json())', koa: "app.use(bodyParser({ enableTypes: ['json'] }))" },
    method: 'POST',
    path: '/orders',
    body: '{ "customer": "ada" "quantity": 1 }',
    status: 400,
  },
  {
    label: 'Too many requests',
    shows:
      'Sent four times. The fourth gets a registered problem type, Retry-After and the RateLimit fields in the correct syntax.',
    code: "throw new QuotaExceeded({ 'violated-policies': [name] }, { detail, retryAfter: seconds, rateLimit })",
    method: 'GET',
    path: '/search?q=moby',
    times: 4,
    status: 429,
  },
  {
    label: 'The wrong method',
    shows: 'The field Allow lists what the path can do. Nobody wrote a line for it.',
    code: { express: 'app.use(notFoundHandler())', koa: 'app.use(problemHandler({ types, ...watching }))' },
    method: 'DELETE',
    path: '/books',
    status: 405,
  },
  {
    label: 'A path that does not exist',
    shows: 'The same shape as every other problem, no HTML page and no plain text.',
    code: { express: 'app.use(notFoundHandler())', koa: 'app.use(problemHandler({ types, ...watching }))' },
    method: 'GET',
    path: '/nowhere',
    status: 404,
  },
  {
    label: 'A bug with a secret in its text',
    shows: 'The client learns nothing but the status. The log on the console has the error with its stack.',
    code: 'throw new Error(\'Cannot log in to reports.internal as admin with the password "hunter2"\')',
    method: 'GET',
    path: '/reports/sales',
    status: 500,
  },
  {
    label: 'An SQL error',
    shows: 'No table name and no SQL for the client. The log on the console has them.',
    code: "return this.#rows('select name, purchase_price from supplier_contract')",
    method: 'GET',
    path: '/suppliers',
    status: 500,
  },
  {
    label: 'The list of books',
    shows: 'Successful requests stay as they are.',
    code: "return this.#rows<Book>('select * from book order by title')",
    method: 'GET',
    path: '/books',
    status: 200,
  },
  {
    label: 'An order',
    shows: 'A new order, with its place in the field Location.',
    code: 'const { customer, isbn, quantity } = readOrder(body)',
    method: 'POST',
    path: '/orders',
    body: '{ "customer": "ada", "isbn": "9780141439518", "quantity": 1 }',
    status: 201,
  },
]

/** Tells whether the answer is a problem. */
export function showsProblem({ status }: Demonstration): boolean {
  return status >= 400
}

/** Gives the line of code that answers on a framework. */
export function codeOn(framework: Framework, { code }: Demonstration): string {
  return typeof code === 'string' ? code : code[framework]
}

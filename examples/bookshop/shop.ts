/** The bookshop: what it does, and what it throws when it cannot. It knows nothing of Express and Koa. */
import { BadRequest, Conflict, NotFound } from 'http-problems'
import { breaks, type Database } from './database.js'
import { fault, isIsbn, isText, readOrder } from './order.js'
import { OutOfCredit, SoldOut, ValidationError } from './problems.js'
import { rateLimit } from './rate-limit.js'

export interface Book {
  readonly isbn: string
  readonly title: string
  readonly price: number
  readonly stock: number
}

export interface Purchase {
  readonly id: number
  readonly customer: string
  readonly isbn: string
  readonly quantity: number
  readonly price: number
  readonly paid: boolean
}

export interface Account {
  readonly customer: string
  readonly balance: number
}

export class Shop {
  readonly #database: Database
  readonly #countSearch = rateLimit({ name: 'search', quota: 3, window: 10 })

  constructor(database: Database) {
    this.#database = database
  }

  /** Lists the books. */
  async books(): Promise<Book[]> {
    return this.#rows<Book>('select * from book order by title')
  }

  /** Finds a book. */
  async book(isbn: unknown): Promise<Book> {
    if (!isIsbn(isbn)) throw new NotFound('There is no such book: an ISBN has 13 digits.')
    const [book] = await this.#rows<Book>('select * from book where isbn = $1', [isbn])
    if (!book) throw new NotFound(`There is no book with the ISBN ${isbn}.`)
    return book
  }

  /** Searches the titles; each client may do so a few times only. */
  async search(words: unknown, client: string): Promise<Book[]> {
    if (!isText(words)) throw new BadRequest('Send the words to search for in the parameter q, 1 to 100 characters.')
    this.#countSearch(client)
    return this.#rows<Book>('select * from book where strpos(lower(title), lower($1)) > 0 order by title', [words])
  }

  /** Takes an order. The database makes sure that no copy is sold twice. */
  async order(body: unknown): Promise<Purchase> {
    const { customer, isbn, quantity } = readOrder(body)
    try {
      return await this.#database.transaction(async (transaction) => {
        const sold = await transaction.query<{ price: number }>(
          'update book set stock = stock - $2 where isbn = $1 returning price * $2 as price',
          [isbn, quantity],
        )
        const [book] = sold.rows
        if (!book) throw new ValidationError({ errors: [fault('isbn', 'The shop does not have this book.')] })
        const made = await transaction.query<Purchase>(
          `insert into purchase (customer, isbn, quantity, price) values ($1, $2, $3, $4) returning *, false as paid`,
          [customer, isbn, quantity, book.price],
        )
        return only(made.rows)
      })
    } catch (error) {
      if (breaks('customer_exists', error))
        throw new ValidationError({ errors: [fault('customer', 'The shop does not know this customer.')] }, { cause: error })
      if (!breaks('stock_not_negative', error)) throw error
      const { stock } = await this.book(isbn)
      throw new SoldOut({ isbn, available: stock }, { cause: error })
    }
  }

  /** Finds an order. */
  async purchase(id: unknown): Promise<Purchase> {
    const [purchase] = await this.#rows<Purchase>(
      `select purchase.*, payment.purchase is not null as paid
       from purchase left join payment on payment.purchase = purchase.id where purchase.id = $1`,
      [/^\d{1,9}$/.test(String(id)) ? Number(id) : 0],
    )
    if (!purchase) throw new NotFound('There is no such order.')
    return purchase
  }

  /** Finds the account of a customer. */
  async account(customer: unknown): Promise<Account> {
    const [account] = isText(customer)
      ? await this.#rows<Account>('select name as customer, balance from customer where name = $1', [customer])
      : []
    if (!account) throw new NotFound('There is no such account.')
    return account
  }

  /** Pays an order. The database makes sure that it is paid once, and by money that is there. */
  async pay(orderId: unknown): Promise<Purchase> {
    const { id, customer, price } = await this.purchase(orderId)
    try {
      await this.#database.transaction(async (transaction) => {
        await transaction.query('insert into payment (purchase) values ($1)', [id])
        await transaction.query('update customer set balance = balance - $2 where name = $1', [customer, price])
      })
    } catch (error) {
      if (breaks('one_payment_per_order', error)) throw new Conflict(`Order ${id} is already paid.`, { cause: error })
      if (!breaks('balance_not_negative', error)) throw error
      const { balance } = await this.account(customer)
      const accounts = [`/accounts/${encodeURIComponent(customer)}`]
      throw new OutOfCredit({ balance, price, accounts }, { cause: error })
    }
    return this.purchase(id)
  }

  /** Crashes: an ordinary bug, with a secret in its text. */
  async salesReport(): Promise<never> {
    throw new Error('Cannot log in to reports.internal as admin with the password "hunter2"')
  }

  /** Fails in the database: nobody has created this table. */
  async suppliers(): Promise<unknown[]> {
    return this.#rows('select name, purchase_price from supplier_contract')
  }

  async #rows<Row>(sql: string, values: unknown[] = []): Promise<Row[]> {
    return (await this.#database.query<Row>(sql, values)).rows
  }
}

function only<Row>(rows: readonly Row[]): Row {
  const [row] = rows
  if (row === undefined) throw new Error('The database gave no row')
  return row
}

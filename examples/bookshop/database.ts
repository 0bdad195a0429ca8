/** A real PostgreSQL inside this process, with a few books, customers and orders. Nothing is written to the disk. */
import { PGlite } from '@electric-sql/pglite'

export type Database = Pick<PGlite, 'query' | 'transaction' | 'close'>

/** The rules that the database keeps, by the names that its errors carry. */
export type Rule = 'stock_not_negative' | 'balance_not_negative' | 'one_payment_per_order' | 'customer_exists'

/** Opens a database in memory. */
export async function openDatabase(): Promise<Database> {
  const database = await PGlite.create()
  await database.exec(tables)
  await database.exec(rows)
  return database
}

/** Tells whether an error says that a rule is broken. */
export function breaks(rule: Rule, error: unknown): boolean {
  return error instanceof Error && 'constraint' in error && error.constraint === rule
}

const tables = `
  create table book (
    isbn text primary key,
    title text not null,
    price integer not null,
    stock integer not null constraint stock_not_negative check (stock >= 0)
  );
  create table customer (
    name text primary key,
    balance integer not null constraint balance_not_negative check (balance >= 0)
  );
  create table purchase (
    id integer generated always as identity primary key,
    customer text not null constraint customer_exists references customer,
    isbn text not null references book,
    quantity integer not null,
    price integer not null
  );
  create table payment (
    purchase integer constraint one_payment_per_order primary key references purchase,
    paid_at timestamptz not null default now()
  );
`

const rows = `
  insert into book values
    ('9780141439518', 'Pride and Prejudice', 9, 5000),
    ('9780142437247', 'Moby-Dick', 14, 5000),
    ('9780140449136', 'Crime and Punishment', 12, 0),
    ('9780465026562', 'Gödel, Escher, Bach', 50, 5000);
  insert into customer values ('ada', 100000), ('bob', 30);
  insert into purchase (customer, isbn, quantity, price) values
    ('bob', '9780465026562', 1, 50),
    ('ada', '9780142437247', 1, 14);
  insert into payment (purchase) values (2);
`

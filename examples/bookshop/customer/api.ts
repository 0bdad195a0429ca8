/** What the page asks the shop for. Each function gives what it is about, or rejects with the problem that the shop threw. */
import { problemFetch } from 'http-problems/client'
import { types } from '../problems.js'
import type { Account, Book, Purchase } from '../shop.js'

const api = problemFetch(fetch, { types })

/** Lists the books. */
export function listBooks(): Promise<readonly Book[]> {
  return get('/books')
}

/** Searches the titles. */
export function searchBooks(words: string): Promise<readonly Book[]> {
  return get(`/search?q=${encodeURIComponent(words)}`)
}

/** Finds the account of a customer. */
export function findAccount(customer: string): Promise<Account> {
  return get(`/accounts/${encodeURIComponent(customer)}`)
}

/** Orders copies of a book. */
export function orderBook(customer: string, isbn: string, quantity: number): Promise<Purchase> {
  return post('/orders', { customer, isbn, quantity })
}

/** Pays an order. */
export function payOrder({ id }: Purchase): Promise<Purchase> {
  return post(`/orders/${id}/payment`)
}

/** Asks for the report of the sales, which crashes. The shop repeats the id of the trace in what it answers. */
export function reportSales(): Promise<unknown> {
  return get('/reports/sales', { traceparent: `00-${randomHex(16)}-${randomHex(8)}-01` })
}

async function get<Answer>(path: string, headers: Readonly<Record<string, string>> = {}): Promise<Answer> {
  // The types of this module say what the shop promises.
  return (await api(path, { headers })).json() as Promise<Answer>
}

async function post<Answer>(path: string, body?: object): Promise<Answer> {
  const content = body && { body: JSON.stringify(body), headers: { 'Content-Type': 'application/json' } }
  return (await api(path, { method: 'POST', ...content })).json() as Promise<Answer>
}

function randomHex(bytes: number): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(bytes)), (byte) => byte.toString(16).padStart(2, '0')).join('')
}

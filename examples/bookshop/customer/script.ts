/** The page of a customer: what is pressed becomes a request, and an answer becomes something to see. Whatever is inserted is text, never HTML. */
import type { Book } from '../shop.js'
import { findAccount, listBooks, orderBook, payOrder, reportSales, searchBooks } from './api.js'
import { countdown } from './countdown.js'
import { find, say, sayProblem } from './message.js'
import { reactionTo } from './reactions.js'

const search = find<HTMLFormElement>(document, '#search')
const found = find(document, '#found .message')
const office = find(document, '#office')

search.addEventListener('submit', (event) => {
  event.preventDefault()
  void lookFor(find<HTMLInputElement>(search, 'input').value)
})
find(office, 'button').addEventListener('click', () => void report())

await Promise.all([showBalances(), showAll()])

async function showAll(): Promise<void> {
  try {
    showBooks(await listBooks())
  } catch (error) {
    sayProblem(found, error, reactionTo(error), 'GET')
  }
}

async function lookFor(words: string): Promise<void> {
  const button = find<HTMLButtonElement>(search, 'button')
  found.hidden = true
  try {
    if (words.trim() === '') return await showAll()
    const books = await searchBooks(words)
    showBooks(books)
    if (books.length === 0) say(found, 'No title has these words.')
  } catch (error) {
    const reaction = reactionTo(error)
    const tell = sayProblem(found, error, reaction, 'GET')
    if (reaction.againInMs === undefined) return
    button.disabled = true
    await countdown(reaction.againInMs, (seconds) => tell(`${reaction.text} Goes on by itself in ${seconds} s.`))
    button.disabled = false
    await lookFor(words)
  }
}

function showBooks(books: readonly Book[]): void {
  find(document, '#books').replaceChildren(...books.map(rowOf))
}

function rowOf(book: Book): Element {
  // The template of the page has one element.
  const row = find<HTMLTemplateElement>(document, '#book').content.firstElementChild?.cloneNode(true) as Element
  find(row, 'b').textContent = book.title
  find(row, '.price').textContent = `costs ${book.price}`
  find(row, 'form').addEventListener('submit', (event) => {
    event.preventDefault()
    void buy(book, row)
  })
  return row
}

async function buy({ isbn, title }: Book, row: Element): Promise<void> {
  const [message, button, quantity] = [
    find(row, '.message'),
    find<HTMLButtonElement>(row, 'button'),
    find<HTMLInputElement>(row, 'input'),
  ]
  message.hidden = true
  quantity.removeAttribute('aria-invalid')
  button.disabled = true
  try {
    const copies = quantity.value.trim() === '' ? 0 : Number(quantity.value)
    const purchase = await orderBook(customer(), isbn, copies)
    await payOrder(purchase)
    say(message, `${title} is yours: order ${purchase.id}, ${purchase.price} paid.`, 'good')
    await showBalances()
  } catch (error) {
    const reaction = reactionTo(error)
    sayProblem(message, error, reaction, 'POST')
    if (reaction.wrong?.includes('quantity')) quantity.setAttribute('aria-invalid', 'true')
    if (reaction.available === 0) button.textContent = 'Sold out'
  }
  button.disabled = button.textContent === 'Sold out'
}

async function report(): Promise<void> {
  const message = find(office, '.message')
  try {
    await reportSales()
  } catch (error) {
    sayProblem(message, error, reactionTo(error), 'GET')
  }
}

function customer(): string {
  return find<HTMLInputElement>(document, 'input[name=customer]:checked').value
}

async function showBalances(): Promise<void> {
  for (const input of document.querySelectorAll<HTMLInputElement>('input[name=customer]')) {
    const shown = find(input.closest('label') ?? document, 'span')
    try {
      shown.textContent = `has ${(await findAccount(input.value)).balance.toLocaleString('en')}`
    } catch (error) {
      shown.textContent = reactionTo(error).text
    }
  }
}

/** Shows what has become of a press. */
import { HttpProblem } from 'http-problems'
import { retryAdvice } from 'http-problems/client'
import type { Reaction } from './reactions.js'

/** Finds an element that the page has. */
export function find<Found extends HTMLElement = HTMLElement>(parent: ParentNode, selector: string): Found {
  const found = parent.querySelector<Found>(selector)
  if (found === null) throw new Error(`The page has no ${selector}`)
  return found
}

/** Shows a text. */
export function say(message: HTMLElement, text: string, kind = 'client'): void {
  message.hidden = false
  message.dataset['kind'] = kind
  find(message, 'p').textContent = text
  find(message, 'code').textContent = ''
}

/** Shows a reaction, and below it what the page got; gives a function that changes the text. */
export function sayProblem(
  message: HTMLElement,
  error: unknown,
  { text, link, traceId }: Reaction,
  method: 'GET' | 'POST',
): (text: string) => void {
  const status = error instanceof HttpProblem ? error.status : 500
  say(message, text, status >= 500 ? 'server' : 'client')
  find(message, 'code').textContent = factsOf(error, method)
  const paragraph = find(message, 'p')
  if (link && leadsIntoShop(link.href)) paragraph.append(' ', made('a', link.text, { href: link.href }))
  if (traceId !== undefined) paragraph.append(' ', made('b', traceId, {}))
  return (changed) => {
    paragraph.textContent = changed
  }
}

// What a server sends may be a script, or lead anywhere.
function leadsIntoShop(href: string): boolean {
  return URL.canParse(href, location.href) && new URL(href, location.href).origin === location.origin
}

function factsOf(error: unknown, method: string): string {
  if (!(error instanceof HttpProblem)) return String(error)
  const { retry, reason } = retryAdvice(error, { method, attempt: 1 })
  return `${error.name} ${error.status} ${JSON.stringify(error.extensions)}, retry: ${retry} (${reason})`
}

function made(name: string, text: string, attributes: Readonly<Record<string, string>>): HTMLElement {
  const element = document.createElement(name)
  element.textContent = text
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value)
  return element
}

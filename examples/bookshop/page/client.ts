/** The script of the page: a press on a row sends its request and shows the answer. Whatever is inserted is text, never HTML. */
import type { Demonstration } from '../demonstrations.js'

type Shown = Demonstration & { readonly code: string; readonly curl: string }

/** The fields that say something about the answer. */
const fieldsThatMatter = ['Content-Type', 'Allow', 'Location', 'Retry-After', 'RateLimit', 'RateLimit-Policy', 'Cache-Control']

const standardMembers = new Set(['type', 'title', 'status', 'detail', 'instance'])

for (const button of document.querySelectorAll('button')) {
  const demonstration = JSON.parse(button.dataset['demonstration'] ?? '') as Shown
  button.addEventListener('click', () => void show(button, demonstration))
}
// The first problem is there at once, so that the page shows what it is about.
document.querySelector('button')?.click()

async function show(button: HTMLButtonElement, demonstration: Shown): Promise<void> {
  const answer = button.parentElement?.querySelector('.answer') ?? addAnswer(button, demonstration)
  const screen = part(answer, '.screen')
  screen.setAttribute('aria-busy', 'true')
  try {
    const response = await send(demonstration)
    const text = await response.text()
    part(answer, '.status').textContent = `HTTP/1.1 ${response.status} ${response.statusText}`
    part(answer, '.status').dataset['class'] = String(Math.floor(response.status / 100))
    part(answer, 'dl').replaceChildren(...fieldsThatMatter.flatMap((name) => field(name, response.headers.get(name))))
    showBody(answer, text, response.status >= 400)
  } catch {
    part(answer, '.status').textContent = 'No answer. Is the server still running?'
    delete part(answer, '.status').dataset['class']
    for (const selector of ['dl', '.body', '.legend']) part(answer, selector).replaceChildren()
  }
  screen.removeAttribute('aria-busy')
}

async function send({ method, path, body, times = 1 }: Shown): Promise<Response> {
  const request = { method, ...(body !== undefined && { body, headers: { 'Content-Type': 'application/json' } }) }
  for (let sent = 1; sent < times; sent++) await (await fetch(path, request)).text()
  return fetch(path, request)
}

function addAnswer(button: HTMLButtonElement, { code, method, path, body, times, curl }: Shown): Element {
  const template = document.querySelector<HTMLTemplateElement>('#answer')
  const answer = template?.content.firstElementChild?.cloneNode(true) as Element
  part(answer, '.code').textContent = code
  part(answer, '.request').textContent = [
    `${method} ${path} HTTP/1.1${times ? `   (${times} times)` : ''}`,
    ...(body === undefined ? [] : ['Content-Type: application/json', '', body]),
  ].join('\n')
  part(answer, '.curl').textContent = curl
  button.after(answer)
  button.setAttribute('aria-expanded', 'true')
  return answer
}

function field(name: string, value: string | null): HTMLElement[] {
  if (value === null) return []
  return [element('dt', name), element('dd', value)]
}

function showBody(answer: Element, text: string, isProblem: boolean): void {
  const lines = pretty(text).split('\n')
  let extension = false
  const shown = lines.flatMap((line) => {
    const member = /^ {2}"([^"]+)":/.exec(line)?.[1]
    // A line that is indented deeper belongs to the member above it.
    if (member !== undefined) extension = isProblem && !standardMembers.has(member)
    const indent = line.length - line.trimStart().length
    const marked = element('span', line.slice(indent))
    if (extension && indent > 0) marked.className = 'extension'
    return [line.slice(0, indent), marked, '\n']
  })
  part(answer, '.body').replaceChildren(...shown.slice(0, -1))
  const legend = element('span', 'Marked: extension members, defined by the problem type.')
  part(answer, '.legend').replaceChildren(...(answer.querySelector('.extension') ? [legend] : []))
}

function pretty(text: string): string {
  try {
    return JSON.stringify(JSON.parse(text), null, 2)
  } catch {
    return text
  }
}

function element(name: string, text: string): HTMLElement {
  const made = document.createElement(name)
  made.textContent = text
  return made
}

function part(parent: Element, selector: string): HTMLElement {
  const found = parent.querySelector<HTMLElement>(selector)
  if (found === null) throw new Error(`The page has no ${selector}`)
  return found
}

/** The declared types of the service that the rules are tried with. */
import { defineProblem } from 'http-problems'

export const SoldOut = defineProblem('SoldOut', {
  type: 'https://api.example.com/problems/sold-out',
  status: 409,
  title: 'Sold out',
  aliases: ['https://api.example.com/problems/no-copies'],
})

// A relative reference: the handler may resolve it.
export const CardDeclined = defineProblem('CardDeclined', {
  type: '/problems/card-declined',
  status: 402,
  title: 'Card declined',
})

// What a template of Prometheus would take for its own.
export const Odd = defineProblem('Odd', {
  type: 'urn:odd:a+b(c)',
  status: 400,
  title: 'Odd {{ $labels.nothing }} "quoted" \\ text',
  description: 'Lines\nof {{ define "x" }} text: # no comment',
})

export const StoreDown = defineProblem('StoreDown', { type: 'urn:store-down', status: 507, title: 'The store is full' })

/** Code that uses a generated client beside the classes of the shop; it compiles where both say the same of a problem. */

/** What is right, and what is wrong in one place: the compiler must refuse each of the latter. */
export const consumers = {
  'right.ts': (code) => code,
  'wrong-member.ts': (code) => code.replace("Sent['SoldOut']", "Sent['OutOfCredit']"),
  'wrong-type.ts': (code) =>
    code.replace("case 'https://example.com/probs/sold-out'", "case 'https://example.com/probs/out-of-credit'"),
  'forgotten.ts': (code) => code.replace(/^ +case 413:\n/m, ''),
}

/** The code. */
export const consumer = `
import type { HttpProblem } from 'http-problems'
import { fromResponse } from 'http-problems/client'
import createClient from 'openapi-fetch'
import { OutOfCredit, QuotaExceeded, SoldOut, ValidationError } from '../../../../../examples/bookshop/problems.js'
import type { components, paths } from './shop.js'

type Sent = components['schemas']
type Names = 'type' | 'status'
type Plain<T> = T extends readonly (infer Item)[] ? readonly Plain<Item>[] : T extends object ? { readonly [K in keyof T]: Plain<T[K]> } : T
type Same<A, B> = (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false
type OfClass<Class> = Plain<Pick<Class, (Names & keyof Class) | Exclude<keyof Class, keyof HttpProblem>>>
type OfDocument<Document> = Plain<Omit<Document, 'title' | 'detail' | 'instance'>>

/** Compiles only where a class and a schema of the document have the same members, of the same types. */
function agree<Document, Class>(_same: Same<OfDocument<Document>, OfClass<Class>>): void {}

agree<Sent['SoldOut'], SoldOut>(true)
agree<Sent['OutOfCredit'], OutOfCredit>(true)
agree<Sent['ValidationError'], ValidationError>(true)
agree<Sent['QuotaExceeded'], InstanceType<typeof QuotaExceeded>>(true)

const api = createClient<paths>({ baseUrl: 'http://localhost:3000' })
const body = { customer: 'ada', isbn: '9780140449136', quantity: 1 }

export async function order(): Promise<number> {
  const { error, response } = await api.POST('/orders', { body })
  if (error === undefined) return 0
  const problem = await fromResponse(response, { types: [SoldOut, ValidationError] })
  switch (error.type) {
    case 'https://example.com/probs/sold-out':
      return problem instanceof SoldOut ? problem.available - error.available : 1
    case 'https://example.net/validation-error':
      return problem instanceof ValidationError ? problem.errors.length - error.errors.length : 1
    case 'about:blank':
      return problem ? plain(error.status) - problem.status : 1
    default:
      return unreachable(error)
  }
}

function plain(status: 400 | 413 | 415 | 500): number {
  switch (status) {
    case 400:
    case 413:
    case 415:
    case 500:
      return status
    default:
      return unreachable(status)
  }
}

function unreachable(value: never): never {
  throw new TypeError(String(value))
}
`

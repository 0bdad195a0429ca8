/** The problem types of the shop: what its API promises to say when something is wrong. */
import { Conflict, PaymentRequired, UnprocessableContent } from 'http-problems'

/** The customer's balance does not cover an order. */
export class OutOfCredit extends PaymentRequired {
  static override readonly type = 'https://example.com/probs/out-of-credit'
  static override readonly title = 'You do not have enough credit.'

  constructor({ balance, price }: { balance: number; price: number }, cause: unknown) {
    super({ detail: `Your balance is ${balance}, but that costs ${price}.`, extensions: { balance, price }, cause })
  }
}

/** There are fewer copies than an order wants. */
export class SoldOut extends Conflict {
  static override readonly type = 'https://example.com/probs/sold-out'
  static override readonly title = 'The book is sold out.'

  constructor({ isbn, available }: { isbn: string; available: number }, cause: unknown) {
    super({ detail: `Copies that are left: ${available}.`, extensions: { isbn, available }, cause })
  }
}

/** One fault of a request: where it is, a code for programs, a sentence for people. */
export interface Fault {
  readonly in: 'body'
  /** A JSON Pointer into the request body, as a URI fragment (RFC 6901 6). */
  readonly pointer: string
  readonly code: string
  readonly detail: string
}

/** An order that is good JSON, but no good order. */
export class InvalidOrder extends UnprocessableContent {
  static override readonly type = 'https://example.com/probs/invalid-order'
  static override readonly title = 'The order is not valid.'

  constructor(errors: readonly Fault[], cause?: unknown) {
    super({ detail: 'Correct the members that "errors" lists, then send the order again.', extensions: { errors }, cause })
  }
}

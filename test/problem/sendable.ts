/** Checks header fields with Node's own rules, which end the process when they are broken. */
import { validateHeaderName, validateHeaderValue } from 'node:http'
import { expect } from 'chai'

/** Fails unless Node sends every field as it stands. */
export function expectSendable(headers: unknown): void {
  expect(Object.getPrototypeOf(headers), 'the prototype of the record').to.equal(Object.prototype)
  for (const [name, value] of Object.entries(headers as Record<string, unknown>)) {
    validateHeaderName(name)
    const lines: readonly unknown[] = Array.isArray(value) ? value : [value]
    expect(lines, `lines of ${name}`).to.not.have.lengthOf(0)
    // By index: iteration would jump over the holes of a sparse array no better than `forEach`.
    for (let index = 0; index < lines.length; index++) {
      const line = lines[index]
      if (typeof line !== 'string') throw new Error(`${name} has a line of type ${typeof line}`)
      validateHeaderValue(name, line)
    }
  }
}

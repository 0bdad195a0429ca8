// The ES module build and the CommonJS build in one process, and a second installed copy: they know each other's problems.
import assert from 'node:assert/strict'
import { createRequire } from 'node:module'
import * as esm from 'http-problems'
import * as esmCopy from 'http-problems-copy'

const require = createRequire(import.meta.url)
const copies = [esm, require('http-problems'), esmCopy, require('http-problems-copy')]
assert.equal(new Set(copies.map(({ Conflict }) => Conflict)).size, 4, 'four copies are loaded')

let pairs = 0
for (const maker of copies) {
  class SeatTaken extends maker.Conflict {}
  const conflict = new maker.Conflict('Order 7 is already paid.')
  const seatTaken = new SeatTaken('Seat 12A is taken.')
  for (const reader of copies) {
    for (const problem of [conflict, seatTaken, maker.createProblem(409)]) {
      assert.ok(problem instanceof reader.Conflict)
      assert.ok(problem instanceof reader.HttpProblem)
      assert.ok(!(problem instanceof reader.NotFound))
      assert.ok(reader.isHttpProblem(problem))
      assert.equal(reader.toProblem(problem), problem)
    }
    class OwnConflict extends reader.Conflict {}
    assert.ok(!(conflict instanceof OwnConflict), "a user's class follows the ordinary rule")
    assert.ok(!(conflict instanceof SeatTaken))
    assert.ok(seatTaken instanceof SeatTaken)
    pairs += 1
  }
}
console.log(`${pairs} pairs of copies agree`)

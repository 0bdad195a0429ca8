import { expect } from 'chai'
import { type Identity, needDistinct } from '../../lib/define/listed-types.js'

const known: readonly Identity[] = [
  { name: 'Any', uris: [] },
  { name: 'Seat', uris: ['/seat', '/place'] },
]

const rows: readonly (readonly [what: string, one: Identity, fault: readonly [expected: string, got: string] | undefined])[] = [
  ['one with a name and URIs of its own', { name: 'Bus', uris: ['/bus', '/coach'] }, undefined],
  ['one that has no URI, as another has none', { name: 'Every', uris: [] }, undefined],
  ['the name of another', { name: 'Seat', uris: ['/bus'] }, ['a name', 'that of Seat: "Seat"']],
  ['the type URI of another', { name: 'Bus', uris: ['/seat'] }, ['a type URI', 'that of Seat: "/seat"']],
  ['the earlier URI of another', { name: 'Bus', uris: ['/place'] }, ['a type URI', 'that of Seat: "/place"']],
  ['an earlier URI that is that of another', { name: 'Bus', uris: ['/bus', '/seat'] }, ['a type URI', 'that of Seat: "/seat"']],
]

describe('needDistinct()', () => {
  for (const [what, one, fault] of rows) {
    it(`${fault === undefined ? 'takes' : 'refuses'} ${what}`, () => {
      const run = (): void => needDistinct(one, known, 'list[2]')
      if (fault === undefined) expect(run).not.to.throw()
      else {
        const [expected, got] = fault
        expect(run)
          .to.throw(TypeError)
          .that.includes({
            code: 'ERR_PROBLEM_DEFINITION',
            place: 'list[2]',
            expected: `${expected} that no other class of the list has`,
            got,
          })
      }
    })
  }
})

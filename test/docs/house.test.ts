/** The picture of the rooms says what the test of the architecture demands, and CONTRIBUTING has a line for each room. */
import { expect } from 'chai'
import { allowed } from '../architecture/rooms.js'
import { rooms, steps } from './pages/house.js'
import { readSource } from './root.js'

const standsOn = (name: string): readonly string[] => allowed[name] ?? []

/** Lists the rooms right below one: those that it may import from, but not through another one. */
function below(name: string): readonly string[] {
  return standsOn(name).filter((lower) => !standsOn(name).some((between) => standsOn(between).includes(lower)))
}

describe('the picture of the house', () => {
  it('has every room and no other', () => {
    expect(rooms.map(({ name }) => name)).to.have.members(Object.keys(allowed))
  })

  for (const { name, on, y } of rooms) {
    it(`puts ${name} on the rooms that it may import from`, () => {
      expect(on).to.have.members(below(name))
      const floors = rooms.filter((room) => on.includes(room.name))
      expect(floors.every((floor) => floor.y > y)).to.equal(true)
    })
  }

  for (const [index, { name, file, rooms: passed }] of steps.entries()) {
    it(`leads through ${name}(), step ${index + 1}, which is where it says`, () => {
      expect(readSource(file)).to.match(new RegExp(`export function ${name}\\b`))
      expect(passed).to.include(file.slice(0, file.lastIndexOf('/')))
    })
  }
})

describe('CONTRIBUTING.md', () => {
  it('has a line for each room', () => {
    const [, house = ''] = readSource('CONTRIBUTING.md').split('\n## The house\n')
    const lines = [...house.matchAll(/^((?:lib|middleware|schemas|bin)\/\S*) {2,}\S/gm)].map(([, path = '']) =>
      path.replace(/\/$/, ''),
    )
    // What stands in lib itself is the entry of the package.
    expect(lines.map((path) => (path === 'lib/index.ts' ? 'lib' : path))).to.have.members(Object.keys(allowed))
  })

  it('names the files through which a thrown value goes', () => {
    const page = readSource('CONTRIBUTING.md')
    for (const { file } of steps) expect(page).to.include(`\`${file}\``)
  })
})

import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect } from 'chai'

type Place = (from: string, to: string) => void

// A script of the checkout, which has no types: all three take two paths.
const { placeFile, placeFolder, removeOthers } = (await import(new URL('../../../build/place.js', import.meta.url).href)) as {
  readonly placeFile: Place
  readonly placeFolder: Place
  readonly removeOthers: Place
}

describe('What a build has made', () => {
  let folder: string
  let made: string
  let place: string

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'http-problems-place-'))
    made = join(folder, 'made')
    place = join(folder, 'place')
    mkdirSync(join(made, 'inner'), { recursive: true })
    writeFileSync(join(made, 'a.js'), 'a')
    writeFileSync(join(made, 'inner/b.js'), 'b')
  })
  afterEach(() => rmSync(folder, { recursive: true, force: true }))

  it('is put in its place, and drafts are gone', () => {
    placeFolder(made, place)
    expect(readdirSync(place, { recursive: true })).to.have.members(['a.js', 'inner', join('inner', 'b.js')])
    expect(readFileSync(join(place, 'inner/b.js'), 'utf8')).to.equal('b')
  })

  it('leaves a file alone whose content is the same, so that nobody who reads it is disturbed', () => {
    placeFolder(made, place)
    const before = statSync(join(place, 'a.js'))
    placeFolder(made, place)
    const { ino, mtimeMs } = statSync(join(place, 'a.js'))
    expect([ino, mtimeMs]).to.deep.equal([before.ino, before.mtimeMs])
  })

  it('takes the place of an older file at once: whoever has that one open reads it to its end', () => {
    placeFolder(made, place)
    const { ino } = statSync(join(place, 'a.js'))
    writeFileSync(join(made, 'a.js'), 'newer')
    placeFile(join(made, 'a.js'), join(place, 'a.js'))
    expect(readFileSync(join(place, 'a.js'), 'utf8')).to.equal('newer')
    expect(statSync(join(place, 'a.js')).ino).not.to.equal(ino)
  })

  it('leaves nothing of an older build, and drafts of one that runs now', () => {
    placeFolder(made, place)
    writeFileSync(join(place, 'old.js'), '')
    writeFileSync(join(place, 'a.js.7.new'), '')
    removeOthers(made, place)
    expect(readdirSync(place)).to.have.members(['a.js', 'a.js.7.new', 'inner'])
  })
})

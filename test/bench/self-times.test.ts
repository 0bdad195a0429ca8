/** The sums over a CPU profile. */
import type { Profiler } from 'node:inspector'
import { expect } from 'chai'
import { selfTimes, timesOfOwners } from '../../bench/requests/profile/self-times.js'

const node = (id: number, functionName: string, url = '', lineNumber = 0): Profiler.ProfileNode => ({
  id,
  callFrame: { functionName, url, lineNumber, columnNumber: 0, scriptId: '1' },
})

const profile: Profiler.Profile = {
  startTime: 0,
  endTime: 1100,
  nodes: [
    node(1, '(idle)'),
    node(2, 'respond', 'file:///app/dist/esm/shared/server.js', 9),
    node(3, 'send', 'file:///app/node_modules/express/lib/response.js', 4),
    node(4, 'writeHead', 'node:_http_server', 1),
    node(5, '(garbage collector)'),
    node(6, 'writev'),
    // The same function, called from elsewhere.
    node(7, 'respond', 'file:///app/dist/esm/shared/server.js', 9),
    node(8, '', 'file:///app/dist/esm/shared/server.js', 19),
  ],
  samples: [1, 2, 3, 4, 5, 6, 7, 8, 1],
  // The first is the time before the first sample.
  timeDeltas: [50, 500, 200, 100, 40, 30, 20, 200, 10],
}

describe('the self times of a profile', () => {
  const times = selfTimes(profile, 10)

  it('add up all calls of a function, for one request, without the time that was idle', () => {
    const found = times.find(({ where }) => where.startsWith('respond'))
    expect(found).to.deep.equal({ owner: 'ours', where: 'respond server.js:10', micros: 40, share: 400 / 600 })
  })

  it('begin with the most expensive function', () => {
    const micros = times.map((time) => time.micros)
    expect(micros).to.deep.equal(micros.toSorted((a, b) => b - a))
  })

  it('say whose each function is', () => {
    expect(times.map(({ owner, where }) => `${owner}: ${where}`)).to.have.members([
      'ours: respond server.js:10',
      'ours: (anonymous) server.js:20',
      'framework: send express/lib/response.js:5',
      'node: writeHead node:_http_server:2',
      'garbage collector: (garbage collector)',
      'native: writev',
    ])
  })

  it('add up to the time of all owners', () => {
    const owners = timesOfOwners(times)
    expect(owners[0]).to.deep.include({ owner: 'ours', micros: 41 })
    expect(owners.reduce((sum, { share }) => sum + share, 0)).to.be.closeTo(1, 1e-9)
  })
})

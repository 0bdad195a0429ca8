/** The rules and the dashboard of the bookshop. */
import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { expect } from 'chai'
import { parse } from 'yaml'

const folder = 'examples/monitoring'

describe('the example of monitoring', () => {
  it('has what the command generates from the types of the bookshop', () => {
    const args = ['monitoring', '--out', folder, '--types', '.build/examples/bookshop/problems.js', '--check']
    const { status, stderr } = spawnSync(process.execPath, ['.build/bin/http-problems.js', ...args], { encoding: 'utf8' })
    expect([status, stderr]).to.deep.equal([0, ''])
  })

  it('has a configuration that loads the rules, and scrapes the bookshop where it listens', () => {
    const config = parse(readFileSync(`${folder}/prometheus.yml`, 'utf8')) as {
      readonly rule_files: readonly string[]
      readonly scrape_configs: readonly { readonly static_configs: readonly { readonly targets: readonly string[] }[] }[]
    }
    expect(config.rule_files.map((name) => existsSync(`${folder}/${name}`))).to.deep.equal([true])
    const targets = config.scrape_configs.flatMap(({ static_configs }) => static_configs.flatMap(({ targets }) => targets))
    expect(targets).to.deep.equal(['127.0.0.1:3000', '127.0.0.1:3001'])
  })
})

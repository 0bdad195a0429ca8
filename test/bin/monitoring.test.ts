/** The command `monitoring` on real modules and files. */
import { existsSync, lstatSync, readdirSync, readFileSync, symlinkSync } from 'node:fs'
import { join } from 'node:path'
import { expect } from 'chai'
import { parse } from 'yaml'
import type { Dashboard } from '../../lib/telemetry/monitoring/dashboard/dashboard.js'
import type { AlertingRule, RecordingRule } from '../../lib/telemetry/monitoring/rule.js'
import { makeWorkshop, problemsModule, type Workshop } from './command.js'

interface Rules {
  readonly groups: readonly { readonly name: string; readonly rules: readonly (RecordingRule | AlertingRule)[] }[]
}

describe('http-problems monitoring', () => {
  let shop: Workshop
  before(() => {
    shop = makeWorkshop({ 'problems.mjs': problemsModule })
  })
  after(() => shop.remove())
  const read = (name: string): string => readFileSync(join(shop.folder, name), 'utf8')
  const rulesIn = (folder: string): string => read(`${folder}/http-problems.rules.yml`)
  const dashboardIn = (folder: string): string => read(`${folder}/http-problems.dashboard.json`)

  it('writes rules and a dashboard, and says what they have', () => {
    const { code, out, error } = shop.command('monitoring', '--out', 'new/monitoring', '--types', 'problems.mjs')

    expect([code, error]).to.deep.equal([0, ''])
    expect(out).to.equal('new/monitoring: 10 alerts and 17 panels for 3 declared types\n')
    expect(readdirSync(join(shop.folder, 'new/monitoring')).sort()).to.deep.equal([
      'http-problems.dashboard.json',
      'http-problems.rules.yml',
    ])
    const { groups } = parse(rulesIn('new/monitoring')) as Rules
    const problems = groups.flatMap(({ rules }) => rules.flatMap((rule) => ('labels' in rule ? (rule.labels.problem ?? []) : [])))
    expect(problems.sort()).to.deep.equal(['Broke', 'SeatTaken', 'SoldOut'])
    expect((JSON.parse(dashboardIn('new/monitoring')) as Dashboard).uid).to.equal('http-problems')
  })

  it('does without declared types', () => {
    expect(shop.command('monitoring', '-o', 'without').out).to.equal('without: 6 alerts and 17 panels for no declared types\n')
    expect(rulesIn('without')).not.to.contain('HttpProblemTypeUndeclared')
  })

  it('writes the same text again, and says with --check whether the files are up to date', () => {
    const args = ['monitoring', '--out', 'again', '-t', 'problems.mjs'] as const
    const missing = shop.command(...args, '--check')
    expect([missing.code, missing.out, existsSync(join(shop.folder, 'again'))]).to.deep.equal([1, '', false])
    shop.command(...args)
    const first = [rulesIn('again'), dashboardIn('again')]
    shop.command(...args)
    expect([rulesIn('again'), dashboardIn('again')]).to.deep.equal(first)
    expect(shop.command(...args, '--check')).to.deep.equal({
      code: 0,
      out: 'again: up to date, 10 alerts and 17 panels for 3 declared types\n',
      error: '',
    })
    expect(shop.command(...args, '--check', '--objective', '99')).to.deep.equal({
      code: 1,
      out: '',
      error:
        'http-problems: again/http-problems.rules.yml and again/http-problems.dashboard.json: not up to date; run: npx http-problems monitoring --out again -t problems.mjs --objective 99\n',
    })
  })

  it('takes the names of the metrics and labels that a team has', () => {
    const args = [
      '--requests-metric http_requests_total --status-label code --route-label path --duration-metric http_ms_bucket',
      '--problems-metric api:problems --fewest-errors 25 --objective 99.95 --match env=a=b --match zone=1 --label team=shop',
    ].flatMap((line) => line.split(' '))
    const { code } = shop.command('monitoring', '--out', 'own', '--by', ' namespace ,job,job', ...args)
    expect(code).to.equal(0)
    expect(rulesIn('own'))
      .to.contain('sum by (namespace, job, env, zone) (rate(http_requests_total{env="a=b",zone="1"}[5m]))')
      .and.contain('rate(api:problems{env="a=b",zone="1",status=~"5..",status!="501"}[5m])')
      .and.contain('> 14.4 * 0.0005\n')
      .and.contain('* 3600 >= 25\n')
      .and.contain('team: shop\n')
      .and.not.contain('http_server_request_duration')
    expect(dashboardIn('own')).to.contain('http_ms_bucket').and.contain('sum by (code)').and.contain('\\"path\\"')
  })

  it('takes the buckets of durations from the name of the requests', () => {
    shop.command('monitoring', '--out', 'counted', '--requests-metric', 'http_seconds_count')
    expect(dashboardIn('counted')).to.contain('http_seconds_bucket')
    shop.command('monitoring', '--out', 'counted', '--requests-metric', 'http_seconds_count', '--duration-metric', 'other_bucket')
    expect(dashboardIn('counted')).to.contain('other_bucket').and.not.contain('http_seconds_bucket')
    const { out } = shop.command('monitoring', '--out', 'uncounted', '--requests-metric', 'http_requests_total')
    expect(out).to.equal('uncounted: 6 alerts and 15 panels for no declared types\n')
  })

  it('adds up all services where --by is empty', () => {
    shop.command('monitoring', '--out', 'all', '--by', '')
    expect(rulesIn('all')).to.contain('record: all:http_requests:rate5m\n')
  })

  it('says when an outage pages late', () => {
    expect(shop.command('monitoring', '--out', 'late', '--objective', '99').out).to.equal(
      'late: 6 alerts and 17 panels for no declared types\nAn objective of 99 % allows so many errors that a full outage pages only after 11 minutes.\n',
    )
  })

  it('keeps a link, and leaves nothing but the files', () => {
    shop.write({ 'real/rules.yml': 'old', 'linked/other.txt': '' })
    symlinkSync('../real/rules.yml', join(shop.folder, 'linked/http-problems.rules.yml'))
    expect(shop.command('monitoring', '--out', 'linked').code).to.equal(0)
    expect(lstatSync(join(shop.folder, 'linked/http-problems.rules.yml')).isSymbolicLink()).to.equal(true)
    expect(read('real/rules.yml')).to.match(/^# Written by `http-problems monitoring`/)
    expect([readdirSync(join(shop.folder, 'linked')).length, readdirSync(join(shop.folder, 'real'))]).to.deep.equal([
      3,
      ['rules.yml'],
    ])
  })

  it('says how to go on with arguments as a shell takes them', () => {
    const { error } = shop.command('monitoring', '--out', 'no', '--by', '', '--label', 'team=web shop', '--check')
    expect(error).to.match(/; run: npx http-problems monitoring --out no --by '' --label 'team=web shop'\n$/)
  })

  it('writes neither file where one cannot be written', () => {
    shop.write({ 'half/http-problems.dashboard.json/inner.txt': '', 'file.txt': '' })
    const half = shop.command('monitoring', '--out', 'half')
    expect([half.code, half.out]).to.deep.equal([2, ''])
    expect(half.error).to.match(/^http-problems: half\/http-problems\.dashboard\.json cannot be written: E[A-Z]+: .*\n$/)
    const inFile = shop.command('monitoring', '--out', 'file.txt')
    expect(inFile.code).to.equal(2)
    expect(inFile.error).to.match(/^http-problems: file\.txt\/http-problems\.rules\.yml cannot be written: E[A-Z]+: .*\n$/)
    expect(readdirSync(join(shop.folder, 'half'))).to.deep.equal(['http-problems.dashboard.json'])
  })

  it('fails for a module that cannot be used, and hints at a loader for TypeScript', () => {
    shop.write({ 'none.mjs': 'export const a = 1', 'types.ts': 'export const a: number = 1' })
    expect(shop.command('monitoring', '--out', 'no', '--types', 'none.mjs').error).to.match(
      /none\.mjs exports no problem types .*, but a\./,
    )
    expect(shop.command('monitoring', '--out', 'no', '--types', 'nope.mjs').error).to.contain('nope.mjs: there is no such file')
    expect(shop.command('monitoring', '--out', 'no', '--types', 'nope.mjs').code).to.equal(2)
    expect(shop.command('monitoring', '--out', 'no', '--types', 'types.ts').error).to.contain(
      'NODE_OPTIONS="--import tsx" npx http-problems monitoring --types types.ts',
    )
    expect(existsSync(join(shop.folder, 'no'))).to.equal(false)
  })

  for (const [args, said] of [
    [[], 'monitoring: --out is needed, the folder to write to'],
    [['--out', ''], 'monitoring: --out is needed'],
    [['--out', 'no', 'problems.mjs'], 'monitoring: problems.mjs is no option; a module is named with --types'],
    [['--outt', 'no'], "Unknown option '--outt'"],
    [['--out', 'no', '--types', ''], '--types: the name of a module is needed'],
    [['--out', 'no', '--objective', '99.9%'], '--objective 99.9%: a number of percent from 95 to 99.999 is needed'],
    [['--out', 'no', '--objective', '100'], '--objective 100: a number of percent'],
    [['--out', 'no', '--objective', '94.9'], '--objective 94.9: a number of percent'],
    [['--out', 'no', '--objective', '0x63'], '--objective 0x63: a number of percent'],
    [['--out', 'no', '--objective', ''], '--objective : a number of percent'],
    [['--out', 'no', '--fewest-errors', '0'], '--fewest-errors 0: a whole number from 1 is needed'],
    [['--out', 'no', '--fewest-errors', '1.5'], '--fewest-errors 1.5: a whole number'],
    [['--out', 'no', '--requests-metric', 'http.server'], '--requests-metric http.server: the name of a metric is needed'],
    [['--out', 'no', '--requests-metric', 'a{b="c"}'], '--requests-metric a{b="c"}: the name of a metric is needed'],
    [
      ['--out', 'no', '--requests-metric', 'http_problems_total'],
      '--requests-metric http_problems_total: that is the counter of problems',
    ],
    [['--out', 'no', '--duration-metric', 'a_sum'], '--duration-metric a_sum: the buckets of a histogram are needed'],
    [['--out', 'no', '--problems-metric', ''], '--problems-metric : the name of a metric'],
    [['--out', 'no', '--status-label', 'a-b'], '--status-label a-b: the name of a label is needed'],
    [['--out', 'no', '--route-label', '__name__'], '--route-label __name__: the name of a label is needed'],
    [['--out', 'no', '--by', 'job,,env'], '--by : the name of a label is needed'],
    [['--out', 'no', '--by', 'job,type'], '--by type: type has a meaning of its own here'],
    [['--out', 'no', '--match', 'job'], '--match job: a name and a value are needed, such as --match team=shop'],
    [['--out', 'no', '--match', 'job='], '--match job=: a name and a value are needed'],
    [['--out', 'no', '--match', '=shop'], '--match : the name of a label is needed'],
    [['--out', 'no', '--match', 'status=500'], '--match status: status has a meaning of its own here'],
    [['--out', 'no', '--match', 'a=1', '--match', 'a=2'], '--match a=2: a is given twice'],
    [['--out', 'no', '--label', 'severity=page'], '--label severity: severity has a meaning of its own here'],
  ] as const) {
    it(`says how it is used: http-problems monitoring ${args.join(' ')}`, () => {
      const { code, out, error } = shop.command('monitoring', ...args)

      expect([code, out]).to.deep.equal([2, ''])
      expect(error).to.contain(said).and.contain('\n\nUsage: http-problems monitoring ')
      expect(existsSync(join(shop.folder, 'no'))).to.equal(false)
    })
  }

  for (const flag of ['--help', '-h']) {
    it(`prints its help: http-problems monitoring ${flag}`, () => {
      const { code, out, error } = shop.command('monitoring', flag)
      expect([code, error]).to.deep.equal([0, ''])
      expect(out).to.match(/^Usage: http-problems monitoring --out <folder>/)
    })
  }
})

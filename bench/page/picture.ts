/** Draws `docs/images/performance.svg`: bars for the CPU time of each contender, beside that of an answer by hand. */
import { majors } from '../nodes.js'
import { type Framework, frameworks } from '../requests/contenders/index.js'
import type { NodeNumbers } from './numbers.js'
import { type AllContenders, frameworkTitles, type Ranked, rank } from './ranking.js'

const WIDTH = 940
const LEFT = 380
const RIGHT = 70
const HEAD = 48
const ROW = 38
const BAR = 13
const GAP = 20
const FOOT = 14
const COLORS = ['#58a6ff', '#3fb950'] as const
// bare node:http is no way to write an app; it stands in the table alone.
const LEFT_OUT = ['bare']

/** Draws the picture. */
export function drawPicture(nodes: readonly NodeNumbers[], contenders: AllContenders): string {
  const charts = frameworks.map((framework) => ({
    framework,
    ranked: rank(framework, contenders[framework], nodes).filter(({ name }) => !LEFT_OUT.includes(name)),
  }))
  const longest = Math.max(1, ...charts.flatMap(({ ranked }) => ranked.flatMap(({ ratios }) => ratios.filter(Number.isFinite))))
  let top = 0
  const panels = charts.flatMap(({ framework, ranked }) => {
    const panel = drawPanel(framework, ranked, top, (WIDTH - LEFT - RIGHT) / longest)
    top += heightOf(ranked) + GAP
    return panel
  })
  const height = top - GAP
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${height}" width="${WIDTH}" role="img" aria-labelledby="title">`,
    `<title id="title">The CPU time of a request that fails, divided by that of an answer by hand, on Express 5 and Koa 3 with Node ${majors.join(' and ')}.</title>`,
    '<style>text{font:14px ui-monospace,Consolas,monospace;fill:#e6edf3;white-space:pre}.head{font-weight:600;fill:#9da7b3}.ours{font-weight:700;fill:#ffffff}.floor{fill:#9da7b3}.end{text-anchor:end}.value{font-size:12px;paint-order:stroke;stroke:#161b22;stroke-width:5px}</style>',
    ...panels,
    '</svg>',
    '',
  ].join('\n')
}

function heightOf(ranked: readonly Ranked[]): number {
  return HEAD + ranked.length * ROW + FOOT
}

function drawPanel(framework: Framework, ranked: readonly Ranked[], top: number, unit: number): string[] {
  const height = heightOf(ranked)
  const one = round(LEFT + unit)
  return [
    `<rect y="${top}" width="${WIDTH}" height="${height}" rx="8" fill="#161b22"/>`,
    `<text x="18" y="${top + 29}" class="head">${frameworkTitles[framework]}: CPU time / by hand</text>`,
    ...majors.flatMap((major, index) => [
      `<rect x="${LEFT + index * 110}" y="${top + 18}" width="12" height="12" fill="${COLORS[index]}"/>`,
      `<text x="${LEFT + 20 + index * 110}" y="${top + 29}" class="head">Node ${major}</text>`,
    ]),
    `<line x1="${one}" x2="${one}" y1="${top + HEAD - 6}" y2="${top + height - FOOT}" stroke="#9da7b3" stroke-dasharray="3 4"/>`,
    ...ranked.flatMap((contender, index) => drawContender(contender, top + HEAD + index * ROW, unit)),
  ]
}

function drawContender({ name, title, ratios }: Ranked, top: number, unit: number): string[] {
  const [kind] = name.split('-')
  const label = title.replace(/,? (?:behind the error route|to a throw)/, '')
  const opacity = kind === 'ours' ? 1 : 0.55
  return [
    `<text x="${LEFT - 14}" y="${top + 20}" class="end ${kind === 'ours' || kind === 'floor' ? kind : 'other'}">${escaped(label)}</text>`,
    ...ratios.flatMap((ratio, index) =>
      Number.isFinite(ratio)
        ? [
            `<rect x="${LEFT}" y="${top + 2 + index * (BAR + 1)}" width="${round(ratio * unit)}" height="${BAR}" fill="${COLORS[index]}" fill-opacity="${opacity}"/>`,
            `<text x="${round(LEFT + ratio * unit + 6)}" y="${top + 12 + index * (BAR + 1)}" class="value">${ratio.toFixed(2)}</text>`,
          ]
        : [],
    ),
  ]
}

function round(value: number): number {
  return Math.round(value * 10) / 10
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')
}

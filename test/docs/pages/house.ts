/** Draws the picture of CONTRIBUTING: the rooms, who stands on whom, and the way of a thrown value through them. */

/** A room in the picture. */
export interface Room {
  readonly name: string
  readonly about: string
  readonly x: number
  readonly y: number
  readonly width: number
  /** The rooms on which this one stands: the floor below is enough, as they stand on everything beneath. */
  readonly on: readonly string[]
}

const [TOP, FLOOR, HEIGHT] = [52, 66, 40]

function room(name: string, about: string, floor: number, [x, width]: readonly [number, number], ...on: readonly string[]): Room {
  return { name, about, x, y: TOP + floor * FLOOR, width, on }
}

/** The rooms, from the roof to the ground. */
export const rooms: readonly Room[] = [
  room('middleware/express', 'Express 4, 5', 0, [20, 140], 'middleware/node'),
  room('middleware/koa', 'Koa 2, 3', 0, [168, 140], 'middleware/node'),
  room('bin', 'the commands', 0, [320, 366], 'lib', 'lib/openapi', 'lib/telemetry', 'lib/testing'),
  room('middleware/node', 'collects facts, writes once, tells', 1, [20, 288], 'lib/handler'),
  room('lib', 'index', 1, [320, 58], 'lib/handler'),
  room('lib/openapi', 'documents', 1, [386, 90], 'lib/handler'),
  room('lib/telemetry', 'for those on call', 1, [484, 104], 'lib/handler'),
  room('lib/testing', 'assertions', 1, [596, 90], 'lib/handler'),
  room('lib/compat', 'http-errors', 1, [694, 86], 'lib/handler'),
  room(
    'lib/handler',
    'options, settings, events; handle() puts the steps together',
    2,
    [20, 760],
    'lib/foreign',
    'lib/respond',
    'lib/routes',
  ),
  room('lib/foreign', 'whatever was thrown becomes a problem', 3, [20, 288], 'lib/client', 'lib/validate'),
  room('lib/respond', 'a problem becomes an answer', 3, [320, 216], 'lib/define'),
  room('lib/routes', 'the routes of an app', 3, [544, 236], 'lib/define'),
  room('lib/client', 'reads what others answer', 4, [20, 160], 'lib/define'),
  room('lib/validate', 'checks requests', 4, [188, 120], 'lib/define'),
  room('lib/define', 'declared problem types, and the schemas of their members', 5, [20, 760], 'lib/problem'),
  room('lib/problem', 'the thing that is thrown, its options and header fields', 6, [20, 760], 'lib/guard', 'lib/status'),
  room('lib/guard', 'reads, names, calls and refuses what others gave', 7, [20, 420], 'schemas'),
  room('lib/status', 'facts of every status code', 7, [448, 332]),
  room('schemas', 'JSON, JSON Schema, ajv and what is told of its findings', 8, [20, 420]),
]

/** A step of a thrown value, and the function that takes it. */
export interface Step {
  readonly rooms: readonly string[]
  readonly file: string
  readonly name: string
  readonly about: readonly string[]
}

/** The way of a thrown value. */
export const steps: readonly Step[] = [
  {
    rooms: ['middleware/express', 'middleware/koa'],
    file: 'middleware/express/handler.ts',
    name: 'problemHandler',
    about: ['gets what a route threw;', 'for Koa: middleware/koa/handler.ts'],
  },
  { rooms: ['middleware/node'], file: 'middleware/node/answer.ts', name: 'answer', about: ['collects the facts of the request'] },
  {
    rooms: ['lib/handler'],
    file: 'lib/handler/handle.ts',
    name: 'handle',
    about: ['the next two, put together; writes nothing'],
  },
  {
    rooms: ['lib/foreign'],
    file: 'lib/foreign/to-problem.ts',
    name: 'convertThrown',
    about: ['asks map, then the families of errors'],
  },
  {
    rooms: ['lib/respond'],
    file: 'lib/respond/respond.ts',
    name: 'respond',
    about: ['document → members', '→ representations → fields'],
  },
  { rooms: ['middleware/node'], file: 'middleware/node/write.ts', name: 'send', about: ['writes the answer, once'] },
  { rooms: ['lib/handler'], file: 'lib/handler/tell.ts', name: 'tellAll', about: ['the event: onProblem, log, warnings'] },
]

const [LEFT, GAP, RIGHT] = [800, 16, 292]
const WIDTH = LEFT + GAP + RIGHT
const BOTTOM = TOP + 8 * FLOOR + HEIGHT + 18

/** Writes the picture as SVG. */
export function pictureOfTheHouse(): string {
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${BOTTOM}" width="${WIDTH}" role="img" aria-labelledby="title">
<title id="title">The rooms of the sources, each on those that it may import, and the way of a thrown value: ${steps.map(({ name }) => name).join(', ')}.</title>
<style>text{font:13px system-ui,"Segoe UI",Helvetica,Arial,sans-serif;fill:#e6edf3}.dim{font-size:11px;fill:#9da7b3}.head{font-weight:600;fill:#9da7b3}.name{font-weight:600}.good{font-weight:600;fill:#7ee787}.number{font-size:11px;font-weight:600;fill:#161b22;text-anchor:middle}.box{fill:#21262d;stroke:#3d444d}.on{stroke:#768390;fill:none;marker-end:url(#tip)}.way{stroke:#7ee787;fill:none;marker-end:url(#next)}</style>
<defs>${tip('tip', '#768390')}${tip('next', '#7ee787')}</defs>
<rect width="${LEFT}" height="${BOTTOM}" rx="8" fill="#161b22"/>
<text x="20" y="30" class="head">Who stands on whom</text>
${rooms.flatMap(arrowsOf).join('\n')}
${rooms.map(boxOf).join('\n')}
<rect x="${LEFT + GAP}" width="${RIGHT}" height="${BOTTOM}" rx="8" fill="#161b22"/>
<text x="${LEFT + GAP + 20}" y="30" class="head">The way of what was thrown</text>
<text x="${LEFT + GAP + 20}" y="62" class="good">throw</text>
${steps.map(stepOf).join('\n')}
</svg>
`
}

function tip(id: string, colour: string): string {
  return `<marker id="${id}" viewBox="0 0 8 8" refX="7" refY="4" markerWidth="8" markerHeight="8" orient="auto"><path d="M0 0L8 4L0 8z" fill="${colour}"/></marker>`
}

// Straight down, in the middle of what both have in common.
function arrowsOf({ x, y, width, on }: Room): readonly string[] {
  return on.map((name) => {
    const below = rooms.find((candidate) => candidate.name === name)
    if (below === undefined) throw new Error(`There is no room ${name}`)
    const middle = (Math.max(x, below.x) + Math.min(x + width, below.x + below.width)) / 2
    return `<path d="M${middle} ${y + HEIGHT}V${below.y - 1}" class="on"/>`
  })
}

function boxOf({ name, about, x, y, width }: Room): string {
  const numbers = steps.flatMap((step, index) => (step.rooms.includes(name) ? [index + 1] : []))
  return [
    `<rect x="${x}" y="${y}" width="${width}" height="${HEIGHT}" rx="5" class="box"/>`,
    `<text x="${x + 9}" y="${y + 17}">${nameOf(name)}</text>`,
    `<text x="${x + 9}" y="${y + 32}" class="dim">${about}</text>`,
    ...numbers.map((number, index) => badge(number, x + width - 14 - (numbers.length - 1 - index) * 22, y + HEIGHT - 13)),
  ].join('')
}

function nameOf(name: string): string {
  const slash = name.indexOf('/') + 1
  return `<tspan class="dim">${name.slice(0, slash)}</tspan><tspan class="name">${name.slice(slash)}</tspan>`
}

function badge(number: number, x: number, y: number): string {
  return `<circle cx="${x}" cy="${y}" r="9" fill="#7ee787"/><text x="${x}" y="${y + 4}" class="number">${number}</text>`
}

function stepOf({ file, name, about }: Step, index: number): string {
  const [x, y, distance] = [LEFT + GAP + 30, 88 + index * 80, 80]
  return [
    ...(index < steps.length - 1 ? [`<path d="M${x} ${y + 12}V${y + distance - 14}" class="way"/>`] : []),
    badge(index + 1, x, y),
    `<text x="${x + 20}" y="${y + 5}" class="name">${name}()</text>`,
    `<text x="${x + 20}" y="${y + 21}" class="dim">${file}</text>`,
    ...about.map((line, row) => `<text x="${x + 20}" y="${y + 37 + row * 15}" class="dim">${line}</text>`),
  ].join('')
}

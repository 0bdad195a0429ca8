/** The rooms of the house, and who stands on whom. */

// The ground: nothing of it knows what a problem is.
const GROUND = ['schemas', 'lib/status', 'lib/guard']
const PROBLEM = [...GROUND, 'lib/problem']
const DEFINE = [...PROBLEM, 'lib/define']
/** What lib/foreign stands on. */
export const FOREIGN = [...DEFINE, 'lib/client', 'lib/validate']
const HANDLER = [...FOREIGN, 'lib/foreign', 'lib/respond', 'lib/routes']
const ALL = [...HANDLER, 'lib/handler']

/** Which rooms a room may import from, itself apart. A new room needs a line here, and so a decision. */
export const allowed: Readonly<Record<string, readonly string[]>> = {
  schemas: [],
  'lib/status': [],
  'lib/guard': ['schemas'],
  'lib/problem': GROUND,
  'lib/define': PROBLEM,
  'lib/client': DEFINE,
  'lib/validate': DEFINE,
  'lib/respond': DEFINE,
  'lib/routes': DEFINE,
  'lib/foreign': FOREIGN,
  'lib/handler': HANDLER,
  'lib/openapi': ALL,
  'lib/testing': ALL,
  'lib/telemetry': ALL,
  'lib/compat': ALL,
  lib: ALL,
  // The room for the objects of node:http; it knows no framework.
  'middleware/node': ALL,
  'middleware/express': [...ALL, 'middleware/node'],
  'middleware/koa': [...ALL, 'middleware/node'],
  bin: ['lib', 'lib/openapi', 'lib/telemetry', 'lib/testing', ...ALL],
}

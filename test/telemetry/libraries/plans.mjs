/** What is tried: every framework, with the handler of Sentry in every place, and with every way to record an exception. */

export const stacks = [
  { stack: 'express-4', title: 'Express 4' },
  { stack: 'express-5', title: 'Express 5' },
  { stack: 'koa-2', title: 'Koa 2' },
  { stack: 'koa-3', title: 'Koa 3' },
]

// What records the exception: the instrumentation of the framework, or where there is none we do, as asked.
const recorders = [
  { instruments: 'all', exceptions: 'none', recorder: 'the instrumentation of the framework' },
  { instruments: 'http', exceptions: 'span-event', recorder: "exceptions: 'span-event'" },
  { instruments: 'http', exceptions: 'log', recorder: "exceptions: 'log'" },
]

/** The processes that are started. */
export const plans = stacks.flatMap(({ stack, title }) => [
  ...['absent', 'before', 'behind'].map((position) => ({ stack, title, position, ...recorders[0], log: position === 'behind' ? 'default' : 'own' })),
  ...recorders.slice(1).map((recorder) => ({ stack, title, position: 'absent', ...recorder, log: 'own' })),
])

/** Names a plan. */
export function nameOf({ title, position, recorder, log }) {
  const place = { absent: 'without a handler of Sentry', before: "Sentry's handler before ours", behind: "Sentry's handler behind ours" }[position]
  return `${title}, ${place}, exceptions by ${recorder}, ${log === 'own' ? 'problemLogger()' : 'the default log'}`
}

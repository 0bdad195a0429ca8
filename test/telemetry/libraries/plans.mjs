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

const guided = { sentry: 'guide', log: 'own' }

/** The processes that are started. */
export const plans = [
  ...stacks.flatMap((on) => [
    ...['absent', 'before', 'behind'].map((position) => ({
      ...on,
      ...guided,
      ...recorders[0],
      position,
      log: position === 'behind' ? 'default' : 'own',
    })),
    ...recorders.slice(1).map((recorder) => ({ ...on, ...guided, ...recorder, position: 'absent' })),
  ]),
  ...[stacks[1], stacks[3]].flatMap((on) => [
    // What Sentry does by itself, for the table: the default log, as it fires the `error` event of Koa.
    { ...on, ...recorders[0], position: 'absent', sentry: 'alone', log: 'default' },
    // Without the line that says that Express is left to us, Sentry captures first.
    { ...on, ...recorders[0], position: 'before', sentry: 'first', log: 'default' },
    // The trace is Sentry's own.
    { ...on, ...guided, instruments: 'none', exceptions: 'none', recorder: 'nobody', position: 'absent' },
  ]),
]

/** Names a plan. */
export function nameOf({ title, position, recorder, log, sentry }) {
  const place = {
    absent: 'without a handler of Sentry',
    before: "Sentry's handler before ours",
    behind: "Sentry's handler behind ours",
  }[position]
  const lines = { guide: '', alone: 'Sentry alone, ', first: 'Sentry captures first, ' }[sentry]
  return `${title}, ${lines}${place}, exceptions by ${recorder}, ${log === 'own' ? 'problemLogger()' : 'the default log'}`
}

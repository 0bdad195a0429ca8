/** What http-problems/client says of the same answers. */
import { fromResponse, retryAdvice } from '../../../../dist/esm/lib/client/index.js'
import { fieldsOf } from './cases.mjs'
import { wordFor } from './measure.mjs'

/** Asks for advice on every case; gives a word and a reason for each. */
export async function adviceOn(cases, request) {
  const advice = []
  for (const of of cases) {
    const now = Date.now()
    const error = await fromResponse(new Response('{}', { status: of.status, headers: fieldsOf(of, now) }))
    advice.push(told(of, error, request))
  }
  return advice
}

// Chance decides how long exactly: the shortest and the longest wait are shown.
function told({ hint }, error, request) {
  const [least, most] = [0, 1 - Number.EPSILON].map((chance) =>
    withChance(chance, () => retryAdvice(error, { attempt: 1, ...request })),
  )
  const { retry, reason } = least
  if (!retry) return { word: 'no', reason }
  if (hint === 'a date that is near') return { word: 'at the date', reason }
  const [from, to] = [least, most].map(({ afterMs }) => Math.round(afterMs))
  return { word: from === to ? wordFor(from) : `${from} to ${to} ms`, reason }
}

function withChance(chance, run) {
  const { random } = Math
  Math.random = () => chance
  try {
    return run()
  } finally {
    Math.random = random
  }
}

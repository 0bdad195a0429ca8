import { answers, coded, named, type Row, SECRET, WAIT } from './shaped.js'

const PASSES: Row[2] = { status: 503, headers: WAIT }

const ofClass = (className: string, message: string): Error => {
  const Class = { [className]: class extends Error {} }[className] ?? Error
  return new Class(message)
}

describe('toProblem(): caches', () => {
  answers([
    ['a request of ioredis that was tried too often', named('MaxRetriesPerRequestError'), PASSES],
    ['a cluster of ioredis that is down', named('ClusterAllFailedError', { lastNodeError: SECRET }), PASSES],
    ['a command that Redis refused', named('ReplyError', { command: { name: 'set', args: [SECRET] } }), 500],
    ...[
      'OOM command not allowed when used memory',
      'LOADING Redis is loading the dataset',
      "READONLY You can't write against a read only replica.",
      'CLUSTERDOWN The cluster is down',
    ].map(
      (reply): Row => [
        `Redis that says ${reply.slice(0, 12)}`,
        named('ReplyError', { command: SECRET }, `${reply} ${SECRET}`),
        PASSES,
      ],
    ),
    ['a connection of ioredis that is closed', new Error('Connection is closed.'), PASSES],
    ['a stream of ioredis that is closed', new Error("Stream isn't writeable and enableOfflineQueue options is false"), PASSES],
    ['node-redis that waited', ofClass('ConnectionTimeoutError', 'Connection timeout'), PASSES],
    ['a client of node-redis that is closed', ofClass('ClientClosedError', 'The client is closed'), PASSES],
    ['a socket of node-redis that is closed', ofClass('SocketClosedUnexpectedlyError', 'Socket closed unexpectedly'), PASSES],
    ['node-redis in a bundle', ofClass('a1', 'The client is closed'), PASSES],
    ['a class of a bundle with another text', ofClass('a1', SECRET), 500],
    ['a class of that name with another text', ofClass('ConnectionTimeoutError', SECRET), 500],
    ['that text in another class', ofClass('Mine', 'Connection timeout'), 500],
  ])
})

describe('toProblem(): circuit breakers and time limits', () => {
  answers([
    ['an open circuit of opossum', coded('EOPENBREAKER'), PASSES],
    ['a full semaphore of opossum', coded('ESEMLOCKED'), PASSES],
    ['a call that opossum gave up', coded('ETIMEDOUT', {}, 'Timed out after 5ms'), 504],
    ['an open circuit of cockatiel', coded(undefined, { isBrokenCircuitError: true }), PASSES],
    ['a full bulkhead of cockatiel', coded(undefined, { isBulkheadRejectedError: true }), PASSES],
    ['a task that cockatiel cancelled', coded(undefined, { isTaskCancelledError: true }), 504],
    ['p-timeout', named('TimeoutError'), 504],
    ['AbortSignal.timeout()', new DOMException(SECRET, 'TimeoutError'), 504],
    ['AbortController', new DOMException(SECRET, 'AbortError'), PASSES],
    ['an operation of Node that was aborted', named('AbortError', { code: 'ABORT_ERR' }), PASSES],
    ['node-fetch that was aborted', named('AbortError', { type: 'aborted' }), PASSES],
    ['an AbortError that says nothing', named('AbortError'), PASSES],
  ])
})

const system = (code: string, members: object = {}): Error =>
  coded(code, { errno: -2, syscall: 'open', path: SECRET, address: SECRET, ...members })

describe('toProblem(): system errors of Node', () => {
  answers([
    ...['EMFILE', 'ENFILE', 'ENOSPC', 'ENOMEM', 'EDQUOT', 'ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN'].map(
      (code): Row => [code, system(code), PASSES],
    ),
    ['ETIMEDOUT', system('ETIMEDOUT'), 504],
    ['ETIMEDOUT of no call', coded('ETIMEDOUT'), 500],
    ...['ENOENT', 'EACCES', 'EEXIST', 'EISDIR'].map((code): Row => [code, system(code), 500]),
    ['ENOENT that a file server answers with 404', system('ENOENT', { status: 404, statusCode: 404, expose: true }), 404],
  ])
})

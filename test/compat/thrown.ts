/** Calls of createError() as apps and middleware write them, for answers over HTTP: each is made with http-errors and with compat. */
import { readFileSync } from 'node:fs'
import { runInNewContext } from 'node:vm'
import { constructorOf, type Implementation } from './table.js'

/** Makes what is thrown. */
export type Make = (createError: Implementation) => unknown

const SECRET = 'postgres://ada:hunter2@db-17/books'

/** Makes an error as it comes from elsewhere. */
const error = (members: object = {}, message = SECRET): Error => Object.assign(new Error(message), members)

// The error of a client of other servers: their status and their fields are no answer of ours.
const axiosError = (): Error =>
  error({
    name: 'AxiosError',
    isAxiosError: true,
    code: 'ERR_BAD_REQUEST',
    response: { status: 403, headers: { 'set-cookie': ['sid=1'], 'www-authenticate': 'Basic' }, data: SECRET },
  })

function systemError(): unknown {
  try {
    return readFileSync('/secret/place/of.file')
  } catch (thrown) {
    return thrown
  }
}

const headers = (fields: object) => ({ headers: fields })

/** The calls. */
export const thrown: Readonly<Record<string, Make>> = {
  ...Object.fromEntries(
    [400, 401, 404, 405, 408, 416, 418, 425, 426, 429, 432, 499, 500, 503, 509, 599].map((status): [string, Make] => [
      `${status}`,
      (create) => create(status),
    ]),
  ),
  nothing: (create) => create(),
  'a text': (create) => create('db-17 is down'),
  '404 and a text': (create) => create(404, 'There is no book 8.'),
  '404 and a text of 10,000 characters': (create) => create(404, 'x'.repeat(10_000)),
  '404 and the default text': (create) => create(404, 'Not Found'),
  '500 and a text': (create) => create(500, SECRET),
  '503 with expose': (create) => create(503, 'Back at ten.', { expose: true }),
  '404 without expose': (create) => create(404, SECRET, { expose: false }),
  'properties before the text': (create) => create(404, { id: SECRET }, 'There is no book 8.'),
  'properties like members': (create) =>
    create(402, 'Pay.', { type: 'a', title: SECRET, detail: SECRET, extensions: { a: SECRET } }),
  'a property instance': (create) => create(402, 'Pay.', { instance: SECRET }),
  'a cause': (create) => create(409, 'taken', { cause: error() }),
  'a class': (create) => new (constructorOf(create, 'Gone'))('It was sold.'),
  'a class without new': (create) => constructorOf(create, 'Gone')('It was sold.'),
  'a class and a number as the text': (create) => new (constructorOf(create, 'Gone'))(7),
  'WWW-Authenticate': (create) => create(401, headers({ 'WWW-Authenticate': 'Basic realm="a"' })),
  'Retry-After': (create) => create(503, SECRET, headers({ 'Retry-After': '7' })),
  Allow: (create) => create(405, headers({ allow: 'GET, HEAD' })),
  'a field of its own': (create) => create(404, headers({ 'X-Shelf': '3' })),
  'Set-Cookie': (create) => create(502, 'x', headers({ 'Set-Cookie': 'sid=1', 'X-Shelf': '3' })),
  'set-cookie, twice': (create) => create(404, 'x', headers({ 'set-cookie': ['a=1', 'b=2'] })),
  'Content-Type and its like': (create) =>
    create(404, 'x', headers({ 'Content-Type': 'text/html', 'Content-Language': 'de', 'content-disposition': 'inline' })),
  'Content-Range': (create) => create(416, headers({ 'Content-Range': 'bytes */3' })),
  'Content-Range of a 404': (create) => create(404, headers({ 'Content-Range': 'bytes */3' })),
  'fields that frame': (create) => create(404, headers({ 'Transfer-Encoding': 'chunked', Connection: 'close', 'X-Shelf': '3' })),
  'Cache-Control': (create) => create(404, headers({ 'Cache-Control': 'max-age=60' })),
  Upgrade: (create) => create(426, headers({ Upgrade: 'h2c' })),
  'Set-Cookie of a 408': (create) => create(408, headers({ 'Set-Cookie': 'sid=1' })),
  'headers that are a text': (create) => create(404, headers('nonsense' as never)),
  'headers that are an Error': (create) => create(404, headers(error({ 'X-Shelf': '3' }))),
  'headers that are a list': (create) => create(404, headers(['a', 'b'])),
  'headers that are null': (create) => create(404, { headers: null }),
  'a header that throws': (create) =>
    create(404, {
      headers: {
        get secret() {
          throw error()
        },
      },
    }),
  '404 and an error': (create) => create(404, error({}, 'There is no book 8.')),
  'an error with a status': (create) => create(error({ status: 409 }, 'taken')),
  'an error with a statusCode': (create) => create(error({ statusCode: 503, headers: { 'set-cookie': 'a=1' } })),
  'an error without a status': (create) => create(error()),
  '404 and an error of axios': (create) => create(404, axiosError()),
  'an error of axios': (create) => create(axiosError()),
  '502, a text and an error of axios': (create) => create(502, 'The shop is closed.', axiosError()),
  '404 and an error of axios, with a text of properties': (create) => create(404, axiosError(), { message: 'No book 8.' }),
  '404 and an error of Node': (create) => create(404, systemError()),
  'properties like those of Node': (create) => create(404, SECRET, { code: 'ENOENT', errno: -2, syscall: 'open' }),
  '404 and an error of another realm': (create) =>
    create(404, runInNewContext(`Object.assign(new Error('${SECRET}'), { id: 1 })`)),
  '409 and an error of a database': (create) =>
    create(409, error({ code: '23505', detail: SECRET, constraint: 'a', severity: 'ERROR' })),
  'body-parser: too large': (create) =>
    create(413, 'request entity too large', { type: 'entity.too.large', expected: 9, length: 9, limit: 5 }),
  'body-parser: malformed': (create) =>
    create(400, new SyntaxError(`Unexpected token h in JSON at position 1`), { body: SECRET, type: 'entity.parse.failed' }),
  csurf: (create) => create(403, 'invalid csrf token', { code: 'EBADCSRFTOKEN' }),
  'connect-timeout': (create) => create(503, 'Response timeout', { code: 'ETIMEDOUT', timeout: 5000 }),
  'koa-jwt': (create) => create(401, 'Authentication Error', { originalError: error({ name: 'TokenExpiredError' }) }),
  'koa-jwt that tells why': (create) => create(401, SECRET, { originalError: error() }),
  'a code of the app': (create) => create(409, 'taken', { code: 'E_TAKEN' }),
  'a name of the app': (create) => create(409, 'taken', { name: 'Taken' }),
  'a status that became 409': (create) => Object.assign(create(404, 'taken'), { status: 409, statusCode: 409 }),
  'a status that became 200': (create) => Object.assign(create(404, 'taken'), { status: 200, statusCode: 200 }),
  'a status that became a text': (create) => Object.assign(create(404, 'taken'), { status: '404', statusCode: '404' }),
  'a status that went': (create) => Object.assign(create(404, 'taken'), { status: undefined }),
  'a message that became an object': (create) => Object.assign(create(404, 'x'), { message: { a: SECRET } }),
  'expose that became a text': (create) => Object.assign(create(503, SECRET), { expose: 'yes' }),
  'a redirect': (create) => create(302, SECRET, headers({ Location: '/login' })),
  'a wrong argument': (create) => create('There is no book 8.', 404),
  'an error inside of an error': (create) => create(create(404, 'There is no book 8.'), { shelf: 3 }),
  'another status of an own error': (create) => create(503, create(404, 'There is no book 8.')),
  'an aggregate': (create) => new AggregateError([create(404, 'a'), create(409, 'b')]),
  'a class of the app': (create) => new (class OutOfStock extends constructorOf(create, 'Conflict') {})('None left.'),
  'a class in the style of old': (create) => {
    function OutOfStock(this: object): void {
      Object.assign(this, { message: 'None left.', status: 409, statusCode: 409, expose: true })
    }
    Object.setPrototypeOf(OutOfStock.prototype, create.HttpError.prototype)
    return Reflect.construct(OutOfStock, [])
  },
  'a class in the style of old without a status': (create) => {
    function OutOfStock(this: object): void {
      Object.assign(this, { message: SECRET })
    }
    Object.setPrototypeOf(OutOfStock.prototype, create.HttpError.prototype)
    return Reflect.construct(OutOfStock, [])
  },
}

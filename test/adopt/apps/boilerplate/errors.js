const ada = { authorization: 'Bearer ada' }
const bob = { authorization: 'Bearer bob' }
const eve = { name: 'Eve', email: 'eve@example.com', password: 'password3' }

/** Every way in which the app answers with an error, with the detail that a client of problems gets. */
export const errors = [
  ['GET', '/v1/ready', {}, undefined, 503],
  ['POST', '/v1/auth/register', {}, { name: 'Eve' }, 400, '"body.email" is required, "body.password" is required'],
  ['POST', '/v1/auth/register', {}, { ...eve, email: 'ada@example.com' }, 409, 'Email already taken'],
  ['POST', '/v1/auth/register', {}, '{"name":', 400, /JSON/],
  ['POST', '/v1/auth/login', {}, { email: 'eve' }, 400, /valid email/],
  ['POST', '/v1/auth/login', {}, { email: eve.email, password: eve.password }, 401, 'Incorrect email or password'],
  ['POST', '/v1/auth/logout', {}, undefined, 401, 'Please authenticate'],
  ['POST', '/v1/auth/refresh', {}, undefined, 401, 'Please authenticate'],
  ['GET', '/v1/users', {}, undefined, 401, 'Please authenticate'],
  ['GET', '/v1/users', bob, undefined, 403, 'Forbidden'],
  ['POST', '/v1/users', ada, {}, 400, /"body.name" is required/],
  ['POST', '/v1/users', ada, { ...eve, email: 'bob@example.com' }, 409, 'Email already taken'],
  ['GET', '/v1/users/me', {}, undefined, 401, 'Please authenticate'],
  ['GET', '/v1/users/x', ada, undefined, 400, '"params.id" must be a number'],
  ['GET', '/v1/users/9', ada, undefined, 404, 'User not found'],
  ['DELETE', '/v1/users/9', ada, undefined, 404, 'User not found'],
  ['DELETE', '/v1/users/9', bob, undefined, 403, 'Forbidden'],
  ['GET', '/v1/notes', {}, undefined, 401, 'Please authenticate'],
  ['POST', '/v1/notes', bob, { text: 'x'.repeat(201) }, 400, /at most|less than or equal/],
  ['GET', '/v1/notes/7', bob, undefined, 404, 'Note not found'],
  ['GET', '/v1/notes/1', ada, undefined, 403, 'Not your note'],
  ['HEAD', '/v1/notes/1', ada, undefined, 403, 'Not your note'],
  ['DELETE', '/v1/notes/1', ada, undefined, 403, 'Not your note'],
  ['GET', '/v1/export', ada, undefined, 500],
  ['GET', '/v1/nothing', {}, undefined, 404, 'Not found'],
  ['PUT', '/v1/users', ada, {}, 404, 'Not found'],
  ['GET', '/%ff', {}, undefined, 404, 'Not found'],
  // The limiter of logins: the requests above are a part of what it lets through.
  ...Array.from({ length: 16 }, () => ['POST', '/v1/auth/login', {}, {}, 400, /required/]),
  ['POST', '/v1/auth/login', {}, {}, 429, 'Too many requests'],
]

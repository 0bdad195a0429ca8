const ann = { 'x-api-key': 'key-ann' }
const ben = { 'x-api-key': 'key-ben' }

/** Every way in which the app answers with an error, with the detail that a client of problems gets. */
export const errors = [
  ['POST', '/api/books', {}, { title: 'Ulysses' }, 401, 'Unknown key'],
  ['POST', '/api/books', ann, {}, 422, 'Validation failed'],
  ['POST', '/api/books', ann, { title: 'Dune' }, 409, 'There is such a book'],
  ['POST', '/api/books', ann, '{"title":', 400, 'Something went wrong'],
  ['GET', '/api/books/9', {}, undefined, 404, 'No book 9'],
  ['HEAD', '/api/books/9', {}, undefined, 404, 'No book 9'],
  ['PUT', '/api/books/9', ann, { title: 'Dune' }, 404, 'No book 9'],
  ['PUT', '/api/books/1', {}, { title: 'Dune' }, 401, 'Unknown key'],
  ['PUT', '/api/books/1', ann, { title: '', copies: 'x' }, 422, 'Validation failed'],
  ['DELETE', '/api/books/1', {}, undefined, 401, 'Unknown key'],
  ['GET', '/api/books/1/cover', {}, undefined, 404],
  ['GET', '/api/books/1/text', {}, undefined, 451, 'Not in your country'],
  ['POST', '/api/books/1/loan', {}, undefined, 401, 'Unknown key'],
  ['POST', '/api/books/1/loan', ben, undefined, 402, 'Please pay your fines'],
  ['POST', '/api/books/2/loan', ann, undefined, 503],
  ['POST', '/api/books/1/loan', ann, undefined, 201],
  ['DELETE', '/api/books/1', ann, undefined, 409, 'The book is on loan'],
  ['DELETE', '/api/books/1/loan', ben, undefined, 403, 'Not your loan'],
  ['POST', '/api/books/1/reviews', ann, { stars: 9 }, 422, 'Validation failed'],
  ['GET', '/api/members', {}, undefined, 403],
  ['GET', '/api/members/me', {}, undefined, 401, 'Unknown key'],
  ['GET', '/api/members/me/card', ann, undefined, 410, 'Cards are gone'],
  ['GET', '/api/statistics', {}, undefined, 500],
  ['GET', '/api/legacy', {}, undefined, 410],
  ['GET', '/nothing', {}, undefined, 404],
]

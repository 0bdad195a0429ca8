import { expect } from 'chai'
import request from 'supertest'
import { app } from './app.js'

const ann = { 'x-api-key': 'key-ann' }
const ben = { 'x-api-key': 'key-ben' }

describe('books', () => {
  it('are listed', async () => {
    const { body } = await request(app).get('/api/books').expect(200)
    expect(body.success).to.equal(true)
    expect(body.data).to.have.length(2)
  })

  it('are not found', () => request(app).get('/api/books/9').expect(404, { success: false, message: 'No book 9' }))

  it('are added', () =>
    request(app)
      .post('/api/books')
      .set(ann)
      .send({ title: 'Ulysses' })
      .expect(201, { success: true, data: { id: 3, title: 'Ulysses', copies: 1 } }))

  it('are checked, with a message for each field', () =>
    request(app)
      .put('/api/books/1')
      .set(ann)
      .send({ copies: -1 })
      .expect('Content-Type', 'application/json; charset=utf-8')
      .expect(422, {
        success: false,
        message: 'Validation failed',
        errors: [
          { field: 'title', message: '"title" is required' },
          { field: 'copies', message: '"copies" must be greater than or equal to 0' },
        ],
      }))

  it('are there once', () =>
    request(app)
      .post('/api/books')
      .set(ann)
      .send({ title: 'Dune' })
      .expect(409, { success: false, message: 'There is such a book' }))

  it('have no covers', () => request(app).get('/api/books/1/cover').expect(404, 'Not Found'))

  it('may be forbidden', () =>
    request(app).get('/api/books/1/text').expect('Content-Type', /plain/).expect(451, 'Not in your country'))
})

describe('loans', () => {
  it('are for members', () =>
    request(app)
      .post('/api/books/1/loan')
      .expect('WWW-Authenticate', 'ApiKey realm="library"')
      .expect(401, { success: false, message: 'Unknown key' }))

  it('are not for those with fines', () =>
    request(app).post('/api/books/1/loan').set(ben).expect(402, { success: false, message: 'Please pay your fines' }))

  it('say when to come back', () =>
    request(app)
      .post('/api/books/2/loan')
      .set(ann)
      .expect('Retry-After', '86400')
      .expect(503, { success: false, message: 'All copies are out' }))

  it('are made and ended', async () => {
    await request(app).post('/api/books/1/loan').set(ann).expect(201)
    await request(app).delete('/api/books/1/loan').set(ben).expect(403)
    await request(app).delete('/api/books/1/loan').set(ann).expect(200, { success: true, data: null })
  })
})

describe('errors', () => {
  it('say nothing of what broke', () =>
    request(app)
      .get('/api/statistics')
      .set('Accept', 'application/json')
      .expect(500, { success: false, message: 'Something went wrong' }))

  it('say what was thrown for clients', () =>
    request(app).get('/api/members/me/card').set(ann).expect(410, { success: false, message: 'Cards are gone' }))

  it('say it for a broken body', async () => {
    const { status, body } = await request(app)
      .post('/api/books')
      .set(ann)
      .set('Content-Type', 'application/json')
      .send('{"title":')
    expect(status).to.equal(400)
    expect(body.success).to.equal(false)
  })

  it('have a status for an unknown path', () =>
    request(app).get('/nothing').expect('Content-Type', /plain/).expect(404, 'Not Found'))

  it('may be empty', () => request(app).get('/api/members').expect(403, ''))
})

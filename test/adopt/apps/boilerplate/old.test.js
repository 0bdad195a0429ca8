import { expect } from 'chai'
import request from 'supertest'
import { app } from './app.js'

const ada = { Authorization: 'Bearer ada' }
const bob = { Authorization: 'Bearer bob' }

describe('Auth routes', () => {
  it('returns 201 and registers the user', async () => {
    const res = await request(app)
      .post('/v1/auth/register')
      .send({ name: 'Eve', email: 'eve@example.com', password: 'password3' })
    expect(res.status).to.equal(201)
    expect(res.body).to.deep.equal({ id: 3, name: 'Eve', email: 'eve@example.com', role: 'user' })
  })

  it('returns 400 if email is invalid', async () => {
    const res = await request(app).post('/v1/auth/register').send({ name: 'Eve', email: 'eve', password: 'password3' })
    expect(res.status).to.equal(400)
    expect(res.body).to.deep.equal({ code: 400, message: '"body.email" must be a valid email' })
  })

  it('returns 401 if the password is wrong', async () => {
    const res = await request(app).post('/v1/auth/login').send({ email: 'bob@example.com', password: 'password9' })
    expect(res.status).to.equal(401)
    expect(res.type).to.equal('application/json')
    expect(res.body).to.deep.equal({ code: 401, message: 'Incorrect email or password' })
  })

  it('returns 204 on logout', () => request(app).post('/v1/auth/logout').set(bob).expect(204, ''))
})

describe('User routes', () => {
  it('returns 401 without a token, also for who accepts JSON only', () =>
    request(app).get('/v1/users').set('Accept', 'application/json').expect(401, { code: 401, message: 'Please authenticate' }))

  it('returns 403 if a user is no admin', () =>
    request(app).get('/v1/users').set(bob).expect(403, { code: 403, message: 'Forbidden' }))

  it('returns 200 and all users', async () => {
    const res = await request(app).get('/v1/users').set(ada).expect(200)
    expect(res.body).to.have.length.of.at.least(2)
  })

  it('returns 404 if the user is not found', () =>
    request(app).get('/v1/users/99').set(ada).expect(404, { code: 404, message: 'User not found' }))

  it('returns 409 if the email is taken', () =>
    request(app)
      .post('/v1/users')
      .set(ada)
      .send({ name: 'Bob', email: 'bob@example.com', password: 'password2' })
      .expect(409, { code: 409, message: 'Email already taken' }))
})

describe('Note routes', () => {
  it('returns 201 and the note', async () => {
    const res = await request(app).post('/v1/notes').set(bob).send({ text: 'bread' }).expect(201)
    expect(res.body).to.include({ owner: 2, text: 'bread' })
  })

  it('returns 403 for the note of another', () =>
    request(app).get('/v1/notes/1').set(ada).expect(403, { code: 403, message: 'Not your note' }))
})

describe('Errors', () => {
  it('tells nothing of what broke', () =>
    request(app).get('/v1/export').set(ada).expect(500, { code: 500, message: 'Internal Server Error' }))

  it('returns 400 for a broken body', async () => {
    const res = await request(app).post('/v1/auth/login').set('Content-Type', 'application/json').send('{"email":')
    expect(res.status).to.equal(400)
    expect(res.body.code).to.equal(400)
  })

  it('returns 404 for an unknown path', () => request(app).get('/v1/nothing').expect(404, { code: 404, message: 'Not found' }))

  it('is not ready', () => request(app).get('/v1/ready').expect(503, { ok: false }))
})

import { expect } from 'chai'
import request from 'supertest'
import { app } from './app.js'

const amy = { 'x-token': 'secret' }

app.set('env', 'test')

describe('tasks', () => {
  it('GET / is a page', () => request(app).get('/').expect('Content-Type', /html/).expect(200, '<h1>Tasks</h1>'))
  it('GET /lists', () => request(app).get('/lists').expect(200))
  it('GET /lists/9', () => request(app).get('/lists/9').expect(404, { error: 'List not found' }))
  it('GET /lists/x', () => request(app).get('/lists/x').set('Accept', 'application/json').expect(400, { error: 'Bad id' }))
  it('GET /me without a token', () => request(app).get('/me').expect('Content-Type', /plain/).expect(401, 'Unauthorized'))
  it('GET /me', () => request(app).get('/me').set(amy).expect(200, { name: 'amy' }))
  it('GET /admin', () => request(app).get('/admin').set(amy).expect('Content-Type', /html/).expect(403, 'Admins only'))

  it('POST /lists', async () => {
    const res = await request(app).post('/lists').set(amy).send({ name: 'Garden' })
    expect(res.status).to.equal(201)
    expect(res.headers.location).to.equal('/lists/3')
  })

  it('POST /lists without a name', () =>
    request(app)
      .post('/lists')
      .set(amy)
      .send({})
      .expect(422, { errors: [{ msg: 'Invalid value', path: 'name' }] }))
  it('POST /lists twice', () => request(app).post('/lists').set(amy).send({ name: 'Home' }).expect(409, { error: 'List exists' }))
  it('POST /lists with a broken body', () =>
    request(app).post('/lists').set('Content-Type', 'application/json').send('{').expect('Content-Type', /html/).expect(400))
  it('PATCH /lists/1', () => request(app).patch('/lists/1').set(amy).expect(400, 'Name is missing'))
  it('DELETE /lists/1', () => request(app).delete('/lists/1').set(amy).expect(409, { error: 'List is not empty' }))
  it('GET a task', () => request(app).get('/lists/1/tasks/1').expect(200, { id: 1, list: 1, title: 'Wash', done: false }))
  it('GET no task', () =>
    request(app)
      .get('/lists/1/tasks/9')
      .expect(404, { error: { code: 'NO_TASK', message: 'Task not found' } }))

  it('POST done, once', async () => {
    await request(app).post('/lists/1/tasks/1/done').set(amy).expect(200)
    await request(app).post('/lists/1/tasks/1/done').set(amy).expect(409, '')
  })

  it('PUT a task', () => request(app).put('/lists/1/tasks/1').expect('Allow', 'GET, DELETE').expect(405, 'Method Not Allowed'))
  it('GET /report', () => request(app).get('/report').expect(500, { error: 'connect ECONNREFUSED 10.0.0.17:5432' }))
  it('GET /crash', () => request(app).get('/crash').expect('Content-Type', /html/).expect(500))
  it('GET /nothing', () =>
    request(app)
      .get('/nothing')
      .expect('Content-Type', /html/)
      .expect(404, /Cannot GET/))
  it('GET /gone', () => request(app).get('/gone').expect(410, 'This is gone.'))
})

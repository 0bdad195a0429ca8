import express from 'express'

export const app = express()

let lists = [
  { id: 1, name: 'Home' },
  { id: 2, name: 'Work' },
]
let tasks = [{ id: 1, list: 1, title: 'Wash', done: false }]
const users = { secret: 'amy' }

app.use(express.json({ limit: '1kb' }))

function needsUser(req, res, next) {
  req.user = users[req.get('x-token')]
  if (!req.user) return res.sendStatus(401)
  next()
}

function findList(req, res, next) {
  const id = Number(req.params.list)
  if (!Number.isInteger(id)) return res.status(400).json({ error: 'Bad id' })
  req.list = lists.find((list) => list.id === id)
  if (!req.list) return res.status(404).json({ error: 'List not found' })
  next()
}

function findTask(req, res, next) {
  req.task = tasks.find(({ id, list }) => id === Number(req.params.task) && list === req.list.id)
  if (!req.task) return res.status(404).json({ error: { code: 'NO_TASK', message: 'Task not found' } })
  next()
}

app.get('/', (_req, res) => res.send('<h1>Tasks</h1>'))
app.get('/health', (_req, res) => res.json({ status: 'ok' }))
app.get('/version', (_req, res) => res.status(501).send('Not implemented yet'))
app.get('/me', needsUser, (req, res) => res.json({ name: req.user }))
app.get('/admin', needsUser, (_req, res) => res.status(403).send('Admins only'))

app.get('/lists', (_req, res) => res.json(lists))
app.post('/lists', needsUser, (req, res) => {
  if (!req.body?.name) return res.status(422).json({ errors: [{ msg: 'Invalid value', path: 'name' }] })
  if (lists.some(({ name }) => name === req.body.name)) return res.status(409).json({ error: 'List exists' })
  const list = { id: lists.length + 1, name: req.body.name }
  lists.push(list)
  res.status(201).location(`/lists/${list.id}`).json(list)
})
app.get('/lists/:list', findList, (req, res) => res.json(req.list))
app.patch('/lists/:list', needsUser, findList, (req, res) => {
  if (!req.body?.name) return res.status(400).send('Name is missing')
  res.json(Object.assign(req.list, { name: req.body.name }))
})
app.delete('/lists/:list', needsUser, findList, (req, res) => {
  if (tasks.some(({ list }) => list === req.list.id)) {
    res.statusCode = 409
    return res.json({ error: 'List is not empty' })
  }
  lists = lists.filter((list) => list !== req.list)
  res.status(204).end()
})

app.get('/lists/:list/tasks', findList, (req, res) => res.json(tasks.filter(({ list }) => list === req.list.id)))
app.post('/lists/:list/tasks', needsUser, findList, (req, res) => {
  if (typeof req.body?.title !== 'string') return res.status(400).json({ message: 'title must be a string' })
  const task = { id: tasks.length + 1, list: req.list.id, title: req.body.title, done: false }
  tasks.push(task)
  res.status(201).json(task)
})
app.get('/lists/:list/tasks/:task', findList, findTask, (req, res) => res.json(req.task))
app.post('/lists/:list/tasks/:task/done', needsUser, findList, findTask, (req, res) => {
  if (req.task.done) return res.status(409).end()
  res.json(Object.assign(req.task, { done: true }))
})
app.delete('/lists/:list/tasks/:task', needsUser, findList, findTask, (req, res) => {
  tasks = tasks.filter((task) => task !== req.task)
  res.sendStatus(204)
})
app.all('/lists/:list/tasks/:task', (_req, res) => {
  res.set('Allow', 'GET, DELETE').sendStatus(405)
})

app.get('/report', async (_req, res) => {
  try {
    await Promise.reject(new Error('connect ECONNREFUSED 10.0.0.17:5432'))
  } catch (err) {
    res.status(500).json({ error: err.message })
  }
})
app.get('/crash', () => {
  throw new Error('connect ECONNREFUSED 10.0.0.17:5432')
})
app.get('/gone', (_req, res) => res.status(410).end('This is gone.'))

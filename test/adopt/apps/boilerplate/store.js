import { ApiError } from './api-error.js'
import { httpStatus } from './http-status.js'

const users = new Map([
  [1, { id: 1, name: 'Ada', email: 'ada@example.com', password: 'password1', role: 'admin', token: 'Bearer ada' }],
  [2, { id: 2, name: 'Bob', email: 'bob@example.com', password: 'password2', role: 'user', token: 'Bearer bob' }],
])
const notes = new Map([[1, { id: 1, owner: 2, text: 'milk' }]])

export const findByToken = (token) => [...users.values()].find((user) => user.token === token)
export const findByEmail = (email) => [...users.values()].find((user) => user.email === email)
export const allUsers = () => [...users.values()].map(shown)
export const shown = ({ id, name, email, role }) => ({ id, name, email, role })

export const getUser = async (id) => {
  const user = users.get(Number(id))
  if (!user) throw new ApiError(httpStatus.NOT_FOUND, 'User not found')
  return user
}

export const addUser = async ({ name, email, password }) => {
  if (findByEmail(email)) throw new ApiError(httpStatus.CONFLICT, 'Email already taken')
  const user = { id: users.size + 1, name, email, password, role: 'user', token: `Bearer ${name.toLowerCase()}` }
  users.set(user.id, user)
  return user
}

export const removeUser = async (id) => {
  await getUser(id)
  users.delete(Number(id))
}

export const notesOf = (user) => [...notes.values()].filter(({ owner }) => owner === user.id)

export const getNote = async (id, user) => {
  const note = notes.get(Number(id))
  if (!note) throw new ApiError(httpStatus.NOT_FOUND, 'Note not found')
  if (note.owner !== user.id) throw new ApiError(httpStatus.FORBIDDEN, 'Not your note')
  return note
}

export const addNote = async (text, user) => {
  const note = { id: notes.size + 1, owner: user.id, text }
  notes.set(note.id, note)
  return note
}

export const removeNote = async (id, user) => notes.delete((await getNote(id, user)).id)

export const exportAll = async () => {
  throw new Error('connect ECONNREFUSED 10.0.0.17:5432')
}

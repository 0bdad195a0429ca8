import compression from 'compression'
import cors from 'cors'
import express from 'express'
import { ApiError } from './api-error.js'
import { httpStatus } from './http-status.js'
import { errorConverter, errorHandler } from './middlewares.js'
import { routes } from './routes.js'

export const app = express()

app.use(express.json())
app.use(express.urlencoded({ extended: true }))
app.use(compression())
app.use(cors())

app.use('/v1', routes)

app.use((_req, _res, next) => {
  next(new ApiError(httpStatus.NOT_FOUND, 'Not found'))
})
app.use(errorConverter)
app.use(errorHandler)

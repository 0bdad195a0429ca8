/** The types of require.cjs. */
import compat = require('./index.js')

declare const createError: compat.CreateError

declare namespace createError {
  type AbstractHttpError = compat.AbstractHttpError
  type CreateError = compat.CreateError
  type HttpError<Status extends number = number> = compat.HttpError<Status>
  type HttpErrorArgument = compat.HttpErrorArgument
  type HttpErrorConstructor<Status extends number = number> = compat.HttpErrorConstructor<Status>
  type HttpErrorConstructors = compat.HttpErrorConstructors
}

export = createError

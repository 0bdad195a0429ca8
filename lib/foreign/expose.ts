/** Errors of the app's own whose status and message are meant for clients. */
import type { AnyClass } from '../problem/brand.js'

/** A class of errors, or a function that recognises one. */
export type ExposedErrors = AnyClass<Error> | ((error: unknown) => boolean)

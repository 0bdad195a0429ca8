/** Errors of send, which serves files for Express and Koa: system errors with a status. Their messages name paths. */
import { coded, type Family, row } from './family.js'

/** The family. */
export const staticFiles: Family = {
  name: 'static files',
  rows: [row((error) => coded('ENOENT', 'ENAMETOOLONG', 'ENOTDIR')(error) && error.get('status') === 404, 404)],
}

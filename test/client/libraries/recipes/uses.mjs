/** How the client of each recipe is called, and how it tells that there was no response; `again` is for one that asks again by itself. */
import { isAxiosError } from 'axios'
import { RequestError } from 'got'
import { errors } from 'undici'
import { HttpProblem } from '../../../../dist/esm/lib/index.js'

const isOurs = (error) => error instanceof HttpProblem && error.status === 0 && error.cause !== undefined

/** The recipes of the guide, by the package that they import first. */
export const uses = {
  'openapi-fetch': { tells: isOurs, call: ({ api }, path) => api.GET(path) },
  axios: { tells: isAxiosError, call: ({ api }, path) => api.get(path) },
  ky: { tells: isOurs, call: ({ api }, path) => api.get(path.slice(1)) },
  got: { tells: (error) => error instanceof RequestError, call: ({ api }, path) => api.get(path.slice(1)) },
  undici: { tells: (error) => error instanceof errors.SocketError, call: ({ api }, path) => api(path) },
  '@tanstack/query-core': {
    tells: isOurs,
    call: (exported, path, origin) => query(exported, path, origin, { retry: false }),
    again: query,
  },
}

function query({ queries, api }, path, origin, options) {
  return queries.fetchQuery({ queryKey: [path], ...options, queryFn: async () => (await api(`${origin}${path}`)).json() })
}

/** How the client of each recipe is called; `tells` says how it tells that there was no response. */

const OURS = 'a problem with the status 0'

/** The recipes of the guide, by the package that they import first. */
export const uses = {
  'openapi-fetch': { tells: OURS, call: ({ api }, path) => api.GET(path) },
  axios: { tells: 'AxiosError', call: ({ api }, path) => api.get(path) },
  ky: { tells: OURS, call: ({ api }, path) => api.get(path.slice(1)) },
  got: { tells: 'RequestError', call: ({ api }, path) => api.get(path.slice(1)) },
  undici: { tells: 'SocketError', call: ({ api }, path) => api(path) },
  '@tanstack/query-core': { tells: OURS, call: ({ queries, api }, path) => callByQuery(queries, api, path) },
}

// Waits of seconds are measured elsewhere.
async function callByQuery(queries, api, path) {
  return queries.fetchQuery({ queryKey: [path], retry: false, queryFn: async () => (await api(`${queries.origin}${path}`)).json() })
}

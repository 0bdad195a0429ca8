/** A service with the two counters, written by hand as a scrape reads them. It answers, says 404 or fails, as its path asks. */
import { createServer } from 'node:http'

const STATUSES = { '/fine': 200, '/missing': 404, '/failing': 500 }
const BUCKETS = [0.005, 0.05, 0.5, '+Inf']

/** Starts the service on a free port of this machine. */
export async function startService() {
  const requests = new Map()
  const count = (status) => requests.set(status, (requests.get(status) ?? 0) + 1)
  const server = createServer((req, res) => {
    if (req.url === '/metrics') {
      res.writeHead(200, { 'content-type': 'text/plain; version=0.0.4' }).end(metricsOf(requests))
      return
    }
    const status = STATUSES[req.url] ?? 404
    count(status)
    res.writeHead(status).end()
  })
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve))
  const origin = `http://127.0.0.1:${server.address().port}`
  return {
    origin,
    close: () => new Promise((resolve) => server.close(resolve).closeAllConnections()),
  }
}

function metricsOf(requests) {
  const lines = ['# TYPE http_server_request_duration_seconds histogram']
  for (const [status, count] of requests) {
    const labels = `http_request_method="GET",http_response_status_code="${status}",http_route="${routeOf(status)}"`
    for (const le of BUCKETS) lines.push(`http_server_request_duration_seconds_bucket{${labels},le="${le}"} ${count}`)
    lines.push(`http_server_request_duration_seconds_count{${labels}} ${count}`)
    lines.push(`http_server_request_duration_seconds_sum{${labels}} ${count * 0.002}`)
  }
  lines.push('# TYPE http_problems_total counter')
  for (const [status, count] of requests)
    if (status >= 400)
      lines.push(`http_problems_total{type="about:blank",status="${status}",route="${routeOf(status)}",method="GET"} ${count}`)
  return `${lines.join('\n')}\n`
}

function routeOf(status) {
  return Object.keys(STATUSES).find((path) => STATUSES[path] === status)
}

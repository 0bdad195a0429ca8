/** The name of the metric. Rules and dashboards of `http-problems monitoring` ask for it. */
export const METRIC = 'http_problems_total'

/** What it says of itself. */
export const HELP = 'Problems by type, status, route and method'

/** Reads the queries of a dashboard, and writes them as Prometheus would get them from Grafana. */

/** Lists every query of the panels and annotations, its variables filled in. */
export function queriesOf(dashboard, variables) {
  const panels = dashboard.panels.flatMap(({ title, targets = [] }) =>
    targets.map(({ refId, expr }) => ({ name: `${title} ${refId}`, expr: filled(expr, variables) })),
  )
  const annotations = dashboard.annotations.list.map(({ name, expr }) => ({ name, expr: filled(expr, variables) }))
  return [...panels, ...annotations]
}

function filled(expr, variables) {
  // Grafana leaves the group of a label_replace() alone, and so do we.
  return expr.replace(/\$([a-z_]\w*)/gi, (_, name) => {
    if (!Object.hasOwn(variables, name)) throw new Error(`${expr}: nobody knows the variable ${name}`)
    return variables[name]
  })
}

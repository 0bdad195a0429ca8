/** The panels of a dashboard of Grafana, in the few shapes that ours needs. */

/** A query, and what its series are called. */
export interface Query {
  readonly expr: string
  /** A template such as `{{route}}`. */
  readonly legend: string
}

/** What a panel shows, before it has a place. */
export interface PanelDraft {
  readonly kind: 'stat' | 'timeseries' | 'bargauge' | 'table'
  readonly title: string
  readonly description: string
  /** Of 24 columns. */
  readonly width: number
  readonly height: number
  readonly unit: string
  readonly queries: readonly Query[]
  /** From which value on which colour; the first one has no value. */
  readonly steps?: readonly { readonly color: string; readonly value: number | null }[]
  /** The bounds of the axis. */
  readonly min?: number
  readonly max?: number
}

/** A panel as Grafana reads it. */
export interface Panel {
  readonly id: number
  readonly type: string
  readonly title: string
  readonly targets?: readonly { readonly expr: string; readonly refId: string }[]
  readonly [member: string]: unknown
}

/** Where Grafana finds the series: the person who looks picks the data source. */
export const DATASOURCE = { type: 'prometheus', uid: '$datasource' } as const

const DEFAULT_STEPS = [{ color: 'green', value: null }]

/** Drafts a panel with one number. */
export function stat(title: string, description: string, unit: string, expr: string): PanelDraft {
  return { kind: 'stat', title, description, unit, width: 6, height: 4, queries: [{ expr, legend: '' }] }
}

/** Drafts the course of time. */
export function chart(title: string, description: string, unit: string, width: number): Omit<PanelDraft, 'queries'> {
  return { kind: 'timeseries', title, description, unit, width, height: 8 }
}

/** Drafts a comparison. */
export function bars(title: string, description: string, queries: PanelDraft['queries']): PanelDraft {
  return { kind: 'bargauge', title, description, unit: 'short', width: 12, height: 8, queries, min: 0 }
}

/** Makes a panel of a draft. */
export function panelOf(draft: PanelDraft, id: number, x: number, y: number): Panel {
  const { kind, title, description, width, height, unit, queries, steps = DEFAULT_STEPS, min, max } = draft
  // A moment for what is one number, the course of time for the rest.
  const isInstant = kind !== 'timeseries'
  return {
    id,
    type: kind,
    title,
    description,
    datasource: DATASOURCE,
    gridPos: { h: height, w: width, x, y },
    fieldConfig: {
      defaults: {
        unit,
        ...(min !== undefined && { min }),
        ...(max !== undefined && { max }),
        color: { mode: kind === 'stat' ? 'thresholds' : 'palette-classic' },
        thresholds: { mode: 'absolute', steps },
        ...(kind === 'timeseries' && { custom: { fillOpacity: 10, lineWidth: 1, showPoints: 'never', spanNulls: false } }),
      },
      overrides: [],
    },
    options: optionsOf(kind),
    targets: queries.map(({ expr, legend }, index) => ({
      datasource: DATASOURCE,
      editorMode: 'code',
      expr,
      legendFormat: legend,
      refId: String.fromCharCode('A'.charCodeAt(0) + index),
      ...(isInstant ? { instant: true, range: false } : { instant: false, range: true }),
      ...(kind === 'table' && { format: 'table' }),
    })),
    ...(kind === 'table' && { transformations: [{ id: 'organize', options: { excludeByName: { Time: true } } }] }),
  }
}

function optionsOf(kind: PanelDraft['kind']): Readonly<Record<string, unknown>> {
  const reduceOptions = { calcs: ['lastNotNull'], fields: '', values: false }
  switch (kind) {
    case 'stat':
      return { reduceOptions, colorMode: 'value', graphMode: 'none', textMode: 'auto' }
    case 'bargauge':
      return { reduceOptions, displayMode: 'gradient', orientation: 'horizontal', showUnfilled: true }
    case 'table':
      return { showHeader: true, sortBy: [{ displayName: 'Value', desc: true }] }
    case 'timeseries':
      return { legend: { displayMode: 'list', placement: 'bottom', showLegend: true }, tooltip: { mode: 'multi', sort: 'desc' } }
  }
}

import type { Cloud } from '../../model/changes.ts'

/** Options of `drift`. */
export interface DriftOptions {
  readonly traffic?: string
  readonly cloud: Cloud
  readonly failOn: 'breaking' | 'new'
  readonly format: 'pretty' | 'json' | 'github'
  readonly json?: true
}

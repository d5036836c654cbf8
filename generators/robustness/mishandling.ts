import type { MishandledBy } from './call-not-handled-error.ts'
import type { Sample } from './samples.ts'

/** A call that a function does not handle, and the reason. */
export interface Mishandling {
  readonly sample: Sample
  readonly by: MishandledBy
  readonly cause?: unknown
  readonly changedPath?: string
}

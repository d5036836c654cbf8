import type { SavedValue } from './saved-value.ts'

/** Part of a tenant that has state. `snapshot()`, `restore()` and `reset()` call the functions of every part. */
export interface StatefulPart<Saved> {
  /**
   * Returns the state as JSON. Times are saved as ages.
   *
   * @param now - milliseconds since 1970, by the tenant's clock
   */
  save(now: number): Saved
  /**
   * Checks a saved state completely. Changes nothing.
   *
   * @returns a function that replaces the state and never throws
   * @throws SnapshotError if {@link StatefulPart.save} cannot return this value
   */
  prepare(saved: SavedValue, now: number): () => void
  /** Returns to the state in which the tenant was created. */
  clear(): void
}

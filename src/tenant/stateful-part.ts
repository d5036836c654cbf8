/** Part of a tenant that has state. `snapshot()`, `restore()` and `reset()` call the functions of every part. */
export interface StatefulPart<Saved> {
  /**
   * Returns the state as JSON. Times are saved as ages.
   *
   * @param now - milliseconds since 1970, by the tenant's clock
   */
  save(now: number): Saved
  /** Replaces the state with a saved one. */
  restore(saved: Saved, now: number): void
  /** Returns to the state in which the tenant was created. */
  clear(): void
}

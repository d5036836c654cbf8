/**
 * Makes a check use another value than the object that it receives.
 *
 * `readsOf` in `contracts` passes your function a view of a call that records every property it reads. A schema reads
 * every property, so it must not run on the view. If an object has a {@link checkTarget} property, `readCall` and the
 * schemas check `value` instead, and return `wrap(result)`.
 */
export interface CheckTarget {
  /** Value to check. */
  readonly value: unknown
  /** Returns the view that the caller of the check gets instead of `result`. */
  wrap(result: unknown): unknown
}

/** Key of the {@link CheckTarget}. A registered symbol, so that the ESM and CommonJS copies of this package share it. */
export const checkTarget: unique symbol = Symbol.for('graph-call-testkit.check-target')

/** Returns the target of an object, or undefined if it has none. */
export function checkTargetOf(value: unknown): CheckTarget | undefined {
  if (typeof value !== 'object' || value === null) return undefined
  try {
    const target: CheckTarget | undefined = Reflect.get(value, checkTarget)
    return target
  } catch {
    return undefined // A proxy that throws on every read. The check reports it.
  }
}

/** Returns the value of the target, or `value` itself if it has no target. */
export function valueToCheck(value: unknown): unknown {
  return checkTargetOf(value)?.value ?? value
}

/**
 * Tells a check to read another value than the object that it gets.
 *
 * `readsOf` in `contracts` passes your function a view of a call that records every property it reads. A schema reads
 * every property, so it must not run on the view. An object with a {@link checkTarget} property tells `readCall` and the
 * schemas to check `value` instead, and to return `wrap(result)`.
 */
export interface CheckTarget {
  /** Value to check. */
  readonly value: unknown
  /** Returns what the caller of the check gets in place of `result`. */
  wrap(result: unknown): unknown
}

/** Key of the {@link CheckTarget}. Registered globally, so that the ESM and CommonJS copies of this package share it. */
export const checkTarget: unique symbol = Symbol.for('graph-call-testkit.check-target')

/** Returns the target of an object that has one. */
export function checkTargetOf(value: unknown): CheckTarget | undefined {
  if (typeof value !== 'object' || value === null) return undefined
  try {
    const target: CheckTarget | undefined = Reflect.get(value, checkTarget)
    return target
  } catch {
    return undefined // A proxy that throws on every read. The check reports it.
  }
}

/** Returns the value to check: that of the target if there is one, otherwise `value` itself. */
export function valueToCheck(value: unknown): unknown {
  return checkTargetOf(value)?.value ?? value
}

/**
 * Kind of a replaced value.
 *
 * @example
 * ```ts
 * const kind: ReplacementKind = 'guid'
 * ```
 * Source: the values of captured calls.
 */
export type ReplacementKind = 'guid' | 'url' | 'email' | 'phone' | 'name' | 'token' | 'key' | 'text'

/**
 * Replaced values at one path. Contains no value.
 *
 * @example
 * ```ts
 * const show = ({ path, kind, count }: Replacement) => `${path}: ${count} of kind ${kind}`
 * ```
 * Source: the paths of the capture, with `[]` for each index.
 */
export interface Replacement {
  /** Path of the values, for example `targets[].identity.user.id`. Replaced keys are in it with their new names. */
  readonly path: string
  /** Kind of the values. */
  readonly kind: ReplacementKind
  /** Number of values. */
  readonly count: number
}

/**
 * Size of generated values, as in fast-check: how long long lists and composed texts are.
 *
 * @example
 * ```ts
 * import { anyCall, type Size } from 'graph-call-testkit/generators'
 *
 * const size: Size = 'medium'
 * const calls = anyCall({ size })
 * ```
 */
export type Size = (typeof sizes)[number]

/** Sizes, the smallest first. */
export const sizes = ['xsmall', 'small', 'medium', 'large', 'xlarge'] as const

/** Relative sizes, as in fast-check: so many steps from the base size. */
export const relativeSizes = ['-4', '-3', '-2', '-1', '=', '+1', '+2', '+3', '+4'] as const

/**
 * Value of the option `size`: a size, or the number of steps from the base size, `baseSize` of `fc.configureGlobal`. `'max'` is the
 * largest size.
 *
 * @example
 * ```ts
 * import { anyCall, type SizeOption } from 'graph-call-testkit/generators'
 *
 * const size: SizeOption = '+1'
 * const calls = anyCall({ size })
 * ```
 */
export type SizeOption = Size | (typeof relativeSizes)[number] | 'max'

/** Number of elements of the longest list. Source: fast-check, maxLengthFromMinLength of an array that may be empty. */
const longest: Readonly<Record<Size, number>> = {
  xsmall: 1,
  small: 10,
  medium: 100,
  large: 1_000,
  xlarge: 10_000,
}

const longests = new Map<SizeOption, number>(sizes.map((size) => [size, longest[size]]))

/** Returns the number of elements of the longest list. A relative size starts from `'small'`. */
export function longestOf(option: SizeOption): number {
  return longests.get(option) ?? longest[sizeOf(option)]
}

/** Returns the size for an option. */
export function sizeOf(option: SizeOption = '=', base: Size = 'small'): Size {
  if (option === 'max') return 'xlarge'
  const absolute = sizes.find((size) => size === option)
  if (absolute) return absolute
  const steps = option === '=' ? 0 : Number(option)
  const index = Math.min(Math.max(sizes.indexOf(base) + steps, 0), sizes.length - 1)
  return sizes[index] ?? base
}

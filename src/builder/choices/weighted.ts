/** Items with weights, the simplest item first. */
export interface Weighted<T> {
  readonly items: readonly T[]
  /** For each item, the first 32-bit number that is too high for it. */
  readonly bounds: readonly number[]
}

/** Gives each item a weight: it is so many times as likely as an item with the weight 1. */
export function weighted<T>(items: readonly T[], weightOf: (item: T) => number): Weighted<T> {
  const weights = items.map(weightOf)
  const total = weights.reduce((sum, weight) => sum + weight, 0)
  const sumTo = (index: number) => weights.slice(0, index + 1).reduce((sum, weight) => sum + weight, 0)
  return { items, bounds: weights.map((_, index) => (sumTo(index) / total) * 0x1_0000_0000) }
}

import { isOptions, type OptionKinds } from '../../model/known-options.ts'
import { checkOptions } from '../../read/check-options.ts'
import { invalidValue } from '../../read/invalid-value.ts'
import type { RandomNumbers } from '../seeded.ts'

/**
 * Latency of each response in milliseconds, one of:
 *
 * - a fixed time
 * - `min` and `max`: evenly distributed between two bounds
 * - `median` and `p99`: log-normally distributed, like the latency of real services
 *
 * The same `seed` (default: 0) produces the same latencies.
 *
 * @example
 * ```ts
 * const tenant = createTenant({ latency: { median: 80, p99: 400 } })
 * ```
 */
export type Latency =
  | number
  | { readonly min: number; readonly max: number; readonly seed?: number | undefined }
  | { readonly median: number; readonly p99: number; readonly seed?: number | undefined }

const latencyKinds: OptionKinds<Exclude<Latency, number>> = {
  min: 'checked',
  max: 'checked',
  median: 'checked',
  p99: 'checked',
  seed: 'checked',
}

/** Options of both distributions. Code without types can mix them. */
type LatencyOptions = { readonly [Name in 'min' | 'max' | 'median' | 'p99']?: number | undefined }

/** Distance of the 99th percentile of a normal distribution from its median, in standard deviations. */
const deviations = 2.3263478740408408

/** Longest time that a timer can wait, in milliseconds. */
export const longestTime = 2 ** 31 - 1

/**
 * Returns a function that draws the latency of the next response.
 *
 * @param random - numbers that a distribution draws
 * @param name - name of the option, for the message of an error
 * @throws TypeError if a number is not a valid time, the bounds are in the wrong order, or the options of both
 * distributions are set
 */
export function latencyOf(latency: Latency, random: RandomNumbers, name = 'latency'): () => number {
  if (typeof latency === 'number') {
    const milliseconds = checkedTime(name, latency)
    return () => milliseconds
  }
  if (!isOptions(latency)) {
    throw invalidValue(name, latency, 'a number of milliseconds, or an object such as { min: 10, max: 80 }')
  }
  checkOptions(name, latency, latencyKinds)
  const { min, max, median, p99 }: LatencyOptions = latency
  const isEven = min !== undefined || max !== undefined
  if (isEven && (median !== undefined || p99 !== undefined)) {
    throw invalidValue(name, latency, 'either min and max, or median and p99, not both')
  }
  if (isEven) {
    const [low, high] = ordered(`${name}.min`, min, `${name}.max`, max)
    return () => low + random.next() * (high - low)
  }
  const [middle, high] = ordered(`${name}.median`, median, `${name}.p99`, p99)
  if (middle === 0) return () => 0
  const sigma = Math.log(high / middle) / deviations
  return () => Math.min(longestTime, middle * Math.exp(sigma * normal(random)))
}

/** Source: Box and Muller, A Note on the Generation of Random Normal Deviates (1958). */
function normal(random: RandomNumbers): number {
  return Math.sqrt(-2 * Math.log(1 - random.next())) * Math.cos(2 * Math.PI * random.next())
}

function ordered(lowName: string, low: unknown, highName: string, high: unknown): [number, number] {
  const [lower, upper] = [checkedTime(lowName, low), checkedTime(highName, high)]
  if (lower > upper) throw invalidValue(lowName, lower, `at most ${highName}, which is ${upper}`)
  return [lower, upper]
}

/** @throws TypeError if the value is not a number of milliseconds that a timer can wait */
export function checkedTime(name: string, milliseconds: unknown): number {
  if (typeof milliseconds === 'number' && milliseconds >= 0 && milliseconds <= longestTime)
    return milliseconds
  throw invalidValue(name, milliseconds, `a number of milliseconds from 0 to ${longestTime}`)
}

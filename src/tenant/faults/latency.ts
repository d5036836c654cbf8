import { seeded } from './seeded.ts'

/**
 * How long a tenant takes to answer, in milliseconds: always the same; anything between two bounds; or spread as services
 * are, log-normally, by its median and the 99th percentile. The seed, 0 unless said, decides which request waits how long.
 */
export type Latency =
  | number
  | { readonly min: number; readonly max: number; readonly seed?: number | undefined }
  | { readonly median: number; readonly p99: number; readonly seed?: number | undefined }

/** How many standard deviations the 99th percentile of a normal distribution is from its median. */
const deviations = 2.3263478740408408

/** The longest that a timer can wait, in milliseconds. */
export const longestTime = 2 ** 31 - 1

/**
 * @param answered - how many requests have waited before
 * @returns how long each request waits, one after the other
 * @throws TypeError where one of the numbers is no time, or they are the wrong way round
 */
export function latencyOf(latency: Latency, answered = 0): () => number {
  if (typeof latency === 'number') {
    const milliseconds = checkedTime('latency', latency)
    return () => milliseconds
  }
  // The normal distribution takes two numbers a request.
  const random = seeded(latency.seed ?? 0, 'min' in latency ? answered : 2 * answered)
  if ('min' in latency) {
    const [min, max] = ordered('min', latency.min, 'max', latency.max)
    return () => min + random() * (max - min)
  }
  const [median, p99] = ordered('median', latency.median, 'p99', latency.p99)
  if (median === 0) return () => 0
  const sigma = Math.log(p99 / median) / deviations
  return () => Math.min(longestTime, median * Math.exp(sigma * normal(random)))
}

/** Source: Box and Muller, A Note on the Generation of Random Normal Deviates (1958). */
function normal(random: () => number): number {
  return Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random())
}

function ordered(low: string, from: number, high: string, to: number): [number, number] {
  const bounds: [number, number] = [checkedTime(low, from), checkedTime(high, to)]
  if (from > to) throw new TypeError(`${low} must not be more than ${high}, found ${from} and ${to}.`)
  return bounds
}

/** @throws TypeError where it is no number of milliseconds that a timer can wait */
export function checkedTime(name: string, milliseconds: number): number {
  if (typeof milliseconds === 'number' && milliseconds >= 0 && milliseconds <= longestTime)
    return milliseconds
  throw new TypeError(
    `${name} must be a number of milliseconds from 0 to ${longestTime}, found ${String(milliseconds)}.`,
  )
}

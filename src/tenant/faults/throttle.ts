import { hashOf } from '../calls/hash.ts'

/** How many requests an app may make. Each app has a bucket of them, which is filled again evenly. */
export interface ThrottleOptions {
  /** How many fit into the bucket; 5,000 unless said. */
  readonly requests?: number | undefined
  /** How long an empty one takes to be full, in seconds; 10 unless said. */
  readonly seconds?: number | undefined
}

interface Bucket {
  left: number
  /** When that was so, in milliseconds since 1970. */
  time: number
}

/** How full the buckets of apps were, and how long ago in milliseconds. */
export type SavedBuckets = readonly (readonly [app: number, left: number, age: number])[]

/** Full buckets say nothing, and are thrown away where there are more. */
const many = 1_000

/** Counts the requests of each app. Source: Graph, throttling limits (cloud communications): 5,000 requests per app in 10 seconds. */
export class Throttle {
  readonly #buckets = new Map<number, Bucket>()
  readonly #capacity: number
  readonly #perMillisecond: number
  /** With how many buckets the full ones among them are looked for. */
  #most = many

  /** @throws TypeError where the requests are no whole number from 1, or the seconds none above 0 */
  constructor({ requests = 5_000, seconds = 10 }: ThrottleOptions) {
    if (!Number.isInteger(requests) || requests < 1) {
      throw new TypeError(`requests must be a whole number from 1 on, found ${String(requests)}.`)
    }
    if (!Number.isFinite(seconds) || seconds <= 0) {
      throw new TypeError(`seconds must be a number above 0, found ${String(seconds)}.`)
    }
    this.#capacity = requests
    this.#perMillisecond = requests / (seconds * 1_000)
  }

  /**
   * Takes a request out of the bucket of the app that a token belongs to.
   *
   * @param time - milliseconds since 1970
   * @returns nothing, or, where the bucket is empty, the whole seconds after which it is not
   */
  take(token: string, time: number): number | undefined {
    const app = appOf(token)
    const left = this.#leftAt(time, this.#buckets.get(app))
    if (left < 1) return Math.ceil((1 - left) / this.#perMillisecond / 1_000)
    if (this.#buckets.size >= this.#most) this.#throwFullAway(time)
    this.#buckets.set(app, { left: left - 1, time })
    return undefined
  }

  /** The buckets, as JSON, their times as ages. */
  save(now: number): SavedBuckets {
    return [...this.#buckets].map(([app, { left, time }]) => [app, left, now - time])
  }

  restore(saved: SavedBuckets, now: number): void {
    this.clear()
    for (const [app, left, age] of saved) this.#buckets.set(app, { left, time: now - age })
  }

  clear(): void {
    this.#buckets.clear()
  }

  #leftAt(time: number, bucket?: Bucket): number {
    if (!bucket) return this.#capacity
    const since = Math.max(0, time - bucket.time)
    return Math.min(this.#capacity, bucket.left + since * this.#perMillisecond)
  }

  #throwFullAway(time: number): void {
    for (const [app, bucket] of this.#buckets) {
      if (this.#leftAt(time, bucket) === this.#capacity) this.#buckets.delete(app)
    }
    // Where few were full, twice as many come first: to look at all of them for each request would take ever longer.
    this.#most = Math.max(many, 2 * this.#buckets.size)
  }
}

/**
 * A number for the app that a token was issued to; for a token that does not tell, one for itself. It leads back to neither.
 *
 * Source: Microsoft identity platform, access token claims (`appid` of v1.0, `azp` of v2.0).
 */
function appOf(token: string): number {
  return hashOf(claimOf(token) ?? token)
}

function claimOf(token: string): string | undefined {
  try {
    const claims: unknown = JSON.parse(
      atob((token.split('.')[1] ?? '').replace(/-/g, '+').replace(/_/g, '/')),
    )
    const { appid, azp }: { appid?: unknown; azp?: unknown } = Object(claims)
    return [appid, azp].find((claim) => typeof claim === 'string')
  } catch {
    return undefined
  }
}

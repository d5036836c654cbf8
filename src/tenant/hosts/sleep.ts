import { realTimers, type Timers } from '../clock/timers.ts'

/**
 * Waits for a time in milliseconds. Rejects with the reason of the signal if the signal is aborted first.
 *
 * @example
 * ```ts
 * const waits: number[] = []
 * const sleep: Sleep = async (milliseconds) => void waits.push(milliseconds)
 * const tenant = createTenant({ latency: 30_000, sleep }) // responds at once
 * ```
 */
export type Sleep = (milliseconds: number, signal?: AbortSignal) => Promise<void>

/** Looks up `setTimeout` for each call, so that fake timers of a test work. */
export const sleep: Sleep = (milliseconds, signal) => sleepWith(globalThis, milliseconds, signal)

/** Sleeps in real time, also with fake timers. */
export const sleepInRealTime: Sleep = (milliseconds, signal) => sleepWith(realTimers, milliseconds, signal)

const sleepWith = (timers: Timers, milliseconds: number, signal?: AbortSignal) =>
  new Promise<void>((resolve, reject) => {
    if (signal?.aborted) return reject(signal.reason)
    const stop = () => {
      timers.clearTimeout(timer)
      reject(signal?.reason)
    }
    const timer = timers.setTimeout(() => {
      signal?.removeEventListener('abort', stop)
      resolve()
    }, milliseconds)
    signal?.addEventListener('abort', stop, { once: true })
  })

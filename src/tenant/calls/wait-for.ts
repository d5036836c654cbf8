import { checkedTime } from '../faults/latency.ts'
import { sleepInRealTime } from '../hosts/sleep.ts'
import type { LiveParts } from '../live-parts.ts'

/** Real time that a test waits for something to happen, in milliseconds. */
export const waitMilliseconds = 5_000

/** Number of times that the time starts again. */
const mostRounds = 10

/** Something that a test waits for. */
interface Awaited<T> {
  /** Returns undefined as long as the test has to wait. Called after everything that happens in a call. */
  readonly find: () => T | undefined
  /** Returns an error if waiting has no point. */
  readonly failure?: () => Error | undefined
  /** Real time in milliseconds in which nothing happens in any call. */
  readonly timeout?: number | undefined
  /** Returns the error for the end of the time. */
  readonly onTimeout: () => Error
}

/** Waits until a function returns a value. */
export async function waitFor<T>(
  { timeline, calls }: Pick<LiveParts, 'timeline' | 'calls'>,
  { find, failure = () => undefined, timeout = waitMilliseconds, onTimeout }: Awaited<T>,
): Promise<T> {
  const milliseconds = checkedTime('timeout', timeout)
  const first = find()
  if (first !== undefined) return first
  const hopeless = failure()
  if (hopeless) throw hopeless
  const done = new AbortController()
  return new Promise<T>((resolve, reject) => {
    const end = (settle: () => void) => {
      for (const stop of stops) stop()
      done.abort()
      settle()
    }
    let activity = 0
    const check = () => {
      activity++
      if (done.signal.aborted) return
      const found = find()
      if (found !== undefined) return end(() => resolve(found))
      // Later: the request that ended the call is not yet in the timeline.
      queueMicrotask(() => {
        const error = done.signal.aborted || find() !== undefined ? undefined : failure()
        if (error) end(() => reject(error))
      })
    }
    const guarded = () => {
      try {
        check()
      } catch (error) {
        end(() => reject(error))
      }
    }
    const stops = [timeline.listen(guarded), calls.onChange(guarded)]
    /** A busy machine and many calls take longer, so the time starts again as long as something happens. */
    const wait = async () => {
      for (let round = 0, before = -1; round < mostRounds && before !== activity; round++) {
        before = activity
        await sleepInRealTime(milliseconds, done.signal)
      }
      end(() => reject(onTimeout()))
    }
    wait().catch(() => {}) // The value was found.
  })
}

/** Returns why nothing happens, as part of an error. */
export function waitingReason({ clock }: Pick<LiveParts, 'clock'>, timeout = waitMilliseconds): string {
  const waited = `nothing more happened in ${timeout / 1_000} seconds.`
  const next = clock.untilNext()
  if (clock.mode === 'real' || next === undefined) return waited
  const seconds = next / 1_000
  const cause =
    clock.mode === 'manual'
      ? `The clock is manual, and the next event is due in ${seconds} seconds: call`
      : 'A fast clock stops before timeouts. To move to the next one, call'
  return `${waited} ${cause} tenant.clock.advance({ seconds: ${seconds} }).`
}

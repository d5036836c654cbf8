/** Waits, and rejects with the reason of the signal where that is aborted before. */
export type Sleep = (milliseconds: number, signal?: AbortSignal) => Promise<void>

/** By the timers of the time, so that a test's fake ones work. */
export const sleep: Sleep = (milliseconds, signal) =>
  new Promise((resolve, reject) => {
    if (signal?.aborted) return reject(signal.reason)
    const stop = () => {
      clearTimeout(timer)
      reject(signal?.reason)
    }
    const timer = setTimeout(() => {
      signal?.removeEventListener('abort', stop)
      resolve()
    }, milliseconds)
    signal?.addEventListener('abort', stop, { once: true })
  })

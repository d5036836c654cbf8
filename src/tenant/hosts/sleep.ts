/** Waits for a time. Rejects with the reason of the signal if it is aborted before. */
export type Sleep = (milliseconds: number, signal?: AbortSignal) => Promise<void>

/** Looks up `setTimeout` for each call, so that fake timers of a test work. */
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

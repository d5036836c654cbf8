// Read when this module loads, because a test may replace the timers with fake ones that never advance.
const { setTimeout, clearTimeout } = globalThis

/** Waits for the result of a function if it is a promise. Returns false if it does not settle in time, and throws its rejection. */
export async function settles(returned: unknown, milliseconds: number): Promise<boolean> {
  if (!isThenable(returned)) return true
  let timer: ReturnType<typeof setTimeout> | undefined
  const late = new Promise<false>((resolve) => {
    timer = setTimeout(() => resolve(false), milliseconds)
  })
  try {
    return await Promise.race([Promise.resolve(returned).then(() => true), late])
  } finally {
    clearTimeout(timer)
  }
}

function isThenable(value: unknown): value is PromiseLike<unknown> {
  return (
    ((typeof value === 'object' && value !== null) || typeof value === 'function') &&
    'then' in value &&
    typeof value.then === 'function'
  )
}

// As they are when this module is loaded: a test may put fake ones in their place, whose time nobody moves on.
const { setTimeout, clearTimeout } = globalThis

/** Waits for what a function returned, if that is a promise. `false` where it does not settle in time. Throws what it rejects with. */
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

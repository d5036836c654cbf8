/** Functions that start and stop a timer. */
export interface Timers {
  setTimeout(run: () => void, milliseconds: number): ReturnType<typeof setTimeout>
  clearTimeout(timer: ReturnType<typeof setTimeout> | undefined): void
}

// Read when this module loads, because a test may replace the timers with fake ones that never advance.
const { setTimeout, clearTimeout } = globalThis

/** Timers of the machine, also with fake timers. Browsers accept them only as functions, not as methods of another object. */
export const realTimers: Timers = {
  setTimeout: (run, milliseconds) => setTimeout(run, milliseconds),
  clearTimeout: (timer) => clearTimeout(timer),
}

/** Something that happens in a call at a later time. It is plain data, so that a snapshot contains it. */
export interface Task {
  /** Name of the function that runs the task: see `Clock.handle`. */
  readonly name: string
  readonly callId: string
  /** Distinguishes tasks of the same name in a call, for example the id of an operation. */
  readonly key?: string | undefined
  /**
   * True if the task is a timeout that waits for the bot or for a test. A fast clock does not move to a deadline by itself,
   * because the bot may still be busy.
   */
  readonly isDeadline?: boolean | undefined
}

/** Task with its time. */
export interface ScheduledTask extends Task {
  /** Milliseconds since 1970, by the tenant's clock. */
  readonly due: number
  /** Number of the task: tasks that are due at the same time run in this order. */
  readonly sequence: number
}

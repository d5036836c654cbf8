import { longestTime } from '../faults/latency.ts'
import { ageOf, readAge, type SavedValue, uniqueKeys } from '../saved-value.ts'
import type { StatefulPart } from '../stateful-part.ts'
import { type Duration, millisecondsOf } from './duration.ts'
import type { ScheduledTask, Task } from './task.ts'
import { TaskQueue } from './task-queue.ts'
import { realTimers, type Timers } from './timers.ts'

/** Kinds of clocks. */
export const clockModes = ['real', 'manual', 'fast'] as const

/**
 * Kind of clock of a tenant. `'real'` follows the time of the machine. `'manual'` starts on January 1, 2026 and moves only
 * with `tenant.clock.advance`. `'fast'` starts at the same time, and moves to the next event as soon as the tenant is idle,
 * but never by itself to a timeout that waits for the bot.
 *
 * @example
 * ```ts
 * const mode: ClockMode = 'manual'
 * const tenant = createTenant({ clock: mode })
 * tenant.clock.advance({ minutes: 45 })
 * ```
 */
export type ClockMode = (typeof clockModes)[number]

/**
 * Clock of a tenant.
 *
 * @example
 * ```ts
 * const clock: TenantClock = createTenant({ clock: 'manual' }).clock
 * clock.advance({ seconds: 15 })
 * expect(new Date(clock.now()).toISOString()).toBe('2026-01-01T00:00:15.000Z')
 * ```
 */
export interface TenantClock {
  /** Kind of the clock. */
  readonly mode: ClockMode
  /** Returns the time in milliseconds since 1970. */
  now(): number
  /**
   * Moves the time ahead and runs everything that is due, in order: states, timeouts, ends of prompts. Notifications are
   * sent in the background: wait for them with `tenant.settled()`.
   *
   * @throws TypeError if the duration is negative or not a number
   * @example
   * ```ts
   * tenant.clock.advance({ minutes: 45 })
   * ```
   */
  advance(duration: Duration): void
}

/** Tasks and time of a clock in a snapshot. */
export interface SavedClock {
  /** Milliseconds by which the clock was moved ahead. */
  readonly skipped: number
  /** `age` is negative for a task in the future. */
  readonly tasks: readonly (Task & { readonly age: number })[]
}

/** Start of a clock that does not follow the time of the machine. */
const origin = Date.UTC(2026, 0)
/** Time without a request or a delivery after which a fast clock moves on, in milliseconds. */
const idleMilliseconds = 10

/** Clock of a tenant, and everything that happens later. */
export class Clock implements StatefulPart<SavedClock> {
  readonly mode: ClockMode
  readonly #base: () => number
  readonly #tasks = new TaskQueue()
  readonly #handlers = new Map<string, (task: Task) => void>()
  readonly #onAdvance = new Set<() => void>()
  /** Returns true while the bot has work to do, so that a fast clock waits. */
  isBusy: () => boolean = () => false
  #skipped = 0
  #sequence = 0
  #timer: ReturnType<typeof setTimeout> | undefined

  /** @param now - time of the machine, or of a test */
  constructor(mode: ClockMode, now: (() => number) | undefined) {
    this.mode = mode
    this.#base = now ?? (mode === 'real' ? () => Date.now() : () => origin)
  }

  readonly now = (): number => this.#base() + this.#skipped

  /** Sets the function that runs the tasks of a name. */
  handle(name: string, run: (task: Task) => void): void {
    this.#handlers.set(name, run)
  }

  /** Calls a function after the clock was moved. */
  onAdvance(listener: () => void): void {
    this.#onAdvance.add(listener)
  }

  /** Runs a task after a delay in milliseconds. Replaces a task of the call with the same name and key. */
  schedule(task: Task, delay: number): void {
    this.#tasks.add({ ...task, due: this.now() + delay, sequence: this.#sequence++ })
    this.#arm()
  }

  cancel(task: Task): void {
    this.#tasks.cancel(task)
  }

  /** Cancels everything that would happen in a call. */
  cancelCall(callId: string): void {
    this.#tasks.cancelCall(callId)
  }

  /** Returns the time in milliseconds until a task runs, or undefined if it is not scheduled. */
  remaining(task: Task): number | undefined {
    const scheduled = this.#tasks.find(task)
    return scheduled && scheduled.due - this.now()
  }

  /** Returns the time in milliseconds until the next task, or undefined if nothing is scheduled. */
  untilNext(): number | undefined {
    const next = this.#tasks.peek()
    return next && Math.max(next.due - this.now(), 0)
  }

  readonly advance = (duration: Duration): void => {
    const end = this.now() + millisecondsOf(duration)
    this.#runUntil(end)
    this.#moveTo(end)
    for (const listener of this.#onAdvance) listener()
    this.#arm()
  }

  /** Restarts the idle time of a fast clock. Called after each request and each delivery. */
  touch(): void {
    if (this.mode === 'fast') this.#arm()
  }

  /** Runs the tasks that are due. Called before each request, because timers of the machine may be late. */
  runDue(): void {
    const next = this.#tasks.peek()
    if (next && next.due <= this.now()) this.#runUntil(this.now())
  }

  save(now: number): SavedClock {
    const tasks = this.#tasks
      .list()
      .map(({ due, sequence: _, ...task }) => ({ ...task, age: ageOf(due, now) }))
    return { skipped: this.#skipped, tasks }
  }

  /** Returns the time after a saved clock is restored. A clock that follows the machine keeps its own time. */
  readonly timeAfter = (saved: SavedValue): number =>
    this.mode === 'real' ? this.now() : this.#base() + saved.at('skipped').number(0, Number.MAX_SAFE_INTEGER)

  prepare(saved: SavedValue, now: number): () => void {
    saved.object('skipped', 'tasks')
    const skipped = saved.at('skipped').number(0, Number.MAX_SAFE_INTEGER)
    const unique = uniqueKeys()
    const tasks = saved
      .at('tasks')
      .items()
      .map((each) => {
        const task = this.#readTask(each)
        unique(JSON.stringify([task.callId, task.name, task.key ?? '']), each.at('name'))
        return task
      })
    return () => {
      this.clear()
      if (this.mode !== 'real') this.#skipped = skipped
      for (const { age, ...task } of tasks) {
        this.#tasks.add({ ...task, due: now - age, sequence: this.#sequence++ })
      }
      this.#arm()
    }
  }

  clear(): void {
    this.#timers.clearTimeout(this.#timer)
    this.#tasks.clear()
    this.#skipped = 0
    this.#sequence = 0
  }

  #readTask(saved: SavedValue): Task & { readonly age: number } {
    saved.object('name', 'callId', 'key', 'isDeadline', 'age')
    const key = saved.optional('key', (value) => value.text())
    const isDeadline = saved.optional('isDeadline', (value) => value.value === true || value.fail('true'))
    return {
      name: saved.at('name').oneOf([...this.#handlers.keys()]),
      callId: saved.at('callId').text(),
      ...(key !== undefined && { key }),
      ...(isDeadline && { isDeadline }),
      age: readAge(saved.at('age')),
    }
  }

  #runUntil(end: number): void {
    for (;;) {
      const task = this.#tasks.peek()
      if (!task || task.due > end) return
      this.#tasks.take()
      this.#moveTo(task.due)
      this.#run(task)
    }
  }

  #run(task: ScheduledTask): void {
    this.#handlers.get(task.name)?.(task)
  }

  #moveTo(time: number): void {
    this.#skipped += Math.max(0, time - this.now())
  }

  /** The fake timers of a test move a real clock, and do not stop a fast one. */
  get #timers(): Timers {
    return this.mode === 'fast' ? realTimers : globalThis
  }

  /** Sets the timer for the next task. */
  #arm(): void {
    if (this.mode === 'manual') return
    this.#timers.clearTimeout(this.#timer)
    const next =
      this.mode === 'fast' ? this.#tasks.first(({ isDeadline }) => !isDeadline) : this.#tasks.peek()
    if (!next) return
    const delay =
      this.mode === 'fast' ? idleMilliseconds : Math.min(Math.max(next.due - this.now(), 0), longestTime)
    this.#timer = this.#timers.setTimeout(() => this.#onTimer(next), delay)
    if (typeof this.#timer === 'object') this.#timer.unref()
  }

  #onTimer(next: ScheduledTask): void {
    if (this.mode === 'real') this.#runUntil(this.now())
    else if (!this.isBusy() && this.#tasks.find(next) === next) this.#runUntil(next.due)
    this.#arm()
  }
}

import type { ScheduledTask, Task } from './task.ts'

/** Tasks in the order in which they are due. */
export class TaskQueue {
  /** Last to first, because removing the last item of an array is cheap. Contains canceled tasks. */
  #tasks: ScheduledTask[] = []
  /** Tasks that were not canceled, by call and key. */
  readonly #current = new Map<string, Map<string, ScheduledTask>>()

  /** Adds a task. It replaces a task of the call with the same name and key. */
  add(task: ScheduledTask): void {
    const keys = this.#current.get(task.callId) ?? new Map<string, ScheduledTask>()
    this.#current.set(task.callId, keys.set(keyOf(task), task))
    this.#tasks.splice(this.#indexFor(task), 0, task)
  }

  /** Removes a task. Does nothing if it has run or was never added. */
  cancel(task: Task): void {
    this.#current.get(task.callId)?.delete(keyOf(task))
  }

  /** Removes all tasks of a call. */
  cancelCall(callId: string): void {
    this.#current.delete(callId)
  }

  /** Returns the task of a call with a name and a key. */
  find(task: Task): ScheduledTask | undefined {
    return this.#current.get(task.callId)?.get(keyOf(task))
  }

  /** Returns the next task without removing it. */
  peek(): ScheduledTask | undefined {
    for (;;) {
      const task = this.#tasks.at(-1)
      if (!task || this.find(task) === task) return task
      this.#tasks.pop()
    }
  }

  /** Removes and returns the next task. */
  take(): ScheduledTask | undefined {
    const task = this.peek()
    if (task) {
      this.#tasks.pop()
      this.#forget(task)
    }
    return task
  }

  /** Returns the first task for which a function returns true. */
  first(matches: (task: ScheduledTask) => boolean): ScheduledTask | undefined {
    return this.#tasks.findLast((task) => this.find(task) === task && matches(task))
  }

  /** Returns the tasks in the order in which they are due. */
  list(): readonly ScheduledTask[] {
    return this.#tasks.filter((task) => this.find(task) === task).reverse()
  }

  clear(): void {
    this.#tasks = []
    this.#current.clear()
  }

  #forget(task: ScheduledTask): void {
    const keys = this.#current.get(task.callId)
    keys?.delete(keyOf(task))
    if (keys?.size === 0) this.#current.delete(task.callId)
  }

  /** Returns the index at which a task keeps the order. */
  #indexFor(task: ScheduledTask): number {
    let low = 0
    let high = this.#tasks.length
    while (low < high) {
      const middle = (low + high) >>> 1
      const other = this.#tasks[middle]
      if (other && isBefore(task, other)) low = middle + 1
      else high = middle
    }
    return low
  }
}

function keyOf({ name, key = '' }: Task): string {
  return `${name} ${key}`
}

function isBefore(a: ScheduledTask, b: ScheduledTask): boolean {
  return a.due < b.due || (a.due === b.due && a.sequence < b.sequence)
}

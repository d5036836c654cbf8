/** Runs the work of each call in the order of its notifications, and that of different calls at the same time. */
export class CallQueue {
  readonly #last = new Map<string, Promise<unknown>>()
  readonly #onError: (error: unknown) => void

  constructor(onError: (error: unknown) => void) {
    this.#onError = onError
  }

  add(callId: string, work: () => Promise<unknown>): void {
    const last = (this.#last.get(callId) ?? Promise.resolve()).then(work).catch(this.#onError)
    this.#last.set(callId, last)
    void last.finally(() => {
      if (this.#last.get(callId) === last) this.#last.delete(callId)
    })
  }
}

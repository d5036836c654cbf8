import type { Io } from './io.ts'

/** Milliseconds before the first line of progress. */
const delay = 1_000

/** Milliseconds between two lines of progress. */
const interval = 250

/** Shows the progress of work that takes longer than a second, if standard output and error are terminals. */
export class Progress {
  readonly #io: Io
  #next = performance.now() + delay
  #isShown = false

  constructor(io: Io) {
    this.#io = io
  }

  /** Shows a line, unless one was shown recently. */
  show(line: () => string): void {
    const now = performance.now()
    if (!this.#io.progress || now < this.#next) return
    this.#next = now + interval
    this.#isShown = true
    this.#io.progress(line())
  }

  /** Removes the line. */
  end(): void {
    if (this.#isShown) this.#io.progress?.('')
    this.#isShown = false
  }
}

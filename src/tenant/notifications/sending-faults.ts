import { checkedCount, checkedShare } from '../checked-values.ts'
import { latencyOf } from '../faults/latency.ts'
import { type RandomNumbers, seeded } from '../seeded.ts'
import type { NotifyOptions } from './notification-sender.ts'

/** Decides what happens to each notification. The same seed makes the same decisions. */
export class SendingFaults {
  /** Largest number of notifications in one request. */
  readonly batch: number
  readonly #loss: number
  readonly #duplicates: number
  readonly #copies: number
  readonly #seed: number
  readonly #delayOption: NonNullable<NotifyOptions['delay']>
  #random: RandomNumbers
  #delay: () => number

  /** @throws TypeError if an option is not valid */
  constructor({ batch = 1, loss = 0, duplicates = 0, copies = 1, delay = 0, seed = 0 }: NotifyOptions) {
    this.batch = checkedCount('batch', batch)
    this.#loss = checkedShare('loss', loss)
    this.#duplicates = checkedShare('duplicates', duplicates)
    this.#copies = checkedCount('copies', copies)
    this.#seed = seed
    this.#delayOption = delay
    this.#random = seeded(seed)
    this.#delay = latencyOf(delay, this.#random, 'delay')
  }

  isLost(): boolean {
    return this.#loss > 0 && this.#random.next() < this.#loss
  }

  /** Returns the number of times that the next notification is sent. */
  copies(): number {
    const isDuplicate = this.#duplicates > 0 && this.#random.next() < this.#duplicates
    return this.#copies + (isDuplicate ? 1 : 0)
  }

  /** Returns the delay of the next notification, in milliseconds. */
  delay(): number {
    return this.#delay()
  }

  /** Starts the decisions again. */
  clear(): void {
    this.#random = seeded(this.#seed)
    this.#delay = latencyOf(this.#delayOption, this.#random)
  }
}

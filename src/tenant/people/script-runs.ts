import { type SavedValue, uniqueKeys } from '../saved-value.ts'
import type { StatefulPart } from '../stateful-part.ts'

/** Position of a person in their script, in one call. */
export interface ScriptRun {
  readonly person: string
  /** Call of the run. Empty until the person has called the bot. */
  readonly callId: string
  /** Index of the next step. */
  readonly next: number
  /** Next thing to wait for: the event of the step, the right state of the call, or its delay. */
  readonly waitsFor: (typeof waits)[number]
}

const waits = ['event', 'call', 'delay'] as const

/** Runs in a snapshot. */
export interface SavedRuns {
  readonly runs: readonly ScriptRun[]
  /** People whose script has started with a call to a bot. */
  readonly started: readonly string[]
}

/** Runs of scripts, by call and person. */
export class ScriptRuns implements StatefulPart<SavedRuns> {
  readonly #calls = new Map<string, Map<string, ScriptRun>>()
  readonly #started = new Set<string>()

  /** Adds a run, or replaces the one of the person in the call. */
  set(run: ScriptRun): void {
    const runs = this.#calls.get(run.callId) ?? new Map<string, ScriptRun>()
    this.#calls.set(run.callId, runs.set(run.person, run))
  }

  find(callId: string, person: string): ScriptRun | undefined {
    return this.#calls.get(callId)?.get(person)
  }

  in(callId: string): readonly ScriptRun[] {
    return [...(this.#calls.get(callId)?.values() ?? [])]
  }

  remove({ callId, person }: Pick<ScriptRun, 'callId' | 'person'>): void {
    const runs = this.#calls.get(callId)
    runs?.delete(person)
    if (runs?.size === 0) this.#calls.delete(callId)
  }

  /** @returns false if the script of the person has started before */
  start(person: string): boolean {
    if (this.#started.has(person)) return false
    this.#started.add(person)
    return true
  }

  save(): SavedRuns {
    const runs = [...this.#calls.values()].flatMap((each) => [...each.values()])
    return { runs, started: [...this.#started] }
  }

  prepare(saved: SavedValue): () => void {
    saved.object('runs', 'started')
    const unique = uniqueKeys()
    const runs = saved
      .at('runs')
      .items()
      .map((each) => {
        each.object('person', 'callId', 'next', 'waitsFor')
        const run = {
          person: each.at('person').text(),
          callId: each.at('callId').text(),
          next: each.at('next').integer(0),
          waitsFor: each.at('waitsFor').oneOf(waits),
        }
        unique(JSON.stringify([run.callId, run.person]), each.at('person'))
        return run
      })
    const uniqueName = uniqueKeys()
    const started = saved
      .at('started')
      .items()
      .map((each) => uniqueName(each.text(), each))
    return () => {
      this.clear()
      for (const run of runs) this.set(run)
      for (const person of started) this.#started.add(person)
    }
  }

  clear(): void {
    this.#calls.clear()
    this.#started.clear()
  }
}

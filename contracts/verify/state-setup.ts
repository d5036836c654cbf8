import { thrownMessage } from '../../src/output/thrown.ts'
import type { PactInteraction } from '../pact-file/pact-file.ts'
import type { Finding } from './verification.ts'

/** Values for the generators of a request. */
export type StateValues = Readonly<Record<string, unknown>>

/** Sets up a provider state, and returns the values for the generators of the request. */
export type SetUpState = (name: string, parameters: unknown) => Promise<StateValues>

/** Sets up provider states for Pact's Verifier, and records failures: the Verifier only prints them and continues. */
export class StateSetup {
  readonly #setUp: SetUpState
  readonly #failures = new Map<string, string>()
  #failed = false

  constructor(setUp: SetUpState) {
    this.#setUp = setUp
  }

  /** Sets up a state. Returns no values if it fails. */
  async setUp(name: string, parameters: unknown): Promise<StateValues> {
    try {
      return await this.#setUp(name, parameters)
    } catch (error) {
      this.#failed = true
      this.#failures.set(keyOf(name, parameters), thrownMessage(error))
      return {}
    }
  }

  /** True if a state has failed since the last call of this function. Call it once for each request. */
  takeFailure(): boolean {
    const failed = this.#failed
    this.#failed = false
    return failed
  }

  /** Returns the states of an interaction that could not be set up. */
  findingsFor(states: PactInteraction['providerStates']): Finding[] {
    return states.flatMap(({ name, params = {} }) => {
      const message = this.#failures.get(keyOf(name, params))
      if (message === undefined) return []
      const [expected, actual] = ['a state that can be set up', JSON.stringify(params)]
      return [{ where: 'provider state' as const, path: name, expected, actual, message }]
    })
  }
}

function keyOf(name: string, parameters: unknown): string {
  return JSON.stringify([name, Object.entries(Object(parameters)).toSorted()])
}

import { type FixtureName, fixtures } from '../fixtures/index.ts'
import { navigationProperties } from '../src/schema/description/index.ts'
import type { BodyType } from './declared.ts'
import { promisedOf } from './promised.ts'
import { type ProviderState, stateOf } from './provider-states.ts'
import type { ReadPath } from './read-paths.ts'

/** One request, and what its consumer expects to be answered. */
export interface Interaction {
  /** The fixture that it is made of. */
  readonly name: FixtureName
  /** Tells it from the others of its contract. */
  readonly description: string
  readonly state: ProviderState
  readonly callId: string
  /** The related entities that are promised: a GET brings them only where it names them in `$expand`. */
  readonly expand: readonly string[]
  /** What is promised, by example: the reads, and no more. */
  readonly response: {
    readonly status: number
    /** Seconds to wait, where the service says so. */
    readonly retryAfter?: string | undefined
    readonly bodyType: BodyType
    readonly body: unknown
  }
}

/** What everybody reads of an error: its code tells what to do. */
const errorReads: readonly ReadPath[] = ['error.code']

/**
 * The interaction of a fixture, as far as its consumer reads it.
 *
 * @param reads - what the consumer reads of a call; of an error it reads the code
 */
export function interactionOf(name: FixtureName, reads: readonly ReadPath[]): Interaction {
  const fixture = fixtures[name]
  const bodyType = fixture.status === 200 ? 'call' : 'callError'
  const state = stateOf(fixture)
  const body = promisedOf(bodyType, fixture.body, bodyType === 'call' ? reads : errorReads)
  return {
    name,
    description: `a request for a call (${name})`,
    state,
    callId: state.parameters.id,
    expand: navigationProperties.filter((name) => Object.hasOwn(Object(body), name)),
    response: {
      status: fixture.status,
      retryAfter: fixture.headers['Retry-After'],
      bodyType,
      body,
    },
  }
}

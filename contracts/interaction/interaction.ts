import { type FixtureName, fixtures } from '../../fixtures/index.ts'
import type { GraphHost } from '../../src/tenant/hosts/graph-hosts.ts'
import type { BodyType } from '../reads/declared.ts'
import { promisedOf } from '../reads/promised.ts'
import type { ReadPath } from '../reads/read-paths.ts'
import { answeredTo, type CallQuery, type QueryText, queryIn, textOf } from './call-query.ts'
import { type ProviderState, stateOf } from './provider-states.ts'

/** One request, and what its consumer expects to be answered. */
export interface Interaction {
  /** The fixture that it is made of, or the name that its owner gave it. */
  readonly name: string
  /** Tells it from the others of its contract. */
  readonly description: string
  readonly state: ProviderState
  readonly callId: string
  readonly query: QueryText
  /** What is promised, by example: the reads, and no more. */
  readonly response: {
    readonly status: number
    /** Seconds to wait, where the service says so. */
    readonly retryAfter?: string | undefined
    readonly bodyType: BodyType
    readonly body: unknown
  }
}

/** How the interactions of a contract ask. */
export interface Asking {
  readonly query?: CallQuery | undefined
  readonly cloud?: GraphHost | undefined
}

/** What everybody reads of an error: its code tells what to do. */
const errorReads: readonly ReadPath[] = ['error.code']

/**
 * The interaction of a fixture, as far as its consumer reads it. It asks with the fixture's own query where its contract
 * has none: who wants the participants has to ask for them.
 *
 * @param reads - what the consumer reads of a call; of an error it reads the code
 */
export function interactionOf(
  name: FixtureName,
  reads: readonly ReadPath[],
  { query, cloud }: Asking = {},
): Interaction {
  const fixture = fixtures[name]
  const { status, headers, body } = fixture
  const state = stateOf(fixture)
  const isCall = status === 200
  const asked = query ? textOf(query) : queryIn(fixture.request.path)
  return {
    name,
    description: descriptionOf(name),
    state,
    callId: state.parameters.id,
    query: asked,
    response: {
      status,
      retryAfter: headers['Retry-After'],
      bodyType: isCall ? 'call' : 'callError',
      body: isCall
        ? promisedOf('call', answeredTo(asked, cloud, { ...body }), reads)
        : promisedOf('callError', body, errorReads),
    },
  }
}

/** The interaction of a call that no fixture has. Its provider state says what of the call has to be so. */
export function interactionOfCall(
  { name, callId, body }: { readonly name: string; readonly callId: string; readonly body: object },
  reads: readonly ReadPath[],
  { query = {}, cloud }: Asking,
): Interaction {
  const asked = textOf(query)
  const promised = promisedOf('call', answeredTo(asked, cloud, { ...body }), reads)
  return {
    name,
    description: descriptionOf(name),
    state: { name: 'a call exists', parameters: { id: callId, call: promised } },
    callId,
    query: asked,
    response: { status: 200, bodyType: 'call', body: promised },
  }
}

/** Returns the description of the interaction with this name. */
export const descriptionOf = (name: string) => `a request for a call (${name})`

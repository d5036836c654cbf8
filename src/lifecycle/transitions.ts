import type { CallDirection, CallState } from '../model/types.generated.ts'

/** First state of a call by direction. Source: the documented examples of both. */
export const firstStates = {
  incoming: 'incoming',
  outgoing: 'establishing',
} as const satisfies Record<CallDirection, CallState>

/**
 * Transitions, from the documented examples and reported calls, because Microsoft does not document them. The first state
 * of each list is the default.
 */
const transitions: Readonly<Record<CallState, readonly CallState[]>> = {
  // Answered; redirected; rejected or not answered.
  incoming: ['establishing', 'redirecting', 'terminated'],
  // Connected; hung up before that; not joined (reported: 500/7106).
  establishing: ['established', 'terminating', 'terminated'],
  // Hung up (DELETE); transferred; hung up by the other participant (reported).
  established: ['terminating', 'transferring', 'terminated'],
  // Accepted; failed.
  transferring: ['transferAccepted', 'established'],
  transferAccepted: ['terminated'],
  redirecting: ['terminated'],
  terminating: ['terminated'],
  terminated: [],
  // The metadata has these states, but no source documents their transitions.
  hold: [],
  unknownFutureValue: [],
}
// `Object.keys` returns strings, because an object can have more keys than its type. This table does not.
const allStates = /* @__PURE__ */ Object.keys(transitions) as readonly CallState[]

/** Returns the state with a name, or `undefined` if the name is unknown. */
export function parseState(name: string | null | undefined): CallState | undefined {
  return allStates.find((state) => state === name)
}

/** Returns the states that a call of a direction can have. */
export function statesOf(direction: CallDirection): readonly CallState[] {
  const reached = new Set<CallState>([firstStates[direction]])
  for (const state of reached) for (const next of transitions[state]) reached.add(next)
  return [...reached]
}

/** Returns the states that can follow a state, the default first. Empty for a final state. */
export function statesAfter(state: CallState): readonly CallState[] {
  return transitions[state]
}

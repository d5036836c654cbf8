import type { CallDirection, CallState } from '../model/types.generated.ts'

/** The state in which a call of each direction is first seen. Source: the documented examples of both. */
export const firstStates = {
  incoming: 'incoming',
  outgoing: 'establishing',
} as const satisfies Record<CallDirection, CallState>

/**
 * The states that may follow each other, as the documented examples and reported calls have them: Microsoft draws no
 * diagram. The first to follow is where a call goes to which nothing else happens.
 */
const transitions: Readonly<Record<CallState, readonly CallState[]>> = {
  // Answered, redirected, or rejected and not answered.
  incoming: ['establishing', 'redirecting', 'terminated'],
  // Connected, hung up before that, or never joined (reported: 500/7106).
  establishing: ['established', 'terminating', 'terminated'],
  // Hung up (DELETE), or transferred.
  established: ['terminating', 'transferring'],
  // A transfer that fails leads back.
  transferring: ['transferAccepted', 'established'],
  transferAccepted: ['terminated'],
  redirecting: ['terminated'],
  terminating: ['terminated'],
  terminated: [],
  // The metadata has these two, and no source tells how a call comes there or leaves.
  hold: [],
  unknownFutureValue: [],
}
// TypeScript widens the keys of any object, as it may have more; this table has none but these.
const allStates = Object.keys(transitions) as readonly CallState[]

/** The state that a text names; none where it names none. */
export function parseState(name: string | null | undefined): CallState | undefined {
  return allStates.find((state) => state === name)
}

/** The states to which a call of a direction may come, the first one included. */
export function statesOf(direction: CallDirection): readonly CallState[] {
  const reached = new Set<CallState>([firstStates[direction]])
  for (const state of reached) for (const next of transitions[state]) reached.add(next)
  return [...reached]
}

/** The states that may follow one; the first is where a call goes to which nothing else happens. None follows the last. */
export function statesAfter(state: CallState): readonly CallState[] {
  return transitions[state]
}

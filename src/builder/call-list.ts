import type { Call } from '../model/types.generated.ts'
import { withUniqueId } from './call-sequence.ts'
import type { Build, Choices } from './choices/choices.ts'
import { cloneJson } from './clone-json.ts'

/** Returns a builder of lists of calls with unique IDs. A call whose ID occurs before gets another beginning of its ID. */
export function listOfCalls(call: Build<Call>, least: number, most: number): Build<Call[]> {
  return (choices) => {
    const calls = new Map<string, Call>()
    let word = 0
    return choices.list(least, most, (choices) => {
      let built = choices.one(call)
      while (calls.has(built.id)) built = withUniqueId(built, ++word)
      if (calls.size > 0 && choices.flag(1 / 3)) relate(choices, built, choices.pick([...calls.values()]))
      calls.set(built.id, built)
      return built
    })
  }
}

/** Makes a call a leg of the same conversation as an earlier call, or another call of the same person. */
function relate(choices: Choices, call: Call, earlier: Call): void {
  const isOfSameChain = choices.flag()
  const isOfSameCaller = choices.flag()
  if (isOfSameChain && call.callChainId && earlier.callChainId) call.callChainId = earlier.callChainId
  // A roster would still have the former caller.
  const isFromPerson = call.direction === 'incoming' && earlier.direction === 'incoming' && !call.participants
  if (isOfSameCaller && isFromPerson) call.source.identity = cloneJson(earlier.source.identity)
}

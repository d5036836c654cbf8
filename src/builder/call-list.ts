import type { Call } from '../model/types.generated.ts'
import { withUniqueId } from './call-sequence.ts'
import type { Build } from './choices/choices.ts'

/** Returns a builder of lists of calls with unique IDs. A call whose ID occurs before gets another beginning of its ID. */
export function listOfCalls(call: Build<Call>, least: number, most: number): Build<Call[]> {
  return (choices) => {
    const ids = new Set<string>()
    let word = 0
    return choices.list(least, most, (choices) => {
      let built = choices.one(call)
      while (ids.has(built.id)) built = withUniqueId(built, ++word)
      ids.add(built.id)
      return built
    })
  }
}

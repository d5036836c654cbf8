import { callOf } from '../../src/builder/call.ts'
import { DrawnChoices } from '../../src/builder/choices/drawn-choices.ts'
import { callOptionValues, narrowedShape } from '../../src/builder/options/call-shape.ts'
import type { Call } from '../../src/model/types.generated.ts'

/**
 * Calls of the builder that the generators have: one in every state with every kind of participant, since what is read often
 * depends on the two; the rest as it comes. They are the same each time, and need no fast-check.
 */
export function generatedCalls(): readonly { readonly name: string; readonly call: Call }[] {
  return callOptionValues.state
    .flatMap((state) =>
      callOptionValues.identity.map((identity) => callOf(narrowedShape({ state, identity }))),
    )
    .map((call, at) => ({ name: `the generated call ${at + 1}`, call: call(new DrawnChoices(at)) }))
}

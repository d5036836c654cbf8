import { callOf } from '../../generators/build/call.ts'
import { DrawnChoices } from '../../generators/choices/drawn-choices.ts'
import { callChoices, narrowedShape } from '../../generators/options/call-shape.ts'
import type { Call } from '../../src/schema/types.ts'

/**
 * Calls of the builder that the generators have: one in every state with every kind of participant, since what is read often
 * depends on the two; the rest as it comes. They are the same each time, and need no fast-check.
 */
export function generatedCalls(): readonly { readonly name: string; readonly call: Call }[] {
  return callChoices.state
    .flatMap((state) => callChoices.identity.map((identity) => callOf(narrowedShape({ state, identity }))))
    .map((call, at) => ({ name: `the generated call ${at + 1}`, call: call(new DrawnChoices(at)) }))
}

import { callOf } from '../../src/builder/call.ts'
import { DrawnChoices } from '../../src/builder/choices/drawn-choices.ts'
import { callOptionValues, narrowedShape } from '../../src/builder/options/call-shape.ts'
import type { Call } from '../../src/model/types.generated.ts'

/**
 * Builds a call in every state with every kind of participant, since the reads of a consumer often depend on the two. The
 * calls are the same each time. They come from the builder of the generators, so fast-check is not needed.
 */
export function generatedCalls(): readonly { readonly name: string; readonly call: Call }[] {
  return callOptionValues.state
    .flatMap((state) =>
      callOptionValues.identity.map((identity) => callOf(narrowedShape({ state, identity }))),
    )
    .map((build, index) => ({
      name: `the generated call ${index + 1}`,
      call: build(new DrawnChoices(index)),
    }))
}

import { fixedByState } from '../interaction/exact.ts'
import { requestsCall } from '../pact-file/call-request.ts'
import type { PactInteraction } from '../pact-file/pact-file.ts'
import { pactRegex } from '../pact-file/pact-regex.ts'
import { readPathOf, type Step, stepsOf } from '../reads/read-paths.ts'
import { examplePlaceOf, type Place } from '../verify/example-places.ts'
import { bodyTypeOf } from '../verify/verify-shape.ts'
import { comparisonAt } from './comparisons.ts'
import { forPacts, type NamedPact, type PactProblem } from './rule.ts'

/** Rules about what a provider state fixes in the response. */
export const pinningRules = /* @__PURE__ */ forPacts({
  'unpinned-state': {
    why: 'Two provider states differ here, but the matcher accepts the value of the other one, so a provider that ignores its states passes.',
    fix: 'Compare the value exactly, as `defineCallContract` does: with `equality`, or with a regular expression that accepts only this value.',
    check: (pacts) => pacts.flatMap(unpinnedIn),
  },
})

/** Maximum number of different responses of a pact that are compared. Calls have 11 states and 2 directions. */
const maximumVariants = 50

/** The values of a response that depend on the provider state, and the states in which it is sent. */
interface Variant {
  readonly status: number
  readonly values: readonly (string | undefined)[]
  readonly states: Set<string>
}

function unpinnedIn({ file, pact }: NamedPact): PactProblem[] {
  const interactions = pact.interactions.filter(requestsCall)
  const variants = new Map<string, Variant>()
  for (const interaction of interactions) {
    const { status } = interaction.response
    const values = valuesOf(interaction)
    const key = JSON.stringify([status, values])
    const variant = variants.get(key) ?? { status, values, states: new Set() }
    // Two are enough to know that one of them differs from any other.
    if (variant.states.size < 2) variant.states.add(statesOf(interaction))
    if (variants.size < maximumVariants) variants.set(key, variant)
  }
  return interactions.flatMap((interaction) => {
    const path = unpinnedPath(interaction, [...variants.values()])
    if (path === undefined) return []
    return [{ file, interaction: interaction.description, ...path }]
  })
}

const stepsFor = ({ status }: PactInteraction['response']) => fixedByState[bodyTypeOf(status)].map(stepsOf)

const statesOf = ({ providerStates }: PactInteraction) => JSON.stringify(providerStates)

function valuesOf({ response }: PactInteraction): (string | undefined)[] {
  const root = examplePlaceOf(response)
  return stepsFor(response).map((steps) => placeAt(root, steps)?.onlyText)
}

function placeAt(root: Place | undefined, steps: readonly Step[]): Place | undefined {
  return steps.reduce<Place | undefined>((place, step) => place?.inner.get(step), root)
}

/** Returns the first path at which a response of another provider state differs, if the interaction accepts that response. */
function unpinnedPath(interaction: PactInteraction, variants: readonly Variant[]) {
  const { status } = interaction.response
  const own = valuesOf(interaction)
  const states = statesOf(interaction)
  const paths = stepsFor(interaction.response)
  for (const { status: otherStatus, values, states: others } of variants) {
    if (otherStatus !== status || [...others].every((other) => other === states)) continue
    const differing = paths.findIndex((_, at) => own[at] !== undefined && values[at] !== own[at])
    const accepts = paths.every(
      (steps, at) => own[at] === undefined || acceptsAt(interaction, steps, values[at]),
    )
    if (differing < 0 || !accepts) continue
    return {
      path: readPathOf(paths[differing] ?? []),
      found: `a matcher that also accepts ${JSON.stringify(values[differing])}`,
    }
  }
  return undefined
}

/** True if Pact accepts a text at a path. */
function acceptsAt({ response }: PactInteraction, steps: readonly Step[], text: string | undefined): boolean {
  if (text === undefined) return false
  const { matchers } = comparisonAt(response, steps)
  const example = placeAt(examplePlaceOf(response), steps)?.onlyText
  if (matchers.length === 0) return text === example
  return matchers.every(({ match, regex }) => {
    if (match === 'regex') return regex !== undefined && (pactRegex(regex)?.(text) ?? false)
    return match === 'equality' ? text === example : match === 'type'
  })
}

import { declaredAt } from '../../src/model/walk.ts'
import type { PactInteraction } from '../pact-file/pact-file.ts'
import { pactRegex } from '../pact-file/pact-regex.ts'
import { stepsOfRule } from '../pact-file/rule-path.ts'
import { readPathOf, type Step } from '../reads/read-paths.ts'
import type { Place } from '../verify/example-places.ts'
import type { Finding } from '../verify/verification.ts'
import {
  bodyFindings,
  bodyTypeOf,
  isValidBody,
  memberFindings,
  pathFindings,
} from '../verify/verify-shape.ts'
import { type Comparison, type Matcher, visitComparisons } from './comparisons.ts'
import { forInteractions, maximumProblems, type Problem } from './rule.ts'

/** Rules for the example body of a response and its matchers. */
export const bodyRules = /* @__PURE__ */ forInteractions({
  'null-example': {
    why: 'A null example only matches null: Pact compares types, and null is a type of its own.',
    fix: 'Remove the property here, and show it with a value in another interaction.',
    scope: 'calls',
    check: (interaction) => problemsIn(interaction, ({ hasNull }) => (hasNull ? 'null' : undefined)),
  },
  'empty-each-like': {
    why: 'An empty example has no element to compare with, so every collection matches.',
    fix: 'Add an element to the example. If the collection must be empty, give it an interaction of its own, without a matcher and outside any `eachLike`.',
    scope: 'calls',
    check: (interaction) =>
      problemsIn(interaction, ({ hasEmptyCollection }, { matchers }) =>
        hasEmptyCollection && uses(matchers, 'type') ? '[] under a type matcher' : undefined,
      ),
  },
  'literal-under-each-like': {
    why: 'Under `eachLike`, Pact compares only the type of a plain value, although it looks like an exact value.',
    fix: 'Give the value its own matcher: `like` for its type, `regex` or `equality` for its value.',
    scope: 'calls',
    check: (interaction) =>
      problemsIn(interaction, (place, { by, matchers }) =>
        place.plainType !== undefined && by === 'inherited' && uses(matchers, 'type') && place.isInElement
          ? `${place.plainType} without a matcher of its own`
          : undefined,
      ),
  },
  'exact-value': {
    why: 'IDs, dates, names and other free text differ in every call, so no service can send exactly this value.',
    fix: 'Match it by type with `like`, or a date with `regex`. Remove it if your code does not read it.',
    scope: 'calls',
    check: exactValues,
  },
  'unknown-path': {
    why: 'No source has a property with this path, so it is a typo or something that Graph does not send.',
    fix: 'Look up the name in the type `Call`. A typo in a matcher means that Pact compares the exact value.',
    scope: 'calls',
    check: (interaction) =>
      isValidBody(interaction) ? pathFindings(interaction.response).map(problemOf) : [],
  },
  'wrong-body': {
    why: 'The service does not send such a response: its example is neither a call nor an error.',
    fix: 'Create the example from a fixture, a generated call or captured traffic.',
    scope: 'calls',
    check: (interaction) => bodyFindings(interaction).map(problemOf),
  },
  'loose-enum': {
    why: 'The matcher accepts an enum member that only the documentation lists. Graph sends `unknownFutureValue` instead.',
    fix: 'Match only the members that the metadata declares.',
    scope: 'calls',
    check: ({ response }) => memberFindings(response).map(problemOf),
  },
  'unchecked-regex': {
    why: 'Lint cannot compile this regular expression, so it does not know what it accepts. Pact has no look-around and no backreferences either.',
    fix: 'Use alternatives, character classes and short repetitions.',
    scope: 'calls',
    check: ({ request, response }) => [
      ...uncheckedIn('request.path', request.matchingRules?.path?.matchers),
      ...namedMatchers(request, 'request'),
      ...namedMatchers(response, 'response'),
      ...Object.entries(response.matchingRules?.body ?? {}).flatMap(([path, { matchers }]) =>
        uncheckedIn(readPathOf(stepsOfRule(path)), matchers),
      ),
    ],
  },
})

/** Returns the regular expressions among matchers that do not compile. */
function uncheckedIn(
  path: string,
  matchers: readonly { readonly regex?: string | undefined }[] = [],
): Problem[] {
  return matchers
    .filter(({ regex }) => regex !== undefined && !pactRegex(regex))
    .map(({ regex }) => ({ path, found: shortened(regex ?? '') }))
}

/** Returns the regular expressions for headers and query parameters that do not compile. */
function namedMatchers(
  { matchingRules = {} }: PactInteraction['request' | 'response'],
  part: string,
): Problem[] {
  return (['header', 'query'] as const).flatMap((kind) =>
    Object.entries(matchingRules[kind] ?? {}).flatMap(([name, { matchers }]) =>
      uncheckedIn(`${part}.${kind}.${name}`, matchers),
    ),
  )
}

/** Returns one problem for each place with a problem, however many elements a collection has. */
function problemsIn(
  interaction: PactInteraction,
  foundAt: (place: Place, comparison: Comparison) => string | undefined,
): Problem[] {
  const problems: Problem[] = []
  visitComparisons(interaction, (place, comparison) => {
    const found = problems.length > maximumProblems ? undefined : foundAt(place, comparison)
    if (found !== undefined) problems.push({ path: place.path, found })
  })
  return problems
}

function exactValues(interaction: PactInteraction): Problem[] {
  const body = bodyTypeOf(interaction.response.status)
  return problemsIn(interaction, (place, { by, matchers }) => {
    if (!place.hasText || (by !== 'value' && !uses(matchers, 'equality'))) return undefined
    if (place.step.startsWith('@odata.')) return undefined
    // An error is identified by its code.
    if (body === 'callError' && place.step === 'code' && place.path === 'error.code') return undefined
    const { steps } = place
    if (declaredAt(body, steps)?.kind !== 'string' || isInState(interaction, steps, place)) return undefined
    return 'an exact text'
  })
}

/** True if the provider sets up a call that has the only text of a place. */
function isInState(
  { providerStates }: PactInteraction,
  steps: readonly Step[],
  { onlyText }: Place,
): boolean {
  return providerStates.some(({ params }) => {
    const { call }: { call?: unknown } = Object(params)
    const found = steps.reduce((part, step) => Object(part)[step === '[]' ? 0 : step], call)
    return onlyText !== undefined && found === onlyText
  })
}

const shortened = (regex: string) => (regex.length > 80 ? `${regex.slice(0, 80)}...` : regex)

const problemOf = ({ path, expected, actual }: Finding): Problem => ({
  path,
  found: `${actual}, expected ${expected}`,
})

/** True if a rule has a matcher with this name: `type` for `like`, and for `eachLike`, which adds a minimum. */
const uses = (matchers: readonly Matcher[], name: string) => matchers.some(({ match }) => match === name)

import { declaredAt } from '../../src/model/walk.ts'
import type { PactInteraction } from '../pact-file/pact-file.ts'
import type { Place } from '../verify/example-places.ts'
import type { Finding } from '../verify/verification.ts'
import {
  bodyFindings,
  bodyTypeOf,
  isValidBody,
  memberFindings,
  pathFindings,
} from '../verify/verify-shape.ts'
import { type Comparison, visitBody } from './body-nodes.ts'
import type { InteractionRule, Problem } from './rule.ts'

/** Rules for the example body of a response and its matchers. */
export const bodyRules = {
  'null-example': {
    why: 'A null example only matches null: Pact compares types, and null is a type of its own.',
    fix: 'Remove the property here, and show it with a value in another interaction.',
    scope: 'calls',
    check: (interaction) => problemsIn(interaction, (value) => (value === null ? 'null' : undefined)),
  },
  'empty-each-like': {
    why: 'An empty example has no element to compare with, so every collection matches.',
    fix: 'Add an element to the example. If the collection must be empty, give it an interaction of its own, without a matcher and outside any `eachLike`.',
    scope: 'calls',
    check: (interaction) =>
      problemsIn(interaction, (value, { matchers }) =>
        Array.isArray(value) && value.length === 0 && isByType(matchers)
          ? '[] under a type matcher'
          : undefined,
      ),
  },
  'literal-under-each-like': {
    why: 'Under `eachLike`, Pact compares only the type of a plain value, although it looks like an exact value.',
    fix: 'Give the value its own matcher: `like` for its type, `regex` or `equality` for its value.',
    scope: 'calls',
    check: (interaction) =>
      problemsIn(interaction, (value, { by, matchers }, place) =>
        isPlain(value) && by === 'inherited' && isByType(matchers) && place.isInElement
          ? `${typeof value} without a matcher of its own`
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
    check: ({ response }) => (isValidBody(response) ? pathFindings(response).map(problemOf) : []),
  },
  'wrong-body': {
    why: 'The service does not send such a response: its example is neither a call nor an error.',
    fix: 'Create the example from a fixture, a generated call or captured traffic.',
    scope: 'calls',
    check: ({ response }) => bodyFindings(response).map(problemOf),
  },
  'loose-enum': {
    why: 'The matcher accepts an enum member that only the documentation lists. Graph sends `unknownFutureValue` instead.',
    fix: 'Match only the members that the metadata declares.',
    scope: 'calls',
    check: ({ response }) => memberFindings(response).map(problemOf),
  },
} satisfies Record<string, InteractionRule>

/** Returns one problem for each place with a problem, however many elements a collection has. */
function problemsIn(
  interaction: PactInteraction,
  foundIn: (value: unknown, comparison: Comparison, place: Place) => string | undefined,
): Problem[] {
  const found = new Map<Place, string>()
  visitBody(interaction, (value, place, comparison) => {
    if (found.has(place)) return
    const text = foundIn(value, comparison, place)
    if (text !== undefined) found.set(place, text)
  })
  return [...found].map(([place, text]) => ({ path: place.path, found: text }))
}

function exactValues(interaction: PactInteraction): Problem[] {
  const body = bodyTypeOf(interaction.response.status)
  return problemsIn(interaction, (value, { by, matchers }, place) => {
    if (typeof value !== 'string' || (by !== 'value' && !matchers.includes('equality'))) return undefined
    if (place.step.startsWith('@odata.')) return undefined
    // An error is identified by its code.
    if (body === 'callError' && place.step === 'code' && place.path === 'error.code') return undefined
    return declaredAt(body, place.steps)?.kind === 'string' ? 'an exact text' : undefined
  })
}

const problemOf = ({ path, expected, actual }: Finding): Problem => ({
  path,
  found: `${actual}, expected ${expected}`,
})

/** True for `like` and for `eachLike`, which adds a minimum. */
const isByType = (matchers: readonly string[]) => matchers.includes('type')

const isPlain = (value: unknown) => value !== null && typeof value !== 'object'

import { declaredAt } from '../../src/model/walk.ts'
import { requestsCall } from '../pact-file/call-request.ts'
import type { PactInteraction } from '../pact-file/pact-file.ts'
import type { Step } from '../reads/read-paths.ts'
import type { Finding } from '../verify/verification.ts'
import { bodyFindings, bodyTypeOf, memberFindings, pathFindings } from '../verify/verify-shape.ts'
import { type BodyNode, bodyNodes } from './body-nodes.ts'
import type { InteractionRule, Problem } from './rule.ts'

/** Rules for the example body of a response and its matchers. */
export const bodyRules = {
  'null-example': {
    why: 'A null example only matches null: Pact compares types, and null is a type of its own.',
    fix: 'Remove the property here, and show it with a value in another interaction.',
    check: nodesThat(
      ({ value }) => value === null,
      () => 'null',
    ),
  },
  'empty-each-like': {
    why: 'An empty example has no element to compare with, so every collection matches.',
    fix: 'Add an element to the example. If the collection must be empty, give it an interaction of its own, without a matcher and outside any `eachLike`.',
    check: nodesThat(
      ({ value, matchers }) => Array.isArray(value) && value.length === 0 && isByType(matchers),
      () => '[] under a type matcher',
    ),
  },
  'literal-under-each-like': {
    why: 'Under `eachLike`, Pact compares only the type of a plain value, although it looks like an exact value.',
    fix: 'Give the value its own matcher: `like` for its type, `regex` or `equality` for its value.',
    check: nodesThat(
      ({ value, steps, by, matchers }) =>
        isPlain(value) && by === 'inherited' && isByType(matchers) && steps.includes('[]'),
      ({ value }) => `${typeof value} without a matcher of its own`,
    ),
  },
  'exact-value': {
    why: 'IDs, dates, names and other free text differ in every call, so no service can send exactly this value.',
    fix: 'Match it by type with `like`, or a date with `regex`. Remove it if your code does not read it.',
    check: (interaction) => (requestsCall(interaction) ? exactValues(interaction) : []),
  },
  'unknown-path': {
    why: 'No source has a property with this path, so it is a typo or something that Graph does not send.',
    fix: 'Look up the name in the type `Call`. A typo in a matcher means that Pact compares the exact value.',
    check: ofSchema((interaction) =>
      bodyFindings(interaction).length > 0 ? [] : pathFindings(interaction.response),
    ),
  },
  'wrong-body': {
    why: 'The service does not send such a response: its example is neither a call nor an error.',
    fix: 'Create the example from a fixture, a generated call or captured traffic.',
    check: ofSchema(bodyFindings),
  },
  'loose-enum': {
    why: 'The matcher accepts an enum member that only the documentation lists. Graph sends `unknownFutureValue` instead.',
    fix: 'Match only the members that the metadata declares.',
    check: ofSchema(({ response }) => memberFindings(response)),
  },
} satisfies Record<string, InteractionRule>

function nodesThat(
  applies: (node: BodyNode) => boolean,
  found: (node: BodyNode) => string,
): InteractionRule['check'] {
  return (interaction) =>
    bodyNodes(interaction)
      .filter(applies)
      .map((node) => ({ path: node.path, found: found(node) }))
}

function exactValues(interaction: PactInteraction): Problem[] {
  const body = bodyTypeOf(interaction.response.status)
  return (
    bodyNodes(interaction)
      .filter(({ by, matchers }) => by === 'value' || matchers.includes('equality'))
      .filter(({ steps }) => !steps.at(-1)?.startsWith('@odata.'))
      // An error is identified by its code.
      .filter(({ path }) => !(body === 'callError' && path === 'error.code'))
      .filter(({ steps, value }) => typeof value === 'string' && declaredAt(body, steps)?.kind === 'string')
      // Exact on purpose: the provider sets up a call with this text.
      .filter(({ steps, value, by }) => by === 'value' || !isInState(interaction, steps, value))
      .map(({ path }) => ({ path, found: 'an exact text' }))
  )
}

/** True if a provider state has a call with the value at the path. */
function isInState({ providerStates }: PactInteraction, steps: readonly Step[], value: unknown): boolean {
  return providerStates.some(({ params }) => {
    const { call }: { call?: unknown } = Object(params)
    const found = steps.reduce((part, step) => Object(part)[step === '[]' ? 0 : step], call)
    return found === value
  })
}

function ofSchema(findings: (interaction: PactInteraction) => readonly Finding[]): InteractionRule['check'] {
  return (interaction) =>
    requestsCall(interaction)
      ? findings(interaction).map(({ path, expected, actual }) => ({
          path,
          found: `${actual}, expected ${expected}`,
        }))
      : []
}

/** True for `like` and for `eachLike`, which adds a minimum. */
const isByType = (matchers: readonly string[]) => matchers.includes('type')

const isPlain = (value: unknown) => value !== null && typeof value !== 'object'

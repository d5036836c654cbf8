import { declaredAt } from '../../src/model/walk.ts'
import { asksForCall } from '../pact-file/call-request.ts'
import type { PactInteraction } from '../pact-file/pact-file.ts'
import type { Finding } from '../verify/verification.ts'
import { bodyFindings, bodyTypeOf, memberFindings, pathFindings } from '../verify/verify-shape.ts'
import { type BodyNode, bodyNodes } from './body-nodes.ts'
import type { InteractionRule, Problem } from './rule.ts'

/** What goes wrong with the example body of an answer and its matchers. */
export const bodyRules = {
  'null-example': {
    why: 'A null in an example demands the null: Pact compares types, and null has a type of its own.',
    fix: 'Leave the property out here, and let another interaction show it with a value.',
    check: nodesWhere(
      ({ value }) => value === null,
      () => 'null',
    ),
  },
  'empty-each-like': {
    why: 'An empty example has no element that another could differ from, so any collection passes.',
    fix: 'Show one element; or, where it is to be empty, leave it without a matcher, outside of any eachLike, in an interaction of its own.',
    check: nodesWhere(
      ({ value, matchers }) => Array.isArray(value) && value.length === 0 && isByType(matchers),
      () => '[] under a type matcher',
    ),
  },
  'literal-under-each-like': {
    why: 'Under eachLike a plain value is compared by its type alone, though it looks as if it had to be equal.',
    fix: 'Give it a matcher of its own: `like` where the type is meant, `regex` or `equality` where the value is.',
    check: nodesWhere(
      ({ value, steps, by, matchers }) =>
        isPlain(value) && by === 'inherited' && isByType(matchers) && steps.includes('[]'),
      ({ value }) => `${typeof value} without a matcher of its own`,
    ),
  },
  'exact-value': {
    why: 'Ids, dates, names and other free texts are different in every call, so no service can answer just this one.',
    fix: 'Match it by type (`like`), or dates by `regex`; leave out what your code does not read.',
    check: (interaction) => (asksForCall(interaction) ? exactValues(interaction) : []),
  },
  'unknown-path': {
    why: 'No source has a property of that name there, so it is a slip, or nothing that Graph sends.',
    fix: 'Look the name up: `callSchema` has all that are known. A slip in a matcher leaves the value compared as it stands.',
    check: ofSchema(({ response }) => (bodyFindings(response).length > 0 ? [] : pathFindings(response))),
  },
  'wrong-body': {
    why: 'The answer is none that the service sends: its example is no call, or no error.',
    fix: 'Make the example of a fixture, a generator or a captured call, and ask for what Graph answers with.',
    check: ofSchema(({ response }) => bodyFindings(response)),
  },
  'loose-enum': {
    why: 'The matcher takes a member that the documentation alone lists and Graph never sends: `unknownFutureValue` comes in its place.',
    fix: 'Match the members that the metadata has, and no others.',
    check: ofSchema(({ response }) => memberFindings(response)),
  },
} satisfies Record<string, InteractionRule>

function nodesWhere(
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
      // The code of an error is what tells it from others.
      .filter(({ path }) => !(body === 'callError' && path === 'error.code'))
      .filter(({ steps, value }) => typeof value === 'string' && declaredAt(body, steps)?.kind === 'string')
      .map(({ path }) => ({ path, found: 'a text that has to be equal' }))
  )
}

function ofSchema(findings: (interaction: PactInteraction) => readonly Finding[]): InteractionRule['check'] {
  return (interaction) =>
    asksForCall(interaction)
      ? findings(interaction).map(({ path, expected, actual }) => ({
          path,
          found: `${actual}, expected ${expected}`,
        }))
      : []
}

/** `eachLike` and `like` alike: the one has a minimum besides. */
const isByType = (matchers: readonly string[]) => matchers.includes('type')

const isPlain = (value: unknown) => value !== null && typeof value !== 'object'

import type { PactInteraction } from '../pact-file/pact-file.ts'
import { readPathOf, type Step } from '../reads/read-paths.ts'
import { stepsOfRule } from '../verify/rule-path.ts'

/** Value in an example body, and how Pact compares it. */
export interface BodyNode {
  readonly steps: readonly Step[]
  readonly path: string
  readonly value: unknown
  /** Compared by its own matcher, by a matcher inherited from a parent, or by its exact value. */
  readonly by: 'own' | 'inherited' | 'value'
  /** Names of the matchers. Empty if the exact value is compared. */
  readonly matchers: readonly string[]
}

interface BodyRule {
  readonly steps: readonly Step[]
  readonly matchers: readonly string[]
}

/** Returns all values in the example body of a response, starting with the body itself. */
export function bodyNodes({ response }: PactInteraction): BodyNode[] {
  const rules = Object.entries(response.matchingRules?.body ?? {}).map(([path, { matchers }]) => ({
    steps: stepsOfRule(path),
    matchers: matchers.map(({ match }) => match),
  }))
  const content = response.body?.content
  return content === undefined ? [] : [...nodesIn(content, [], rules)]
}

function* nodesIn(value: unknown, steps: readonly Step[], rules: readonly BodyRule[]): Generator<BodyNode> {
  const rule = nearest(rules, steps)
  const own = rule !== undefined && rule.steps.length === steps.length && rule.steps.at(-1) !== '*'
  const by = rule === undefined ? 'value' : own ? 'own' : 'inherited'
  yield { steps, path: readPathOf(steps), value, by, matchers: rule?.matchers ?? [] }
  if (typeof value !== 'object' || value === null) return
  for (const [key, inner] of Object.entries(value)) {
    yield* nodesIn(inner, [...steps, Array.isArray(value) ? '[]' : key], rules)
  }
}

/** Returns the rule with the longest path, which wins in Pact. */
function nearest(rules: readonly BodyRule[], steps: readonly Step[]): BodyRule | undefined {
  let found: BodyRule | undefined
  for (const rule of rules) {
    if (rule.steps.length > steps.length || rule.steps.length < (found?.steps.length ?? 0)) continue
    if (rule.steps.every((step, depth) => step === '*' || step === steps[depth])) found = rule
  }
  return found
}

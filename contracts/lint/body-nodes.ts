import type { PactInteraction } from '../pact-file/pact-file.ts'
import { readPathOf, type Step } from '../reads/read-paths.ts'
import { stepsOfRule } from '../verify/rule-path.ts'

/** One value of an example body, and how Pact will compare it. */
export interface BodyNode {
  readonly steps: readonly Step[]
  readonly path: string
  readonly value: unknown
  /** By its own matcher, by one further up that it inherits, or as it stands. */
  readonly by: 'own' | 'inherited' | 'value'
  /** The names of the matchers; none where it is compared as it stands. */
  readonly matchers: readonly string[]
}

interface BodyRule {
  readonly steps: readonly Step[]
  readonly matchers: readonly string[]
}

/** All values of the example body of an answer, the whole first. */
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

/** The longest path wins, as Pact has it. */
function nearest(rules: readonly BodyRule[], steps: readonly Step[]): BodyRule | undefined {
  let found: BodyRule | undefined
  for (const rule of rules) {
    if (rule.steps.length > steps.length || rule.steps.length < (found?.steps.length ?? 0)) continue
    if (rule.steps.every((step, depth) => step === '*' || step === steps[depth])) found = rule
  }
  return found
}

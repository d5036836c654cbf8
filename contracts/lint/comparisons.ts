import type { PactInteraction } from '../pact-file/pact-file.ts'
import { stepsOfRule } from '../pact-file/rule-path.ts'
import type { Step } from '../reads/read-paths.ts'
import { examplePlaceOf, type Place } from '../verify/example-places.ts'

/** Comparison of a value by Pact. */
export interface Comparison {
  /** By its own matcher, by a matcher inherited from a parent, or by its exact value. */
  readonly by: 'own' | 'inherited' | 'value'
  /** Matchers of the rule. Empty if the exact value is compared. */
  readonly matchers: readonly Matcher[]
}

type Response = PactInteraction['response']
type BodyRules = NonNullable<NonNullable<Response['matchingRules']>['body']>

/** Matcher of a matching rule, by name, with its regular expression if it has one. */
export type Matcher = BodyRules[string]['matchers'][number]

/** Matching rules whose paths begin with the same steps. */
class RuleTree {
  readonly inner = new Map<Step, RuleTree>()
  /** Matchers of the rule that ends here. */
  matchers?: readonly Matcher[]
  /** Names in the path, which Pact prefers to `*`. */
  readonly names: number
  readonly endsWithName: boolean

  constructor(names: number, endsWithName: boolean) {
    this.names = names
    this.endsWithName = endsWithName
  }

  at(step: Step): RuleTree {
    let tree = this.inner.get(step)
    if (!tree) {
      tree = new RuleTree(this.names + (step === '*' ? 0 : 1), step !== '*')
      this.inner.set(step, tree)
    }
    return tree
  }
}

/** Rules that match a place, and how Pact compares the value there. */
interface Match {
  readonly trees: readonly RuleTree[]
  readonly comparison: Comparison
}

/**
 * Visits the places of the example body of a response with the comparison that Pact makes there. Takes time in proportion
 * to the numbers of places and of rules.
 */
export function visitComparisons(
  { response }: PactInteraction,
  visit: (place: Place, comparison: Comparison) => void,
): void {
  const root = examplePlaceOf(response)
  if (root) visitFrom(root, matchFor([treeOf(response)], exact), visit)
}

/** Returns the comparison that Pact makes at a path of the body of a response. */
export function comparisonAt(response: Response, steps: readonly Step[]): Comparison {
  return steps.reduce(below, matchFor([treeOf(response)], exact)).comparison
}

function visitFrom(place: Place, match: Match, visit: (place: Place, comparison: Comparison) => void): void {
  visit(place, match.comparison)
  for (const inner of place.inner.values()) visitFrom(inner, below(match, inner.step), visit)
}

/** Trees of the rules of responses. Several lint rules need each one. */
const trees = new WeakMap<BodyRules, RuleTree>()

function treeOf({ matchingRules: { body: rules } = {} }: Response): RuleTree {
  if (!rules) return new RuleTree(0, true)
  const known = trees.get(rules)
  if (known) return known
  const root = new RuleTree(0, true)
  for (const [path, { matchers }] of Object.entries(rules)) {
    stepsOfRule(path).reduce((tree, step) => tree.at(step), root).matchers = matchers
  }
  trees.set(rules, root)
  return root
}

const exact: Comparison = { by: 'value', matchers: [] }

function below({ trees, comparison }: Match, step: Step): Match {
  const inner: RuleTree[] = []
  for (const tree of trees) {
    const [named, any] = [tree.inner.get(step), tree.inner.get('*')]
    if (named) inner.push(named)
    if (any) inner.push(any)
  }
  return matchFor(inner, comparison)
}

/** The longest rule wins, and of two equally long ones the rule with more names. */
function matchFor(trees: readonly RuleTree[], inherited: Comparison): Match {
  let best: RuleTree | undefined
  for (const tree of trees) if (tree.matchers && tree.names >= (best?.names ?? 0)) best = tree
  if (!best?.matchers) {
    return { trees, comparison: { ...inherited, by: inherited.by === 'own' ? 'inherited' : inherited.by } }
  }
  return { trees, comparison: { by: best.endsWithName ? 'own' : 'inherited', matchers: best.matchers } }
}

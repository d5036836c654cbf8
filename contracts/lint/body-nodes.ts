import { jsonBodyOf } from '../pact-file/body.ts'
import type { PactInteraction } from '../pact-file/pact-file.ts'
import { stepsOfRule } from '../pact-file/rule-path.ts'
import type { Step } from '../reads/read-paths.ts'
import { type Place, visitExample } from '../verify/example-places.ts'

/** How Pact compares a value. */
export interface Comparison {
  /** By its own matcher, by a matcher inherited from a parent, or by its exact value. */
  readonly by: 'own' | 'inherited' | 'value'
  /** Names of the matchers. Empty if the exact value is compared. */
  readonly matchers: readonly string[]
}

/** Matching rules whose paths begin with the same steps. */
class RuleTree {
  readonly inner = new Map<Step, RuleTree>()
  /** Matchers of the rule that ends here. */
  matchers?: readonly string[]
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
 * Visits the values in the example body of a response with the comparison that Pact makes. Takes time in proportion to
 * the numbers of values and of rules.
 */
export function visitBody(
  { response }: PactInteraction,
  visit: (value: unknown, place: Place, comparison: Comparison) => void,
): void {
  const body = jsonBodyOf(response)
  if (body === undefined) return
  const root = treeOf(response)
  const matches = new WeakMap<Place, Match>()
  const matchOf = (place: Place): Match => {
    const known = matches.get(place)
    if (known) return known
    const match = place.parent ? below(matchOf(place.parent), place.step) : matchFor([root], exact)
    matches.set(place, match)
    return match
  }
  visitExample(body, (value, place) => {
    visit(value, place, matchOf(place).comparison)
    return true
  })
}

function treeOf({ matchingRules }: PactInteraction['response']): RuleTree {
  const root = new RuleTree(0, true)
  for (const [path, { matchers }] of Object.entries(matchingRules?.body ?? {})) {
    stepsOfRule(path).reduce((tree, step) => tree.at(step), root).matchers = matchers.map(
      ({ match }) => match,
    )
  }
  return root
}

const exact: Comparison = { by: 'value', matchers: [] }

function below({ trees, comparison }: Match, step: Step): Match {
  const inner = trees.flatMap((tree) => [tree.inner.get(step) ?? [], tree.inner.get('*') ?? []].flat())
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

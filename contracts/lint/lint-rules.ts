import { bodyRules } from './body-rules.ts'
import { pactsRules } from './pacts-rules.ts'
import { pinningRules } from './pinning-rules.ts'
import { privacyRules } from './privacy-rules.ts'
import { requestRules } from './request-rules.ts'
import { forInteractions, forPacts, type InteractionRule, type LintRule, type PactsRule } from './rule.ts'
import { stateRules } from './state-rules.ts'

const singleInteraction = /* @__PURE__ */ forInteractions({
  ...requestRules,
  ...bodyRules,
  ...stateRules,
  ...privacyRules,
})
const severalPacts = /* @__PURE__ */ forPacts({ ...pinningRules, ...pactsRules })

/**
 * Name of a lint rule.
 *
 * @example
 * ```ts
 * import { type LintRuleName, lintPacts } from 'graph-call-testkit/contracts'
 *
 * const ignore: LintRuleName[] = ['exact-value', 'weak-name']
 * await lintPacts(['pacts'], { ignore })
 * ```
 * Source: the rules in docs/publishing.md.
 */
export type LintRuleName = keyof typeof singleInteraction | keyof typeof severalPacts

/** Rules that check one interaction at a time. */
export const interactionRules: readonly Named<InteractionRule>[] = named<InteractionRule>(singleInteraction)

/** Rules that check all pacts together. */
export const rulesForPacts: readonly Named<PactsRule>[] = named<PactsRule>(severalPacts)

/**
 * All rules of {@link lintPacts}, with the reason for each and the way to fix a finding.
 *
 * @example
 * ```ts
 * import { lintRules } from 'graph-call-testkit/contracts'
 *
 * lintRules['null-example'].why // 'A null example only matches null: ...'
 * ```
 * Sources: tests of Pact's matching and generators; docs/publishing.md lists the rules.
 */
export const lintRules: Readonly<Record<LintRuleName, LintRule>> = { ...singleInteraction, ...severalPacts }

type Named<Rule> = Rule & { readonly name: LintRuleName }

function named<Rule>(table: Readonly<Partial<Record<LintRuleName, Rule>>>): Named<Rule>[] {
  // TypeScript cannot know that a table has only the keys of its type. These tables are literals above.
  const entries = Object.entries(table) as [LintRuleName, Rule][]
  return entries.map(([name, rule]) => ({ name, ...rule }))
}

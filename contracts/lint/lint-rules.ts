import { bodyRules } from './body-rules.ts'
import { pactsRules } from './pacts-rules.ts'
import { privacyRules } from './privacy-rules.ts'
import { requestRules } from './request-rules.ts'
import type { InteractionRule, LintRule, PactsRule } from './rule.ts'
import { stateRules } from './state-rules.ts'

const ofInteractions = { ...requestRules, ...bodyRules, ...stateRules, ...privacyRules }

/** The name of a lint rule. */
export type LintRuleName = keyof typeof ofInteractions | keyof typeof pactsRules

/** The rules that look at one interaction at a time. */
export const interactionRules: readonly Named<InteractionRule>[] = named<InteractionRule>(ofInteractions)

/** The rules that look at all pacts at once. */
export const rulesOfPacts: readonly Named<PactsRule>[] = named<PactsRule>(pactsRules)

/**
 * Every rule of {@link lintPacts}: why it is one, and how to mend what breaks it.
 *
 * @example
 * ```ts
 * lintRules['null-example'].why // 'A null in an example demands the null: ...'
 * ```
 * Sources: how Pact's own matching and generating was seen to work; docs/publishing.md says each rule.
 */
export const lintRules: Readonly<Record<LintRuleName, LintRule>> = { ...ofInteractions, ...pactsRules }

type Named<Rule> = Rule & { readonly name: LintRuleName }

function named<Rule>(table: Readonly<Partial<Record<LintRuleName, Rule>>>): Named<Rule>[] {
  // The compiler does not believe that a table has no keys but those of its type; these are written out above.
  const entries = Object.entries(table) as [LintRuleName, Rule][]
  return entries.map(([name, rule]) => ({ name, ...rule }))
}

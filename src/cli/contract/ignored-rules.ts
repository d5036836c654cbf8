import type { LintRuleName } from '../../../contracts/index.ts'
import { CommandFailure } from '../io.ts'

/** The rules that `--ignore` names. */
export function ignoredRules(
  names: readonly string[],
  rules: Readonly<Record<LintRuleName, unknown>>,
): LintRuleName[] {
  const isRule = (name: string): name is LintRuleName => Object.hasOwn(rules, name)
  return names.map((name) => {
    if (isRule(name)) return name
    throw new CommandFailure(
      2,
      `--ignore: there is no rule "${name}". Rules: ${Object.keys(rules).join(', ')}.`,
    )
  })
}

/** Collects an option that can be given several times. */
export const each = (value: string, earlier: readonly string[]) => [...earlier, value]

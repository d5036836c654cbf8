import type { LintRuleName } from '../../../contracts/index.ts'
import { CommandFailure } from '../io.ts'

/** Checks the names passed to `--ignore`. */
export function ruleNames(
  names: readonly string[],
  rules: Readonly<Record<LintRuleName, unknown>>,
): LintRuleName[] {
  const isRule = (name: string): name is LintRuleName => Object.hasOwn(rules, name)
  return names.map((name) => {
    if (isRule(name)) return name
    throw new CommandFailure(
      2,
      `Unknown rule in --ignore: "${name}". Expected one of: ${Object.keys(rules).join(', ')}.`,
    )
  })
}

/** Collects the values of an option that can be repeated. */
export const collect = (value: string, earlier: readonly string[] = []) => [...earlier, value]

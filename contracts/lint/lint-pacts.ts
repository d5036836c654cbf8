import { readPactFiles } from '../pact-file/pact-files.ts'
import { linesOf } from './lines.ts'
import { interactionRules, type LintRuleName, lintRules, rulesOfPacts } from './lint-rules.ts'
import type { ContractDefinition, NamedPact, PlacedProblem } from './rule.ts'

/** How pacts are linted. */
export interface LintOptions {
  /** Rules to leave out; none unless said. */
  readonly ignore?: readonly LintRuleName[] | undefined
  /** What the pacts should hold: those interactions that it does not have are stale. */
  readonly definition?: ContractDefinition | undefined
}

/** One thing wrong with a pact. */
export interface LintFinding {
  /** The name of the rule, under which the documentation explains it. */
  readonly rule: LintRuleName
  /** As the file was given. */
  readonly file: string
  /** Counted from 1; where the interaction begins to be described, or the first. */
  readonly line: number
  /** The description of the interaction; absent where the pact as a whole is meant. */
  readonly interaction?: string
  /** In the body of the answer, e.g. `targets[].identity.user.id`, or in the interaction: `request.path`. */
  readonly path?: string
  /** What stands there; never a secret. */
  readonly found: string
  /** What goes wrong because of it. */
  readonly why: string
  /** How to mend it. */
  readonly fix: string
}

/** What came of linting. */
export interface LintReport {
  /** Whether nothing was found. */
  readonly passed: boolean
  /** The files that were looked at. */
  readonly files: readonly string[]
  /** How many interactions were looked at. */
  readonly interactions: number
  /** By file and line. */
  readonly findings: readonly LintFinding[]
}

/**
 * Looks for what goes wrong with pacts of Graph calls: with what Pact itself lets pass, what the schema does not know, and
 * what should be in no file. Any pact of version 2, 3 or 4 is read, whoever wrote it.
 *
 * @param paths - files, and folders whose `*.json` are read
 * @returns all findings, none where all is well; each says why, and how to mend it
 * @throws PactFormatError where a file is no pact; NoPactsError where there is no file
 * @example
 * ```ts
 * const { passed, findings } = await lintPacts(['pacts'])
 * for (const { file, line, rule, mend } of findings) console.log(`${file}:${line} ${rule}: ${mend}`)
 * ```
 * Sources: how Pact's own matching and generating was seen to work; the schema; docs/publishing.md says each rule.
 */
export async function lintPacts(paths: readonly string[], options: LintOptions = {}): Promise<LintReport> {
  const sources = await readPactFiles(paths)
  const problems = await problemsIn(sources, options)
  const lines = new Map(sources.map(({ file, text }) => [file, linesOf(text)]))
  const findings = problems.map((problem): LintFinding => {
    const { why, fix } = lintRules[problem.rule]
    return { ...problem, line: lines.get(problem.file)?.(problem.interaction) ?? 1, why, fix }
  })
  return {
    passed: findings.length === 0,
    files: sources.map(({ file }) => file),
    interactions: sources.reduce((sum, { pact }) => sum + pact.interactions.length, 0),
    findings: findings.toSorted((a, b) => compare(a.file, b.file) || a.line - b.line),
  }
}

type RuleProblem = PlacedProblem & { readonly rule: LintRuleName }

async function problemsIn(
  pacts: readonly NamedPact[],
  { ignore = [], definition }: LintOptions,
): Promise<RuleProblem[]> {
  const isOn = ({ name }: { readonly name: LintRuleName }) => !ignore.includes(name)
  const found: RuleProblem[] = rulesOfPacts
    .filter(isOn)
    .flatMap(({ name, check }) => check(pacts, definition).map((problem) => ({ rule: name, ...problem })))
  const rules = interactionRules.filter(isOn)
  for (const { file, pact } of pacts) {
    for (const interaction of pact.interactions) {
      for (const { name, check } of rules) {
        const problems = await check(interaction)
        found.push(
          ...problems.map((problem) => ({
            rule: name,
            file,
            interaction: interaction.description,
            ...problem,
          })),
        )
      }
    }
  }
  return found
}

const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0)

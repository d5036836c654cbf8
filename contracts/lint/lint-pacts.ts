import { type PactSource, readPactFiles } from '../pact-file/pact-files.ts'
import { linesOf } from './interaction-lines.ts'
import { interactionRules, type LintRuleName, lintRules, rulesForPacts } from './lint-rules.ts'
import type { NamedPact, PactProblem } from './rule.ts'

/**
 * Options of {@link lintPacts}.
 *
 * @example
 * ```ts
 * import type { LintOptions } from 'graph-call-testkit/contracts'
 *
 * const options: LintOptions = { ignore: ['exact-value'] }
 * ```
 * Source: the rules in docs/publishing.md.
 */
export interface LintOptions {
  /** Rules to ignore. Defaults to none. */
  readonly ignore?: readonly LintRuleName[] | undefined
}

/**
 * Problem in a pact.
 *
 * @example
 * ```ts
 * import type { LintFinding } from 'graph-call-testkit/contracts'
 *
 * const lineOf = ({ file, line, rule, found }: LintFinding) => `${file}:${line} ${rule}: ${found}`
 * ```
 * Source: the rules in docs/publishing.md.
 */
export interface LintFinding {
  /** Name of the rule. docs/publishing.md explains it. */
  readonly rule: LintRuleName
  /** File, as you passed it. */
  readonly file: string
  /** Line of the interaction's description, counted from 1. Line 1 if the problem concerns the whole pact. */
  readonly line: number
  /** Description of the interaction. Absent if the problem concerns the whole pact. */
  readonly interaction?: string
  /** Path in the response body, for example `targets[].identity.user.id`, or in the interaction: `request.path`. */
  readonly path?: string
  /** Value that was found, never a secret. */
  readonly found: string
  /** Reason why it is a problem. */
  readonly why: string
  /** Instructions to fix it. */
  readonly fix: string
}

/**
 * Result of {@link lintPacts}.
 *
 * @example
 * ```ts
 * import { type LintReport, lintPacts } from 'graph-call-testkit/contracts'
 *
 * const report: LintReport = await lintPacts(['pacts'])
 * if (!report.passed) process.exitCode = 1
 * ```
 * Source: the rules in docs/publishing.md.
 */
export interface LintReport {
  /** True if there are no findings. */
  readonly passed: boolean
  /** Files that were checked. */
  readonly files: readonly string[]
  /** Number of interactions that were checked. */
  readonly interactions: number
  /** Findings, sorted by file and line. */
  readonly findings: readonly LintFinding[]
}

/**
 * Finds problems in pacts of Graph calls: matchers that accept too much or too little, properties that the model does not
 * have, and secrets. Reads pacts of version 2, 3 and 4, from any tool.
 *
 * @param paths - pact files, and directories whose `*.json` files are read
 * @returns all findings, each with a reason and a fix
 * @throws {@link PactFormatError} if a file is not a pact
 * @throws {@link NoPactsError} if a path does not exist or has no pact
 * @example
 * ```ts
 * import { lintPacts } from 'graph-call-testkit/contracts'
 *
 * const { findings } = await lintPacts(['pacts'])
 * for (const { file, line, rule, fix } of findings) console.log(`${file}:${line} ${rule}: ${fix}`)
 * ```
 * Sources: tests of Pact's matching and generators; the schema. docs/publishing.md lists the rules.
 */
export async function lintPacts(paths: readonly string[], options: LintOptions = {}): Promise<LintReport> {
  const sources = await readPactFiles(paths)
  const findings = await lintFindings(sources, options)
  return {
    passed: findings.length === 0,
    files: sources.map(({ file }) => file),
    interactions: sources.reduce((sum, { pact }) => sum + pact.interactions.length, 0),
    findings,
  }
}

/** Lints pacts that have already been read. */
export async function lintFindings(
  sources: readonly PactSource[],
  { ignore = [] }: LintOptions,
): Promise<LintFinding[]> {
  const problems = await problemsIn(sources, ignore)
  const lines = new Map(sources.map(({ file, text }) => [file, linesOf(text)]))
  const findings = problems.map((problem): LintFinding => {
    const { why, fix } = lintRules[problem.rule]
    return { ...problem, line: lines.get(problem.file)?.(problem.interaction) ?? 1, why, fix }
  })
  return findings.toSorted((a, b) => compare(a.file, b.file) || a.line - b.line)
}

type RuleProblem = PactProblem & { readonly rule: LintRuleName }

async function problemsIn(
  pacts: readonly NamedPact[],
  ignore: readonly LintRuleName[],
): Promise<RuleProblem[]> {
  const isOn = ({ name }: { readonly name: LintRuleName }) => !ignore.includes(name)
  const found: RuleProblem[] = []
  for (const { name, check } of rulesForPacts.filter(isOn)) {
    const problems = await check(pacts)
    found.push(...problems.map((problem) => ({ rule: name, ...problem })))
  }
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

import type { OptionKinds } from '../../src/model/known-options.ts'
import { checkOptions } from '../../src/read/check-options.ts'
import { unknownName } from '../../src/read/invalid-value.ts'
import { checkPaths } from '../contract-arguments.ts'
import type { SkippedInteraction } from '../pact-file/any-pact.ts'
import { isForCalls, requestsCall } from '../pact-file/call-request.ts'
import type { PactInteraction } from '../pact-file/pact-file.ts'
import { type PactSource, readPactFiles, requireInteractions } from '../pact-file/pact-files.ts'
import { exampleOf, type PactMessage } from '../pact-file/pact-message.ts'
import { linesOf } from './interaction-lines.ts'
import { interactionRules, type LintRuleName, lintRules, rulesForPacts } from './lint-rules.ts'
import { maximumProblems, type NamedPact, type PactProblem, type Problem, type Scope } from './rule.ts'

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
  /** Name of the provider. Pacts of other providers are not read. Defaults to all. */
  readonly provider?: string | undefined
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
  /** Interactions that were not checked: messages of other APIs, and interactions of Pact plugins. */
  readonly skipped: readonly (SkippedInteraction & { readonly file: string })[]
  /** Findings, sorted by file and line. At most 100 of one rule in one interaction, and a note if there are more. */
  readonly findings: readonly LintFinding[]
}

/**
 * Finds problems in pacts of Graph calls: matchers that accept too much or too little, properties that the model does not
 * have, and secrets. Reads pacts of version 1 to 4, from any tool. Pacts of other providers are only checked for secrets and for
 * interactions that collide.
 *
 * @param paths - pact files, and directories whose `*.json` files are read
 * @returns all findings, each with a reason and a fix
 * @throws a {@link PactFormatError} if a file is not a pact
 * @throws a {@link NoPactsError} if a path does not exist, or if it contains nothing to check
 * @throws an {@link UnreadableFileError} if a file or directory cannot be read, or a file is larger than 10 MiB or is not UTF-8
 * @throws TypeError if `paths` is not an array of paths, or an option is unknown or invalid
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
  checkPaths('paths', paths)
  checkOptions('lintPacts', options, lintOptionKinds)
  const sources = await readPactFiles(paths, options)
  requireInteractions(sources)
  const findings = await lintFindings(sources, options)
  return {
    passed: findings.length === 0,
    files: sources.map(({ file }) => file),
    interactions: sources.reduce(
      (sum, { pact, messages }) => sum + pact.interactions.length + messages.length,
      0,
    ),
    skipped: sources.flatMap(({ file, skipped }) => skipped.map((one) => ({ file, ...one }))),
    findings,
  }
}

/** @throws TypeError if a name is not the name of a rule. Without this check, a typo would have no effect. */
function checkRules(names: readonly string[]): void {
  for (const name of names) {
    if (!Object.hasOwn(lintRules, name)) throw unknownName('ignore', name, Object.keys(lintRules))
  }
}

/**
 * Lints pacts that have already been read.
 *
 * @throws TypeError if `ignore` has a name that is not the name of a rule
 */
export async function lintFindings(
  sources: readonly PactSource[],
  { ignore = [] }: LintOptions,
): Promise<LintFinding[]> {
  checkRules(ignore)
  const problems = await problemsIn(sources, ignore)
  const files = new Set(problems.map(({ file }) => file))
  const lines = new Map(
    sources.filter(({ file }) => files.has(file)).map(({ file, text }) => [file, linesOf(text)]),
  )
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
    for (const problem of problems) found.push({ rule: name, ...problem })
  }
  const rules = interactionRules.filter(isOn)
  for (const { file, pact, messages } of pacts) {
    const requests = pact.interactions.map((one) => [one, isForCalls(pact)] as const)
    const notifications = messages.map((one) => [asInteraction(one), false] as const)
    for (const [interaction, isOfProvider] of [...requests, ...notifications]) {
      const scopes = scopesOf(interaction, isOfProvider)
      for (const { name, scope, check } of rules) {
        if (!scopes.includes(scope)) continue
        for (const problem of limited(await check(interaction))) {
          found.push({ rule: name, file, interaction: interaction.description, ...problem })
        }
      }
    }
  }
  return found
}

/** Returns a message as a request whose response is the message. Rules for every interaction check its texts. */
function asInteraction(message: PactMessage): PactInteraction {
  const { type: _, contents, matchingRules, ...rest } = message
  return {
    ...rest,
    type: 'Synchronous/HTTP',
    providerStates: message.providerStates ?? [],
    request: { method: 'POST', path: '/' },
    response: exampleOf(message),
  }
}

function scopesOf(interaction: PactInteraction, isOfProvider: boolean): readonly Scope[] {
  return [
    'all',
    ...(requestsCall(interaction) ? (['calls'] as const) : []),
    ...(isOfProvider ? (['provider'] as const) : []),
  ]
}

function limited(problems: readonly Problem[]): readonly Problem[] {
  if (problems.length <= maximumProblems) return problems
  return [...problems.slice(0, maximumProblems), { found: 'the same problem in more places' }]
}

const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0)

const lintOptionKinds: OptionKinds<LintOptions> = { ignore: 'texts', provider: 'text' }

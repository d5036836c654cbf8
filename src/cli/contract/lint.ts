import type { Command } from 'commander'
import { count } from '../count.ts'
import { githubFinding, sarifLog } from '../finding-formats.ts'
import { type FormatOptions, formatIn, formatOption, jsonOption } from '../format-option.ts'
import { CommandFailure, type Io } from '../io.ts'
import { fileFinding, lintText } from './lint-format.ts'
import { pactPaths, providerOption } from './pact-paths.ts'
import { collect, ruleNames } from './rule-names.ts'

interface LintCommandOptions extends FormatOptions {
  readonly ignore?: readonly string[]
  readonly provider?: string
}

const example = `
Examples:
  $ graph-call-testkit contract lint pacts
  $ graph-call-testkit contract lint pacts --format github        annotates the pull request in a GitHub workflow
  $ graph-call-testkit contract lint pacts --provider microsoft-graph-calls

docs/publishing.md explains each rule.

Exit code: 0 no problems, 1 problems found, 2 could not run.`

/** Adds `contract lint`. */
export function addLint(contract: Command, io: Io): void {
  contract
    .command('lint')
    .summary('find problems in pacts')
    .description(
      'Find problems in pacts: matchers that accept too much or too little, secrets, and properties that Graph does not have.',
    )
    .addArgument(pactPaths())
    .addOption(formatOption())
    .addOption(jsonOption())
    .option('--ignore <rule>', 'rule to ignore; can be repeated', collect)
    .addOption(providerOption())
    .addHelpText('after', example)
    .action((paths: readonly string[], options: LintCommandOptions) => lint(paths, options, io))
}

async function lint(paths: readonly string[], options: LintCommandOptions, io: Io): Promise<void> {
  const { lintPacts, lintRules } = await import('../../../contracts/index.ts')
  const report = await lintPacts(paths, {
    ignore: ruleNames(options.ignore ?? [], lintRules),
    provider: options.provider,
  })
  const findings = report.findings.map(fileFinding)
  switch (formatIn(options)) {
    case 'json':
      io.json(report)
      break
    case 'sarif':
      io.json(sarifLog(findings, whyOf(lintRules), io.version))
      break
    case 'github':
      io.out(findings.map(githubFinding).join(''))
      break
    case 'pretty':
      io.out(lintText(report))
  }
  if (report.passed) return
  throw new CommandFailure(
    1,
    `${count(report.findings.length, 'problem')} found in ${count(report.interactions, 'interaction')}.`,
  )
}

function whyOf(rules: Readonly<Record<string, { readonly why: string }>>): Record<string, string> {
  return Object.fromEntries(Object.entries(rules).map(([name, { why }]) => [name, why]))
}

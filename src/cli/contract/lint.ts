import { type Command, Option } from 'commander'
import { count } from '../count.ts'
import { CommandFailure, type Io } from '../io.ts'
import { lintFormats } from './lint-format.ts'
import { pactPaths, providerOption } from './pact-paths.ts'
import { collect, ruleNames } from './rule-names.ts'

interface LintCommandOptions {
  readonly json?: true
  readonly github?: true
  readonly ignore?: readonly string[]
  readonly provider?: string
}

const example = `
Example:
  $ graph-call-testkit contract lint pacts
  $ graph-call-testkit contract lint --github pacts        annotates the pull request in a GitHub workflow
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
    .option('--json', 'print the report as JSON')
    .addOption(new Option('--github', 'print annotations for GitHub Actions').conflicts('json'))
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
  if (options.json) io.json(report)
  else io.out(lintFormats[options.github ? 'github' : 'pretty'](report))
  if (report.passed) return
  throw new CommandFailure(
    1,
    `${count(report.findings.length, 'problem')} found in ${count(report.interactions, 'interaction')}.`,
  )
}

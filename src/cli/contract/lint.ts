import { type Command, Option } from 'commander'
import { CommandFailure, type Io } from '../io.ts'
import { each, ignoredRules } from './ignored-rules.ts'
import { count, lintFormats } from './lint-format.ts'
import { withContracts } from './room.ts'

interface LintCommandOptions {
  readonly json?: true
  readonly github?: true
  readonly ignore: readonly string[]
}

const example = `
Example:
  $ graph-call-testkit contract lint pacts
  $ graph-call-testkit contract lint --github pacts        in a GitHub workflow: a note at each line

Exit code: 0 nothing found, 1 something found, 2 it could not run. docs/publishing.md explains each rule.`

/** `contract lint`: what goes wrong with pacts, before it does. */
export function addLint(contract: Command, io: Io): void {
  contract
    .command('lint')
    .summary('find what Pact lets pass')
    .description('Looks in pacts for traps of matchers, for secrets, and for what no Graph call has.')
    .argument('[paths...]', 'pact files, and folders of them', ['pacts'])
    .option('--json', 'print the report as JSON')
    .addOption(new Option('--github', 'print annotations for GitHub Actions').conflicts('json'))
    .option('--ignore <rule>', 'leave a rule out; can be given several times', each, [])
    .addHelpText('after', example)
    .action((paths: readonly string[], options: LintCommandOptions) => lint(paths, options, io))
}

async function lint(paths: readonly string[], options: LintCommandOptions, io: Io): Promise<void> {
  const report = await withContracts(({ lintPacts, lintRules }) =>
    lintPacts(paths, { ignore: ignoredRules(options.ignore, lintRules) }),
  )
  io.out(lintFormats[options.json ? 'json' : options.github ? 'github' : 'pretty'](report))
  if (report.passed) return
  throw new CommandFailure(
    1,
    `${count(report.findings.length, 'finding')} in ${count(report.interactions, 'interaction')}.`,
  )
}

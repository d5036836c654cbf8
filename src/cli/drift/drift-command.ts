import { type Command, Option } from 'commander'
import { absentIn, history } from '../../model/changes.ts'
import { count } from '../count.ts'
import { CommandFailure, type Io } from '../io.ts'
import type { DriftOptions } from './drift-options.ts'

const example = `
Examples:
  $ graph-call-testkit drift                                   compares with the public document of the cloud
  $ graph-call-testkit drift metadata.xml.gz --cloud usgov
  $ graph-call-testkit drift --fail-on new --format github
  $ graph-call-testkit drift --traffic capture.har

With --traffic it compares captured bodies instead: a HAR file, NDJSON or JSON. The report has names, and no values.
The public document needs no account. A file can be gzip, and - is standard input.

Exit code: 0 nothing breaks, 1 readers break (or --fail-on new: something is new), 2 could not run.`

/** Adds the argument and options of `drift`. */
export function addDrift(command: Command, io: Io): void {
  command
    .description('Compare the model with a $metadata document: has the service changed?')
    .argument('[source]', 'file or URL of the document')
    .option(
      '--traffic <file>',
      'report what the model does not know in captured traffic, or in standard input (-)',
    )
    .addOption(
      new Option('--cloud <cloud>', 'cloud of the document').choices(Object.keys(absentIn)).default('global'),
    )
    .addOption(
      new Option('--fail-on <severity>', 'least severity that exits with 1')
        .choices(['breaking', 'new'])
        .default('breaking'),
    )
    .addOption(
      new Option('--format <format>', 'format of the report: github prints annotations for GitHub Actions')
        .choices(['pretty', 'json', 'github'])
        .default('pretty'),
    )
    .addOption(
      new Option('--json', 'print the report as JSON: the same as --format json').conflicts('format'),
    )
    .addHelpText('after', example)
    .action((source: string | undefined, options: DriftOptions) => drift(source, options, io))
}

async function drift(source: string | undefined, options: DriftOptions, io: Io): Promise<void> {
  const { cloud, failOn, format, json, traffic } = options
  if (traffic !== undefined) {
    if (source !== undefined) throw new CommandFailure(2, 'Expected either a document or --traffic FILE.')
    const { trafficDrift } = await import('./traffic-command.ts')
    return trafficDrift(traffic, options, io)
  }
  const { ageText, driftAnnotations, driftText, summaryOf } = await import('./drift-format.ts')
  const { readDocument } = await import('./metadata-source.ts')
  const document = await readDocument(source, cloud, io)
  const { compareWithMetadata } = await import('../../metadata/metadata-entry.ts')
  const findings = compareWithMetadata(document, { cloud })
  io.err(`${ageText(new Date())}\n`)
  switch (json ? 'json' : format) {
    case 'json':
      io.json({ cloud, model: history.last, findings })
      break
    case 'github':
      io.out(driftAnnotations(findings))
      break
    case 'pretty':
      io.out(driftText(findings))
  }
  const failing = findings.filter(
    ({ severity }) => severity === 'breaking' || (failOn === 'new' && severity === 'new'),
  )
  if (failing.length > 0) {
    throw new CommandFailure(
      1,
      `${count(findings.length, 'difference')} found: ${summaryOf(findings)}. Check for a newer version of graph-call-testkit, whose model can have them.`,
    )
  }
}

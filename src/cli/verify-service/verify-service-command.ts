import type { Command } from 'commander'
import { count } from '../count.ts'
import { CommandFailure, type Io } from '../io.ts'

interface VerifyServiceOptions {
  readonly baseUrl: string
  readonly out?: string
  readonly json?: true
}

const example = `
Examples:
  $ GRAPH_ACCESS_TOKEN=... graph-call-testkit verify-service CALL_ID
  $ GRAPH_ACCESS_TOKEN=... graph-call-testkit verify-service CALL_ID --out report.json
  $ GRAPH_ACCESS_TOKEN=... graph-call-testkit verify-service CALL_ID --base-url https://graph.microsoft.us

Sends one GET request for a call that you name, with the token in GRAPH_ACCESS_TOKEN. Nothing in the service changes. The report has no
IDs, names or tokens, so you can attach it to an issue.

Exit code: 0 the response is a call, 1 the tolerant schema rejects the response, 2 could not run: the service sent no body to check.`

/** Adds the argument and options of `verify-service`. */
export function addVerifyService(command: Command, io: Io): void {
  command
    .description('Check a call of the real service: does the package read it, and what is new in it?')
    .argument('<call-id>', 'ID of a call that exists in the service')
    .option('--base-url <url>', 'root URL of the service, without a version', 'https://graph.microsoft.com')
    .option('--out <file>', 'file to write the report to, as JSON with the anonymized response')
    .option('--json', 'print the same report as JSON')
    .addHelpText('after', example)
    .action((callId: string, options: VerifyServiceOptions) => verifyService(callId, options, io))
}

async function verifyService(
  callId: string,
  { baseUrl, out, json }: VerifyServiceOptions,
  io: Io,
): Promise<void> {
  const { requestCall } = await import('./call-response.ts')
  const { reportOf } = await import('./service-report.ts')
  const { reportText } = await import('./report-text.ts')
  const report = await reportOf(await requestCall(callId, baseUrl, process.env), io.version)
  if (out !== undefined) {
    const { writeFile } = await import('../export/write-files.ts')
    await writeFile(out, `${JSON.stringify(report, null, 2)}\n`)
  }
  if (json) io.json(report)
  else io.out(reportText(report))
  if (out !== undefined) io.err(`The report is in ${out}.\n`)
  const { issues } = report.tolerant
  if (issues.length > 0)
    throw new CommandFailure(1, `The response is not a call: ${count(issues.length, 'problem')}.`)
}

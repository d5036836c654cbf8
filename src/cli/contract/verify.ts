import type { Command } from 'commander'
import type { VerifiedInteraction, VerifyReport } from '../../../contracts/index.ts'
import { CommandFailure, type Io } from '../io.ts'
import { pactPaths } from './pact-paths.ts'

interface VerifyCommandOptions {
  readonly baseUrl?: string
  readonly callId?: string
  readonly metadata?: string
  readonly json?: true
}

const example = `
Example:
  $ graph-call-testkit contract verify pacts
  $ graph-call-testkit contract verify pacts --metadata metadata.xml
  $ GRAPH_ACCESS_TOKEN=... graph-call-testkit contract verify pacts --base-url https://graph.microsoft.com --call-id ID

Anyone can download $metadata: https://graph.microsoft.com/v1.0/$metadata. It declares the properties of a call. It does
not show that the service sends them, and does not describe errors.

A service gets only GET requests, with the token in GRAPH_ACCESS_TOKEN. Nothing is published, and no result is a
verification by Microsoft.

Exit code: 0 nothing failed, 1 something failed, 2 could not run.`

/** Adds `contract verify`. */
export function addVerify(contract: Command, io: Io): void {
  contract
    .command('verify')
    .summary('verify pacts against the virtual tenant, the schema and a service')
    .description(
      'Verify each interaction of the pacts against the virtual tenant and the schema, and on request against a service.',
    )
    .addArgument(pactPaths())
    .option('--base-url <url>', 'root URL of a service to verify against, without a version')
    .option('--call-id <id>', 'ID of a call that exists in the service')
    .option('--metadata <file>', 'CSDL file of Graph ($metadata) to verify example bodies against')
    .option('--json', 'print the report as JSON')
    .addHelpText('after', example)
    .action((paths: readonly string[], options: VerifyCommandOptions) => verify(paths, options, io))
}

async function verify(
  paths: readonly string[],
  { json, ...options }: VerifyCommandOptions,
  io: Io,
): Promise<void> {
  if (io.subprocess) {
    const exitCode = await io.subprocess()
    if (exitCode !== 0) throw new CommandFailure(exitCode, '')
    return
  }
  const { verifyPacts } = await import('../../../contracts/index.ts')
  const report = await verifyPacts(paths, options)
  io.out(json ? `${JSON.stringify(report, null, 2)}\n` : pretty(report))
  if (!report.passed) throw new CommandFailure(1, 'Not all interactions passed.')
}

function pretty({ pacts, service, metadata }: VerifyReport): string {
  const shape = metadata === undefined ? 'the schema' : `the schema and ${metadata}`
  return [
    ...pacts.flatMap(({ file, consumer, provider, interactions }) => [
      `${consumer} -> ${provider} (${file})`,
      ...interactions.flatMap(lines),
    ]),
    `Verified against the virtual tenant (self-consistency), ${shape} (shape)${service ? `, ${service} (behavior)` : ''}. None of these is a verification by Microsoft.`,
    '',
  ].join('\n')
}

const names = { selfConsistency: 'self-consistency', shape: 'shape', behavior: 'behavior' } as const

function lines({ description, levels }: VerifiedInteraction): string[] {
  const results = (['selfConsistency', 'shape', 'behavior'] as const).map((level) => ({
    name: names[level],
    ...levels[level],
  }))
  return [
    `  ${description}: ${results.map(({ name, result }) => `${name} ${result}${name === 'shape' ? metadataResult(levels) : ''}`).join(', ')}`,
    ...results.flatMap(({ name, findings }) =>
      findings.map(
        ({ against, where, path, expected, actual, message }) =>
          `    ${name}${against ? ' ($metadata)' : ''}, ${[where, path].filter(Boolean).join(' ')}: ${message || `expected ${expected}, actual ${actual}`}`,
      ),
    ),
  ]
}

function metadataResult({ shape: { metadata } }: VerifiedInteraction['levels']): string {
  return metadata ? ` ($metadata ${metadata.result})` : ''
}

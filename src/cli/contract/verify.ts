import type { Command } from 'commander'
import type { VerifiedInteraction, VerifyReport } from '../../../contracts/index.ts'
import { CommandFailure, type Io } from '../io.ts'
import { withContracts } from './room.ts'

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

Anyone may fetch the document: https://graph.microsoft.com/v1.0/$metadata. It declares what a call may have; not that the
service sends it, nor what an error looks like.
A service is asked by GET and nothing else, with the token in GRAPH_ACCESS_TOKEN. Nothing is published: Microsoft
verifies no pacts, and no result here is Microsoft's.
Exit code: 0 nothing failed, 1 something failed, 2 it could not run.`

/** `contract verify`: how far pacts can be checked from here. */
export function addVerify(contract: Command, io: Io): void {
  contract
    .command('verify')
    .summary('check pacts against the virtual tenant, the schema, and a service')
    .description(
      'Says of each interaction how far it was checked: by the virtual tenant, by the schema, by a service.',
    )
    .argument('[paths...]', 'pact files, and folders of them', ['pacts'])
    .option('--base-url <url>', 'ask this service too, without a version in the URL')
    .option('--call-id <id>', 'a call that the service has')
    .option('--metadata <file>', "hold example bodies to this $metadata document too, Graph's CSDL")
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
  const report = await withContracts(({ verifyPacts }) => verifyPacts(paths, options))
  io.out(json ? `${JSON.stringify(report, null, 2)}\n` : pretty(report))
  if (!report.passed) throw new CommandFailure(1, 'Not all interactions passed.')
}

function pretty({ pacts, service, metadata }: VerifyReport): string {
  const shape = metadata === undefined ? 'the schema' : `the schema and ${metadata}`
  return [
    ...pacts.flatMap(({ file, consumer, provider, interactions }) => [
      `${consumer} asks ${provider} (${file})`,
      ...interactions.flatMap(lines),
    ]),
    `Asked: the virtual tenant (self-consistency), ${shape} (shape)${service ? `, ${service} (behaviour)` : ''}. None of it is a verification by Microsoft.`,
    '',
  ].join('\n')
}

const names = { selfConsistency: 'self-consistency', shape: 'shape', behaviour: 'behaviour' } as const

function lines({ description, levels }: VerifiedInteraction): string[] {
  const results = (['selfConsistency', 'shape', 'behaviour'] as const).map((level) => ({
    name: names[level],
    ...levels[level],
  }))
  return [
    `  ${description}: ${results.map(({ name, result }) => `${name} ${result}${name === 'shape' ? ofMetadata(levels) : ''}`).join(', ')}`,
    ...results.flatMap(({ name, findings }) =>
      findings.map(
        ({ against, where, path, expected, actual, message }) =>
          `    ${name}${against ? ' ($metadata)' : ''}, ${[where, path].filter(Boolean).join(' ')}: ${message || `expected ${expected}, actual ${actual}`}`,
      ),
    ),
  ]
}

function ofMetadata({ shape: { metadata } }: VerifiedInteraction['levels']): string {
  return metadata ? ` ($metadata ${metadata.result})` : ''
}

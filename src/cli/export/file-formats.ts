import type { Command } from 'commander'
import type { ExportFormat } from '../../export/index.ts'
import type { Io } from '../io.ts'
import { addRequiredOption } from '../shared-options.ts'
import { writeFiles } from './write-files.ts'

/** Format with one file or several, and an example of its use. */
interface FileFormat {
  readonly format: ExportFormat
  readonly summary: string
  readonly description: string
  readonly example: string
}

const formats: readonly FileFormat[] = [
  {
    format: 'dev-proxy',
    summary: 'write a mock file of Microsoft Dev Proxy',
    description:
      'Write the fixtures as a mock file of Microsoft Dev Proxy, and a call that changes its state.',
    example: `  $ graph-call-testkit export dev-proxy --out mocks
  $ devproxy --mocks-file mocks/calls.mocks.json`,
  },
  {
    format: 'wiremock',
    summary: 'write mappings of WireMock',
    description:
      'Write the fixtures as mappings of WireMock. DELETE ends a call, and one call changes its state.',
    example: `  $ graph-call-testkit export wiremock --out wiremock
  $ java -jar wiremock.jar --root-dir wiremock`,
  },
  {
    format: 'mockoon',
    summary: 'write an environment of Mockoon',
    description:
      'Write the fixtures as an environment of Mockoon. The ID of the call determines the response.',
    example: `  $ graph-call-testkit export mockoon --out mockoon
  $ mockoon-cli start --data mockoon/calls.mockoon.json`,
  },
  {
    format: 'postman',
    summary: 'write a Postman collection',
    description: 'Write the fixtures and actions as a Postman collection, with the responses as examples.',
    example: `  $ graph-call-testkit export postman --out postman
  $ newman run postman/calls.postman_collection.json --env-var baseUrl=http://127.0.0.1:8080`,
  },
  {
    format: 'fixtures',
    summary: 'write the fixtures as plain files',
    description:
      'Write the fixtures as plain files for other languages, with matchers, an index and checksums.',
    example: `  $ graph-call-testkit export fixtures --out fixtures
  $ cd fixtures && sha256sum --check SHA256SUMS`,
  },
]

/** Adds the sub-commands that write files of other tools. */
export function addFileFormats(exports: Command, io: Io): void {
  for (const { format, summary, description, example } of formats) {
    const command = exports.command(format)
    addRequiredOption(command, '--out <directory>', 'directory to write to; existing files are replaced')
      .summary(summary)
      .description(`${description} Writes all files or none.`)
      .addHelpText('after', `\nExample:\n${example}\n\nExit code: 0 written, 2 could not run.`)
      .action(async ({ out }: { readonly out: string }) => {
        const { exportFiles } = await import('../../export/index.ts')
        const files = await exportFiles(format)
        await writeFiles(out, files)
        const { length } = Object.keys(files)
        io.err(`${length} ${length === 1 ? 'file' : 'files'} written to ${out}.\n`)
      })
  }
}

import { writeFile } from 'node:fs/promises'
import { type Command, Option } from 'commander'
import type { OpenApiVersion } from '../../export/index.ts'
import { CommandFailure, type Io } from '../io.ts'

interface OpenApiCommandOptions {
  readonly openapiVersion: OpenApiVersion
  readonly out?: string
}

const example = `
Example:
  $ graph-call-testkit export openapi --out openapi.json
  $ graph-call-testkit contract verify pacts --openapi openapi.json

Exit code: 0 written, 2 could not run.`

/** Adds `export openapi`. */
export function addOpenApi(exports: Command, io: Io): void {
  exports
    .command('openapi')
    .summary('print an OpenAPI document')
    .description(
      'Print an OpenAPI document of the requests for a call. Tools such as openapi-pact-comparator can compare pacts with it.',
    )
    .addOption(
      new Option('--openapi-version <version>', 'version of the OpenAPI Specification')
        .choices(['3.0', '3.1'])
        .default('3.0'),
    )
    .option('--out <file>', 'file to write (default: standard output)')
    .addHelpText('after', example)
    .action((options: OpenApiCommandOptions) => exportOpenApi(options, io))
}

async function exportOpenApi({ openapiVersion, out }: OpenApiCommandOptions, io: Io): Promise<void> {
  const { openApi } = await import('../../export/index.ts')
  const text = `${JSON.stringify(openApi({ version: openapiVersion }), null, 2)}\n`
  if (out === undefined) return io.out(text)
  await writeFile(out, text).catch((error: Error) => {
    throw new CommandFailure(2, `Cannot write ${out}: ${error.message}.`)
  })
  io.err(`Written to ${out}.\n`)
}

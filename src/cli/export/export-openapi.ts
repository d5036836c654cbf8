import { type Command, Option } from 'commander'
import type { OpenApiVersion } from '../../export/index.ts'
import type { Io } from '../io.ts'
import { printOrWrite } from './print-or-write.ts'

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
      'Print an OpenAPI document of the requests of a calling bot. Tools such as openapi-pact-comparator can compare pacts with it.',
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
  await printOrWrite(openApi({ version: openapiVersion }), out, io)
}

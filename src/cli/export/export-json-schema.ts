import { type Command, Option } from 'commander'
import type { Io } from '../io.ts'
import { printOrWrite } from './print-or-write.ts'

interface JsonSchemaCommandOptions {
  readonly mode: 'tolerant' | 'strict'
  readonly out?: string
}

const example = `
Example:
  $ graph-call-testkit export json-schema --mode strict --out call.schema.json

Exit code: 0 written, 2 could not run.`

/** Adds `export json-schema`. */
export function addJsonSchema(exports: Command, io: Io): void {
  exports
    .command('json-schema')
    .summary('print a JSON Schema of a call')
    .description(
      'Print a JSON Schema (2020-12) of a call. It accepts and rejects the same calls as readCall.',
    )
    .addOption(
      new Option('--mode <mode>', 'tolerant: what the service sends. strict: only what is documented')
        .choices(['tolerant', 'strict'])
        .default('tolerant'),
    )
    .option('--out <file>', 'file to write (default: standard output)')
    .addHelpText('after', example)
    .action(async ({ mode, out }: JsonSchemaCommandOptions) => {
      const { jsonSchema } = await import('../../export/index.ts')
      await printOrWrite(jsonSchema({ mode }), out, io)
    })
}

import type { Command } from 'commander'
import type { Io } from '../io.ts'
import { addJsonSchema } from './export-json-schema.ts'
import { addOpenApi } from './export-openapi.ts'
import { addFileFormats } from './file-formats.ts'

/** Adds `export` and its sub-commands. */
export function addExport(program: Command, io: Io): void {
  const exports = program
    .command('export')
    .summary('describe the API and the fixtures for other tools')
    .description('Describe the API and the fixtures for other tools.')
  addJsonSchema(exports, io)
  addOpenApi(exports, io)
  addFileFormats(exports, io)
}

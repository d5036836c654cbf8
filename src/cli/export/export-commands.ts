import type { Command } from 'commander'
import type { Io } from '../io.ts'
import { addJsonSchema } from './export-json-schema.ts'
import { addOpenApi } from './export-openapi.ts'
import { addFileFormats } from './file-formats.ts'

const example = `
Example:
  $ graph-call-testkit export openapi --out openapi.json`

/** Adds `export` and its sub-commands. */
export function addExport(exports: Command, io: Io): void {
  exports.description('Describe the API and the fixtures for other tools.').addHelpText('after', example)
  addJsonSchema(exports, io)
  addOpenApi(exports, io)
  addFileFormats(exports, io)
}

import type { Command } from 'commander'
import type { Io } from '../io.ts'
import { addOpenApi } from './export-openapi.ts'

const example = `
Example:
  $ graph-call-testkit export openapi --out openapi.json`

/** Adds `export` and its sub-commands. */
export function addExport(exports: Command, io: Io): void {
  exports.description('Describe the API for other tools.').addHelpText('after', example)
  addOpenApi(exports, io)
}

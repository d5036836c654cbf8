import type { Command } from 'commander'
import type { Io } from '../io.ts'
import { addOpenApi } from './export-openapi.ts'

/** Adds `export` and its sub-commands. */
export function addExport(program: Command, io: Io): void {
  const exports = program
    .command('export')
    .summary('describe the API for other tools')
    .description('Describe the API for other tools.')
  addOpenApi(exports, io)
}

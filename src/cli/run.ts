import { Command, CommanderError } from 'commander'
import { addContract } from './contract/contract.ts'
import { CommandFailure, type ExitCode, type Io } from './io.ts'
import { addServe } from './serve.ts'

/**
 * Runs the command that `argv` names, and never ends the process.
 *
 * @param argv - what stands behind the name of the program
 */
export async function run(argv: readonly string[], io: Io): Promise<ExitCode> {
  try {
    await programOf(io).parseAsync(argv, { from: 'user' })
    return 0
  } catch (error) {
    // Commander has said what was wrong, or shown its help.
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2
    const known = error instanceof CommandFailure
    const said = known ? error.message : error instanceof Error ? error.stack : String(error)
    if (said) io.err(`${said}\n`)
    return known ? error.exitCode : 2
  }
}

function programOf(io: Io): Command {
  const program = new Command('graph-call-testkit')
    .description(
      'For code that reads Microsoft Graph calls: GET /communications/calls/{id} without a tenant.',
    )
    .version(io.version)
    .exitOverride()
    .configureOutput({
      writeOut: (text) => io.out(text),
      writeErr: (text) => io.err(text),
      getOutHelpWidth: () => io.columns,
      getErrHelpWidth: () => io.columns,
      getOutHasColors: () => false,
      getErrHasColors: () => false,
    })
    .showHelpAfterError('(--help shows what there is)')
    .addHelpText('after', '\nExample:\n  $ graph-call-testkit serve --port 4010')
  addServe(program, io)
  addContract(program, io)
  return program
}

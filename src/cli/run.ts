import { styleText } from 'node:util'
import { Command, CommanderError } from 'commander'
import { TestkitError } from '../model/errors.ts'
import { commands } from './commands.ts'
import type { ExitCode, Io, Terminal } from './io.ts'
import { safeIo } from './safe-io.ts'

/**
 * Runs a command line. Never ends the process.
 *
 * @param argv - arguments after the name of the program
 */
export async function run(argv: readonly string[], terminal: Terminal): Promise<ExitCode> {
  const io = safeIo(terminal, argv, process.env)
  const broken = argv.find((argument) => lineBreak.test(argument))
  if (broken !== undefined) {
    io.err(`Invalid argument: ${JSON.stringify(broken)}. Expected one line without control characters.\n`)
    return 2
  }
  try {
    const program = await programFor(argv, io)
    await program.parseAsync(upToUnknownCommand(program, argv), { from: 'user' })
    return 0
  } catch (error) {
    // Commander has already printed its message or its help.
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2
    const { exitCode, text } = explain(error)
    if (text) io.err(`${text}\n`)
    return exitCode
  }
}

/**
 * Ends the arguments after a command that does not exist. Otherwise `--help` after it prints the help of all commands, and so
 * does `help` before it, both with exit code 0.
 */
function upToUnknownCommand(program: Command, argv: readonly string[]): readonly string[] {
  let command = program
  for (const [index, argument] of argv.entries()) {
    if (command.commands.length === 0 || argument.startsWith('-')) return argv
    const found = command.commands.find((each) => each.name() === argument)
    if (found) command = found
    else if (argument !== 'help') return argv.slice(0, index + 1).filter((name) => name !== 'help')
  }
  return argv
}

/** The message of a TestkitError is complete, so it is printed without a stack. So is that of an error of the system. */
function explain(error: unknown): { readonly exitCode: ExitCode; readonly text: string } {
  if (error instanceof Error && 'syscall' in error) return { exitCode: 2, text: `${error.message}.` }
  if (!(error instanceof TestkitError)) {
    return { exitCode: 2, text: error instanceof Error ? (error.stack ?? error.message) : String(error) }
  }
  const exitCode = 'exitCode' in error && typeof error.exitCode === 'number' ? error.exitCode : 2
  const output = 'output' in error && typeof error.output === 'string' ? error.output : ''
  return { exitCode, text: [error.message, indented(output)].filter(Boolean).join('\n\n') }
}

/** Indents the output of another program, which could otherwise look like a result of this one. */
function indented(output: string): string {
  return output.replaceAll(/^(?=.)/gm, '  ')
}

/** Rejects empty values: a shell passes one for a variable that is not set, and an empty directory is the current one. */
function rejectEmptyValues(command: Command): void {
  const advice = 'Expected a value. If it comes from a variable, check that the variable is set.'
  for (const option of command.options) {
    if (isEmpty(command.getOptionValue(option.attributeName()))) {
      command.error(`error: option '${option.flags}' argument '' is invalid. ${advice}`)
    }
  }
  for (const [index, argument] of command.registeredArguments.entries()) {
    if (isEmpty(command.processedArgs[index])) {
      command.error(`error: argument '${argument.name()}' is empty. ${advice}`)
    }
  }
}

/** Matches text that would continue on another line of a message. */
const lineBreak = /[\p{Cc}\p{Zl}\p{Zp}]/u

const isEmpty = (value: unknown) => [value].flat().includes('')

const example = `
Examples:
  $ graph-call-testkit serve --port 4010
  $ graph-call-testkit generate --count 1000 --out calls.ndjson
  $ graph-call-testkit validate calls.ndjson
  $ graph-call-testkit contract lint pacts`

/** Returns the program with the commands that the arguments may run. Of the others, it has only the name and the summary. */
async function programFor(argv: readonly string[], io: Io): Promise<Command> {
  const program = new Command('graph-call-testkit')
    .description('Test code that uses the calling API of Microsoft Graph, without a tenant.')
    .version(io.version)
    // Otherwise "export openapi --version 3.1" prints the version of the package and exits with 0.
    .enablePositionalOptions()
    .hook('preAction', (_program, command) => rejectEmptyValues(command))
    .exitOverride()
    .configureOutput({
      writeOut: (text) => io.out(text),
      writeErr: (text) => io.err(text.replace(/^error: command-argument value/, 'error: value')),
      getOutHelpWidth: () => io.columns,
      getErrHelpWidth: () => io.columns,
      getOutHasColors: () => io.colors,
      getErrHasColors: () => false,
    })
    .configureHelp({ styleTitle: (title) => styleText('bold', title) })
    .showHelpAfterError('Run with --help to see all commands and options.')
    .addHelpText('after', example)
  for (const { name, summary, load } of commands) {
    const command = program.command(name).summary(summary)
    if (argv.includes(name) || argv.includes('completion')) (await load())(command, io)
  }
  return program
}

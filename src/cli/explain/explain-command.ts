import type { Command } from 'commander'
import { CommandFailure, type Io } from '../io.ts'

interface ExplainOptions {
  readonly in?: string
  readonly json?: true
}

const example = `
Examples:
  $ graph-call-testkit explain targets[0].identity.user.id
  $ graph-call-testkit explain 200/7015 --json
  $ graph-call-testkit explain playPrompt
  $ graph-call-testkit explain --in call.json

A name is a path of a call, a notification or an error; a type, an enum member such as callState.hold, or an action; an error code
such as 8522; a code and subcode such as 200/7015; or a fixture.

Exit code: 0 printed, 1 the body has properties that the model does not know (--in), 2 could not run.`

/** Adds the argument and options of `explain`. */
export function addExplain(command: Command, io: Io): void {
  command
    .description(
      'Explain a property, an action, a code or a fixture: type, sources, fixtures that have it, assumptions.',
    )
    .argument('[name]', 'path, type, member, action, code, result or fixture')
    .option('--in <file>', 'explain every path of a body, or of standard input (-)')
    .option('--json', 'print it as JSON')
    .addHelpText('after', example)
    .action(async (name: string | undefined, { in: file, json }: ExplainOptions) => {
      if ((name === undefined) === (file === undefined)) {
        throw new CommandFailure(2, 'Expected either a name or --in FILE. Run with --help to see examples.')
      }
      if (name !== undefined) {
        const { explain } = await import('../../explain/index.ts')
        const { explanationText } = await import('./explanation-text.ts')
        const explanation = explain(name)
        if (json) io.json(explanation)
        else io.out(explanationText(explanation))
      } else if (file !== undefined) {
        const { explainFile } = await import('./explain-file.ts')
        await explainFile(file, json === true, io)
      }
    })
}

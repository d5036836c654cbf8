import { Argument, type Command } from 'commander'
import { nearestNames } from '../../model/nearest-names.ts'
import { CommandFailure, type Io } from '../io.ts'
import { entryKinds } from './entry-kinds.ts'

interface CatalogOptions {
  readonly json?: true
}

const listExample = `
Examples:
  $ graph-call-testkit list
  $ graph-call-testkit list errors
  $ graph-call-testkit list calls --json

Exit code: 0 printed, 2 could not run.`

/** Adds the argument and options of `list`. */
export function addList(command: Command, io: Io): void {
  command
    .description(
      'List fixtures with the IDs of their calls, notifications, operations, actions, lint rules and scenarios.',
    )
    .addArgument(new Argument('[kind]', 'only entries of this kind').choices([...entryKinds]))
    .option('--json', 'print the list as JSON')
    .addHelpText('after', listExample)
    .action(async (kind: string | undefined, { json }: CatalogOptions) => {
      const { catalog } = await import('./catalog.ts')
      const { tableOf } = await import('./catalog-text.ts')
      const entries = (await catalog()).filter((entry) => kind === undefined || entry.kind === kind)
      if (json) io.json(entries.map(({ details, ...entry }) => entry))
      else io.out(tableOf(entries))
    })
}

const showExample = `
Examples:
  $ graph-call-testkit show group
  $ graph-call-testkit show call-not-found --json
  $ graph-call-testkit show call-established
  $ graph-call-testkit show playPrompt

"graph-call-testkit list" prints all names.

Exit code: 0 printed, 2 could not run.`

/** Adds the argument and options of `show`. */
export function addShow(command: Command, io: Io): void {
  command
    .description('Print a fixture, a notification, an operation, an action, a lint rule or a scenario.')
    .argument('<name>', 'name in the list')
    .option('--json', 'print it as JSON: a list if several entries have the name')
    .addHelpText('after', showExample)
    .action(async (name: string, { json }: CatalogOptions) => {
      const { catalog } = await import('./catalog.ts')
      const { textOf } = await import('./catalog-text.ts')
      const entries = await catalog()
      const found = entries.filter((entry) => entry.name === name)
      if (found.length === 0) {
        const [first, second, third] = similarNames(
          name,
          entries.map((entry) => entry.name),
        )
        throw new CommandFailure(
          2,
          `Unknown name: ${name}. Did you mean ${first}, ${second} or ${third}? "graph-call-testkit list" prints all names.`,
        )
      }
      if (json) {
        const values = found.map(({ details, ...entry }) => ({ ...entry, ...details }))
        const [only, ...others] = values
        io.json(only && others.length === 0 ? only : values)
      } else io.out(found.map(textOf).join('\n'))
    })
}

/** Returns the names that contain a word, then the others by their similarity. */
function similarNames(word: string, names: readonly string[]): readonly string[] {
  const containing = names.filter((name) => name.toLowerCase().includes(word.toLowerCase()))
  return [...new Set([...containing, ...nearestNames(word, names)])]
}

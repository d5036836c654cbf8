import type { Command, Option } from 'commander'

/** Word that a shell can complete. */
export interface Word {
  readonly text: string
  readonly description: string
}

/** Words after a command. */
export interface CompletionNode {
  /** Names of the command and the commands around it, without the program: `contract lint`. Empty for the program itself. */
  readonly path: string
  /** Commands and options. */
  readonly words: readonly Word[]
  /** Values of the options that have a list of them. Options with other values complete to files. */
  readonly values: Readonly<Record<string, readonly string[]>>
}

/**
 * Returns the words of a program and of all its commands.
 *
 * @param names - values of the arguments of commands, by path
 */
export function completionTree(
  program: Command,
  names: Readonly<Record<string, readonly string[]>>,
): CompletionNode[] {
  return nodesOf(program, '', names)
}

function nodesOf(
  command: Command,
  path: string,
  names: Readonly<Record<string, readonly string[]>>,
): CompletionNode[] {
  const options: readonly Option[] = command.createHelp().visibleOptions(command)
  const values = [
    ...command.registeredArguments.flatMap(({ argChoices }) => argChoices ?? []),
    ...(names[path] ?? []),
  ]
  const node = {
    path,
    words: [
      ...command.commands.map((child) => ({ text: child.name(), description: child.summary() })),
      ...values.map((text) => ({ text, description: '' })),
      ...options.flatMap(({ long, description }) => (long ? [{ text: long, description }] : [])),
    ],
    values: Object.fromEntries(
      options.flatMap(({ long, argChoices, required, optional }) =>
        long && (required || optional) ? [[long, argChoices ?? []]] : [],
      ),
    ),
  }
  return [
    node,
    ...command.commands.flatMap((child) => nodesOf(child, `${path} ${child.name()}`.trim(), names)),
  ]
}

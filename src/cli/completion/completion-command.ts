import { Argument, type Command } from 'commander'
import type { Io } from '../io.ts'

const example = `
Examples:
  $ graph-call-testkit completion bash >> ~/.bashrc
  $ graph-call-testkit completion zsh > ~/.zfunc/_graph-call-testkit     (a directory in $fpath)
  $ graph-call-testkit completion fish > ~/.config/fish/completions/graph-call-testkit.fish
  $ graph-call-testkit completion powershell >> $PROFILE

Exit code: 0 printed, 2 could not run.`

/** Adds the argument of `completion`. */
export function addCompletion(command: Command, io: Io): void {
  command
    .description('Print a script that completes commands, options and values in your shell.')
    .addArgument(new Argument('<shell>', 'your shell').choices(['bash', 'zsh', 'fish', 'powershell']))
    .addHelpText('after', example)
    .action(async (shell: string) => {
      const { completionScripts } = await import('./completion-scripts.ts')
      const { completionTree } = await import('./completion-tree.ts')
      const { catalog } = await import('../catalog/catalog.ts')
      const names = [...new Set((await catalog()).map(({ name }) => name))]
      const program = command.parent
      if (program) io.out(completionScripts[shell]?.(completionTree(program, { show: names })) ?? '')
    })
}

import { execFileSync } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { commands } from '../../src/cli/commands.ts'
import { deepTest } from '../runs.ts'
import { runCommand } from './run-command.ts'
import { temporaryFolderOfFile } from './temporary-folder.ts'

const folder = temporaryFolderOfFile()

async function scriptFor(shell: string): Promise<string> {
  const { exit, out } = runCommand('completion', shell)
  expect(await exit).toBe(0)
  const file = join(folder(), `completion.${shell}`)
  writeFileSync(file, out())
  return file
}

/** Words that a shell proposes for the last word of a command line. */
type Complete = (line: string) => Promise<readonly string[]>

const words = (output: string) => output.split(/\s+/).filter(Boolean)

const inBash: Complete = async (line) => {
  const program = `
    source ${await scriptFor('bash')}
    COMP_WORDS=(${line.replace(/ $/, " ''")}) COMP_CWORD=$((\${#COMP_WORDS[@]} - 1))
    _graph_call_testkit
    printf '%s\\n' "\${COMPREPLY[@]}"`
  return words(execFileSync('bash', ['-c', program], { encoding: 'utf8' }))
}

const inFish: Complete = async (line) => {
  const program = `source ${await scriptFor('fish')}; complete -C '${line}' | string split -f1 \\t; true`
  return words(execFileSync('fish', ['--no-config', '-c', program], { encoding: 'utf8' }))
}

const inZsh: Complete = async (line) => {
  // Replaces the functions that need a terminal by ones that print.
  const program = `
    compdef() { : }
    _files() { : }
    _describe() { print -l -- \${\${(P)2}%%:*} }
    compadd() { shift; print -l -- "$@" }
    source ${await scriptFor('zsh')}
    words=(${line.replace(/ $/, " ''")}) CURRENT=\${#words}
    _graph_call_testkit`
  const all = words(execFileSync('zsh', ['-f', '-c', program], { encoding: 'utf8' }))
  // zsh itself selects those that match.
  return all.filter((word) => word.startsWith(line.split(' ').at(-1) ?? ''))
}

const lines: readonly (readonly [line: string, expected: readonly string[]])[] = [
  ['graph-call-testkit ge', ['generate']],
  ['graph-call-testkit contract l', ['lint']],
  ['graph-call-testkit generate --ki', ['--kind']],
  ['graph-call-testkit generate --kind ', ['peer-to-peer', 'group']],
  ['graph-call-testkit generate --count 3 --state ho', ['hold']],
  ['graph-call-testkit contract lint --format s', ['sarif']],
  ['graph-call-testkit show insufficient-tenant', ['insufficient-tenant-permissions']],
  ['graph-call-testkit list sc', ['scenarios']],
]

describe('completion', () => {
  test.each(lines)('in bash: %s', async (line, expected) => {
    expect([...(await inBash(line))].sort()).toEqual([...expected].sort())
  })
  describe.each([
    ['zsh', inZsh],
    ['fish', inFish],
  ])('in %s', (_, complete) => {
    for (const [line, expected] of lines) {
      deepTest(line, async () => {
        expect([...(await complete(line))].sort()).toEqual([...expected].sort())
      })
    }
  })
  test.each([['bash'], ['zsh'], ['fish'], ['powershell']])(
    'in %s has every command and option',
    async (shell) => {
      const { exit, out } = runCommand('completion', shell)
      expect(await exit).toBe(0)
      for (const { name } of commands) expect(out()).toContain(name)
      for (const option of [
        'allowed-host',
        'shard',
        'strict',
        'consumer-version-selector',
        'openapi-version',
      ])
        expect(out()).toContain(option)
    },
  )
})

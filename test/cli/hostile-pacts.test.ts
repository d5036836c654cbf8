import { execFileSync } from 'node:child_process'
import { mkdir, symlink, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { temporaryFolder } from '../contracts/committed.ts'
import { call, hostile, minimal } from '../contracts/lint/hostile-pact.ts'
import { runCommand } from './run-command.ts'

describe('contract lint', () => {
  test('prints text from a pact on one line, without commands for the terminal and the CI service', async () => {
    const file = join(await temporaryFolder(), 'pact.json')
    await writeFile(
      file,
      hostile({ body: { ...call, subject: null }, description: '\u001b[2J\n::error::x, ##vso[a]b%0A\u202e' }),
    )
    for (const format of [[], ['--format', 'github'], ['--json']]) {
      const { exit, out } = runCommand('contract', 'lint', file, ...format)
      expect(await exit).toBe(1)
      // biome-ignore lint/suspicious/noControlCharactersInRegex: the test is about them
      expect(out()).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202e]|^::error::x|##vso/m)
    }
    const { exit, out } = runCommand('contract', 'lint', file, '--format', 'github')
    await exit
    for (const line of out().trimEnd().split('\n'))
      expect(line).toMatch(/^::error file=[^,:]+,line=\d+,title=[a-z-]+::/)
    expect(out()).toContain('b%250A')
  })
  test('fails with exit code 2 and no stack for a FIFO, a directory that is called a.json, and a loop of links', async () => {
    for (const make of [
      (file: string) => execFileSync('mkfifo', [file]),
      (file: string) => mkdir(file),
      (file: string) => symlink('a.json', file),
    ]) {
      const folder = await temporaryFolder()
      await make(join(folder, 'a.json'))
      const { exit, err } = runCommand('contract', 'lint', folder)
      expect(await exit).toBe(2)
      expect(err()).toMatch(/^\S+a\.json cannot be read: .*\.\n$/)
    }
  })
  test('fails with exit code 2 if there is nothing to check', async () => {
    const folder = await temporaryFolder()
    await writeFile(join(folder, 'a.json'), JSON.stringify({ ...minimal, interactions: [] }))
    for (const [argv, message] of [
      [[folder], /Nothing to check in \S+a\.json\. Expected requests for a call/],
      [[folder, '--provider', 'graph'], /No pact with the provider "graph"/],
      [[join(folder, 'none')], /none cannot be read \(ENOENT\)/],
    ] as const) {
      const { exit, err } = runCommand('contract', 'lint', ...argv)
      expect(await exit).toBe(2)
      expect(err()).toMatch(message)
    }
  })
})

import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { openApi } from 'graph-call-testkit/export'
import { describe, expect, test } from 'vitest'
import { temporaryFolder } from '../contracts/committed.ts'
import { runCommand } from './run-command.ts'

describe('export openapi', () => {
  test('prints the document', async () => {
    const { exit, out, err } = runCommand('export', 'openapi')
    expect(await exit).toBe(0)
    expect(JSON.parse(out())).toEqual(openApi())
    expect(err()).toBe('')
  })

  test('writes the document in the version that you choose', async () => {
    const file = join(await temporaryFolder(), 'openapi.json')
    const { exit, out, err } = runCommand('export', 'openapi', '--openapi-version', '3.1', '--out', file)
    expect(await exit).toBe(0)
    expect(out()).toBe('')
    expect(err()).toBe(`Written to ${file}.\n`)
    expect(JSON.parse(await readFile(file, 'utf8'))).toEqual(openApi({ version: '3.1' }))
  })

  test.each([
    ['an unknown version', ['--openapi-version', '2.0'], 'Allowed choices are 3.0, 3.1.'],
    [
      'a file in a missing directory',
      ['--out', 'missing/openapi.json'],
      'Cannot write missing/openapi.json: ENOENT',
    ],
  ])('rejects %s', async (_name, args, message) => {
    const { exit, out, err } = runCommand('export', 'openapi', ...args)
    expect(await exit).toBe(2)
    expect(out()).toBe('')
    expect(err()).toContain(message)
  })
})

import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { type ExportFormat, exportFiles, jsonSchema, openApi } from 'graph-call-testkit/export'
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
      'a file below another file',
      ['--out', 'package.json/openapi.json'],
      'Cannot write package.json/openapi.json: a part of its path is a file.',
    ],
  ])('rejects %s', async (_name, args, message) => {
    const { exit, out, err } = runCommand('export', 'openapi', ...args)
    expect(await exit).toBe(2)
    expect(out()).toBe('')
    expect(err()).toContain(message)
  })
})

describe('export json-schema', () => {
  test('prints the schema of a mode', async () => {
    for (const [args, mode] of [
      [[], 'tolerant'],
      [['--mode', 'strict'], 'strict'],
    ] as const) {
      const { exit, out } = runCommand('export', 'json-schema', ...args)
      expect(await exit).toBe(0)
      expect(JSON.parse(out())).toEqual(jsonSchema({ mode }))
    }
  })

  test('rejects an unknown mode', async () => {
    const { exit, err } = runCommand('export', 'json-schema', '--mode', 'loose')
    expect(await exit).toBe(2)
    expect(err()).toContain('Allowed choices are tolerant, strict.')
  })
})

const formats: readonly ExportFormat[] = ['dev-proxy', 'wiremock', 'mockoon', 'postman', 'fixtures']

describe.each(formats)('export %s', (format) => {
  test('writes every file, and replaces those that exist', async () => {
    const folder = await temporaryFolder()
    const files = Object.entries(await exportFiles(format))
    await mkdir(join(folder, 'mappings'), { recursive: true })
    for (const [path] of files.slice(0, 1)) await writeFile(join(folder, path), 'old').catch(() => {})
    const { exit, out, err } = runCommand('export', format, '--out', folder)
    expect(await exit).toBe(0)
    expect(out()).toBe('')
    expect(err()).toMatch(/^\d+ files? written to /)
    for (const [path, text] of files) expect(await readFile(join(folder, path), 'utf8')).toBe(text)
    expect((await readdir(folder, { recursive: true })).filter((name) => name.endsWith('.part'))).toEqual([])
  })

  test('writes nothing if one file cannot be written', async () => {
    const folder = await temporaryFolder()
    const paths = Object.keys(await exportFiles(format))
    // The last file has the name of a directory.
    await mkdir(join(folder, paths.at(-1) ?? '', 'occupied'), { recursive: true })
    const { exit, err } = runCommand('export', format, '--out', folder)
    expect(await exit).toBe(2)
    expect(err()).toMatch(/^Cannot write \S+: it is a directory\. Pass the name of a file\.\n$/)
    const left = await readdir(folder, { recursive: true, withFileTypes: true })
    expect(left.filter((entry) => entry.isFile())).toEqual([])
  })

  test('has an example in its help, and needs a directory', async () => {
    const help = runCommand('export', format, '--help')
    expect(await help.exit).toBe(0)
    expect(help.out()).toContain(`Example:\n  $ graph-call-testkit export ${format} --out `)
    const { exit, err } = runCommand('export', format)
    expect(await exit).toBe(2)
    expect(err()).toContain("required option '--out <directory>' not specified")
  })
})

import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdir, readdir, readFile, stat, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { describe, expect, test } from 'vitest'
import { UnwritableFileError, writeAtomically } from '../../contracts/pact-file/atomic-write.ts'
import { runs } from '../runs.ts'
import { temporaryFolder } from './committed.ts'

test('creates the directory, and leaves no temporary file', async () => {
  const folder = join(await temporaryFolder(), 'deep', 'pacts')
  expect(await writeAtomically(join(folder, 'a.json'), 'one')).toBe(true)
  expect(await writeAtomically(join(folder, 'a.json'), 'two')).toBe(true)
  expect(await readFile(join(folder, 'a.json'), 'utf8')).toBe('two')
  expect(await readdir(folder)).toEqual(['a.json'])
})

test('does not touch a file that already has the text', async () => {
  const file = join(await temporaryFolder(), 'a.json')
  await writeAtomically(file, 'one')
  const before = await stat(file)
  expect(await writeAtomically(file, 'one')).toBe(false)
  expect((await stat(file)).ino).toBe(before.ino)
})

test('supports concurrent writes to one directory', async () => {
  const folder = await temporaryFolder()
  const texts = Array.from({ length: 8 }, (_, at) => `${at}`.repeat(100_000))
  await Promise.all(texts.map((text, at) => writeAtomically(join(folder, `${at}.json`), text)))
  expect(await readdir(folder)).toEqual(texts.map((_, at) => `${at}.json`))
})

describe('throws UnwritableFileError for', () => {
  test('a directory that is a file', async () => {
    const file = join(await temporaryFolder(), 'pacts')
    await writeFile(file, '')
    await expect(writeAtomically(join(file, 'a.json'), 'one')).rejects.toThrow(UnwritableFileError)
    await expect(writeAtomically(join(file, 'a.json'), 'one')).rejects.toThrow(
      /a\.json cannot be written \(ENOTDIR\): /,
    )
  })
  test('a file that is a directory, and leaves no temporary file', async () => {
    const folder = await temporaryFolder()
    await mkdir(join(folder, 'a.json'))
    await expect(writeAtomically(join(folder, 'a.json'), 'one')).rejects.toThrow(UnwritableFileError)
    expect(await readdir(folder)).toEqual(['a.json'])
  })
})

test('a kill at any moment leaves the old text or the new one, and the next write removes temporary files', async () => {
  const folder = await temporaryFolder()
  const file = join(folder, 'a.json')
  const [old, next] = ['old\n'.repeat(500_000), 'new\n'.repeat(500_000)]
  await writeAtomically(file, old)
  const module = new URL('../../contracts/pact-file/atomic-write.ts', import.meta.url).href
  const script = `
    const { writeAtomically } = await import(${JSON.stringify(module)})
    process.stdout.write('ready')
    for (;;) for (const text of ['old\\n', 'new\\n']) await writeAtomically(${JSON.stringify(file)}, text.repeat(500_000))
  `
  const tsx = pathToFileURL(createRequire(import.meta.url).resolve('tsx')).href
  for (const moment of [0, 3, 7, 11, 18].slice(0, runs(1, 5))) {
    const writer = spawn(process.execPath, ['--import', tsx, '--input-type=module', '--eval', script])
    await once(writer.stdout, 'data')
    await new Promise((resolve) => setTimeout(resolve, 30 + moment))
    writer.kill('SIGKILL')
    await once(writer, 'close')
    expect([old, next]).toContain(await readFile(file, 'utf8'))
  }
  await writeAtomically(file, 'the end')
  expect(await readdir(folder)).toEqual(['a.json'])
})

test('removes the temporary files of processes that have ended, and only those', async () => {
  const folder = await temporaryFolder()
  const ended = spawn(process.execPath, ['--eval', ''])
  await once(ended, 'close')
  const names = [ended.pid, process.pid].map((pid) => `.a.json.${pid}.0b1c.tmp`)
  for (const name of [...names, '.b.json.1.0b1c.tmp']) await writeFile(join(folder, name), '')
  await writeAtomically(join(folder, 'a.json'), 'one')
  expect((await readdir(folder)).toSorted()).toEqual([names[1], '.b.json.1.0b1c.tmp', 'a.json'].toSorted())
})

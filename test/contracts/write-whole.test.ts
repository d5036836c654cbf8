import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdir, readdir, readFile, stat, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { describe, expect, test } from 'vitest'
import { UnwritableFileError, writeWhole } from '../../contracts/pact-file/write-whole.ts'
import { runs } from '../runs.ts'
import { temporaryFolder } from './committed.ts'

test('a file is written with its folder, and nothing is left beside it', async () => {
  const folder = join(await temporaryFolder(), 'deep', 'pacts')
  expect(await writeWhole(join(folder, 'a.json'), 'one')).toBe(true)
  expect(await writeWhole(join(folder, 'a.json'), 'two')).toBe(true)
  expect(await readFile(join(folder, 'a.json'), 'utf8')).toBe('two')
  expect(await readdir(folder)).toEqual(['a.json'])
})

test('a file that has the text is left alone', async () => {
  const file = join(await temporaryFolder(), 'a.json')
  await writeWhole(file, 'one')
  const before = await stat(file)
  expect(await writeWhole(file, 'one')).toBe(false)
  expect((await stat(file)).ino).toBe(before.ino)
})

test('many writers at once leave one of their texts', async () => {
  const folder = await temporaryFolder()
  const texts = Array.from({ length: 8 }, (_, at) => `${at}`.repeat(100_000))
  await Promise.all(texts.map((text, at) => writeWhole(join(folder, `${at}.json`), text)))
  expect(await readdir(folder)).toEqual(texts.map((_, at) => `${at}.json`))
})

describe('a place that cannot be written', () => {
  test('a folder that is a file', async () => {
    const file = join(await temporaryFolder(), 'pacts')
    await writeFile(file, '')
    await expect(writeWhole(join(file, 'a.json'), 'one')).rejects.toThrow(UnwritableFileError)
    await expect(writeWhole(join(file, 'a.json'), 'one')).rejects.toThrow(
      /a\.json cannot be written \(ENOTDIR\): /,
    )
  })
  test('a file that is a folder, and nothing is left beside it', async () => {
    const folder = await temporaryFolder()
    await mkdir(join(folder, 'a.json'))
    await expect(writeWhole(join(folder, 'a.json'), 'one')).rejects.toThrow(UnwritableFileError)
    expect(await readdir(folder)).toEqual(['a.json'])
  })
})

test('a kill at any moment leaves the old text or the new one, and the next writer cleans up', async () => {
  const folder = await temporaryFolder()
  const file = join(folder, 'a.json')
  const [old, next] = ['old\n'.repeat(500_000), 'new\n'.repeat(500_000)]
  await writeWhole(file, old)
  const module = new URL('../../contracts/pact-file/write-whole.ts', import.meta.url).href
  const script = `
    const { writeWhole } = await import(${JSON.stringify(module)})
    process.stdout.write('ready')
    for (;;) for (const text of ['old\\n', 'new\\n']) await writeWhole(${JSON.stringify(file)}, text.repeat(500_000))
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
  await writeWhole(file, 'the end')
  expect(await readdir(folder)).toEqual(['a.json'])
})

import { spawn } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { once } from 'node:events'
import { mkdir, readdir, readFile, rm, stat, utimes, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { describe, expect, test } from 'vitest'
import { UnwritableFileError, writeAtomically } from '../../contracts/pact-file/atomic-write.ts'
import { runs } from '../runs.ts'
import { temporaryFolder } from './committed.ts'

test('creates the directory, and leaves no temporary file', async () => {
  const folder = join(await temporaryFolder(), 'deep', 'pacts')
  expect(writeAtomically(join(folder, 'a.json'), 'one')).toBe(true)
  expect(writeAtomically(join(folder, 'a.json'), 'two')).toBe(true)
  expect(await readFile(join(folder, 'a.json'), 'utf8')).toBe('two')
  expect(await readdir(folder)).toEqual(['a.json'])
})

test('does not touch a file that already has the text', async () => {
  const file = join(await temporaryFolder(), 'a.json')
  writeAtomically(file, 'one')
  const before = await stat(file)
  expect(writeAtomically(file, 'one')).toBe(false)
  expect((await stat(file)).ino).toBe(before.ino)
})

describe('throws UnwritableFileError for', () => {
  test('a directory that is a file', async () => {
    const file = join(await temporaryFolder(), 'pacts')
    await writeFile(file, '')
    expect(() => writeAtomically(join(file, 'a.json'), 'one')).toThrow(UnwritableFileError)
    expect(() => writeAtomically(join(file, 'a.json'), 'one')).toThrow(
      /a\.json cannot be written \(ENOTDIR\): /,
    )
  })
  test('a file that is a directory, and leaves no temporary file', async () => {
    const folder = await temporaryFolder()
    await mkdir(join(folder, 'a.json'))
    expect(() => writeAtomically(join(folder, 'a.json'), 'one')).toThrow(UnwritableFileError)
    expect(await readdir(folder)).toEqual(['a.json'])
  })
})

test('a kill at any moment leaves the old text or the new one', async () => {
  const folder = await temporaryFolder()
  const file = join(folder, 'a.json')
  const [old, next] = ['old\n'.repeat(500_000), 'new\n'.repeat(500_000)]
  writeAtomically(file, old)
  for (const moment of [0, 3, 7, 11, 18].slice(0, runs(1, 5))) {
    const writer = writingProcess(`
      process.stdout.write('ready')
      for (;;) for (const text of ['old\\n', 'new\\n']) writeAtomically(${JSON.stringify(file)}, text.repeat(500_000))
    `)
    await once(writer.stdout, 'data')
    await new Promise((resolve) => setTimeout(resolve, 30 + moment))
    writer.kill('SIGKILL')
    await once(writer, 'close')
    expect([old, next]).toContain(await readFile(file, 'utf8'))
  }
  await makeOlder(folder, 11)
  writeAtomically(file, 'the end')
  expect(await readdir(folder)).toEqual(['a.json'])
})

test('removes the temporary files of the same file that are older than ten minutes, and only those', async () => {
  const folder = await temporaryFolder()
  const names = ['a', 'b'].map((name) => `.${name}.json.${randomUUID()}.tmp`)
  const foreign = ['.a.json.swp', '.a.json.1234.tmp', '.a.json.tmp']
  for (const name of [...names, ...foreign]) await writeFile(join(folder, name), '')
  const before = (await readdir(folder)).toSorted()
  await makeOlder(folder, 9)
  writeAtomically(join(folder, 'a.json'), 'one')
  expect((await readdir(folder)).toSorted()).toEqual([...before, 'a.json'].toSorted())
  await makeOlder(folder, 11)
  writeAtomically(join(folder, 'a.json'), 'two')
  expect((await readdir(folder)).toSorted()).toEqual(
    [...before.filter((name) => name !== names[0]), 'a.json'].toSorted(),
  )
})

test.runIf(process.platform === 'linux')(
  'writes again if its temporary file disappears while it is suspended',
  async () => {
    const folder = await temporaryFolder()
    const file = join(folder, 'a.json')
    const writer = writingProcess(`
    process.stdout.write('ready')
    for (let at = 0; at < 300; at++) writeAtomically(${JSON.stringify(file)}, String(at % 2).repeat(200_000))
  `)
    await once(writer.stdout, 'data')
    const ended = once(writer, 'close')
    let removed = 0
    while (writer.exitCode === null) {
      // Another container takes the temporary file for a leftover.
      for (const name of await readdir(folder)) {
        if (!name.endsWith('.tmp')) continue
        await rm(join(folder, name), { force: true })
        removed++
      }
      if (removed > 3) break
    }
    expect(await ended).toEqual([0, null])
    expect(await readFile(file, 'utf8')).toBe('1'.repeat(200_000))
  },
)

/** Starts a process that runs a script with `writeAtomically`. */
function writingProcess(script: string) {
  const module = new URL('../../contracts/pact-file/atomic-write.ts', import.meta.url).href
  const tsx = pathToFileURL(createRequire(import.meta.url).resolve('tsx')).href
  return spawn(process.execPath, [
    ...['--import', tsx, '--input-type=module', '--eval'],
    `const { writeAtomically } = await import(${JSON.stringify(module)})\n${script}`,
  ])
}

/** Changes the time of all files in a folder to some minutes ago. */
async function makeOlder(folder: string, minutes: number): Promise<void> {
  const time = new Date(Date.now() - minutes * 60_000)
  for (const name of await readdir(folder)) await utimes(join(folder, name), time, time)
}

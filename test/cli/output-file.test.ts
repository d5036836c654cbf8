import { chmod, mkdir, open, readdir, readFile, stat, writeFile } from 'node:fs/promises'
import { join, relative } from 'node:path'
import { expect, onTestFinished, test, vi } from 'vitest'
import { writeAtomically } from '../../contracts/pact-file/atomic-write.ts'
import { writeFiles, writeFile as writeOutput } from '../../src/cli/export/write-files.ts'
import { OutputFile } from '../../src/cli/output-file.ts'
import { explainWriteErrors } from '../../src/cli/write-errors.ts'
import { temporaryFolder } from '../contracts/committed.ts'

const key = 'the options'
const bytesOf = (text: string) => Buffer.from(text)
const otherProcess = /another process has replaced .*\.part\. Run one command at a time for each file\./

async function newPath(): Promise<string> {
  return join(await temporaryFolder(), 'calls.ndjson')
}

test('two processes that start the same file: only the last one writes it', async () => {
  const path = await newPath()
  const first = await OutputFile.open(path, { key })
  await first.write(bytesOf('first'))
  const second = await OutputFile.open(path, { key })
  await second.write(bytesOf('sec'))
  await expect(first.finish()).rejects.toThrow(otherProcess)
  await first.pause()
  await second.write(bytesOf('ond'))
  await second.finish()
  expect(await readFile(path, 'utf8')).toBe('second')
  expect(await readdir(join(path, '..'))).toEqual(['calls.ndjson'])
})

test('a process that discards its file keeps the bytes of another one', async () => {
  const path = await newPath()
  const first = await OutputFile.open(path)
  const second = await OutputFile.open(path)
  await second.write(bytesOf('second'))
  await expect(first.finish()).rejects.toThrow(otherProcess)
  await first.discard()
  await second.finish()
  expect(await readFile(path, 'utf8')).toBe('second')
  expect(await readdir(join(path, '..'))).toEqual(['calls.ndjson'])
})

test('two processes that continue the same file: only the last one writes it', async () => {
  const path = await newPath()
  const stopped = await OutputFile.open(path, { key })
  await stopped.write(bytesOf('aa'), 2)
  await stopped.pause()
  const first = await OutputFile.open(path, { key, resume: true })
  await first.write(bytesOf('bbcc'), 6)
  const second = await OutputFile.open(path, { key, resume: true })
  await expect(first.finish()).rejects.toThrow(otherProcess)
  await first.pause()
  await second.write(bytesOf('bb'), 4)
  await second.pause()
  const last = await OutputFile.open(path, { key, resume: true })
  expect(last.start).toBe(4)
  await last.write(bytesOf('cc'), 6)
  await last.finish()
  expect(await readFile(path, 'utf8')).toBe('aabbcc')
})

test('removes what a full disk or a killed process left', async () => {
  const path = await newPath()
  for (const ending of ['part', 'part.json', 'part.json.new']) await writeFile(`${path}.${ending}`, '')
  const file = await OutputFile.open(path, { key, resume: true })
  await file.write(bytesOf('text'))
  await file.finish()
  expect(await readdir(join(path, '..'))).toEqual(['calls.ndjson'])
})

test('removes its bytes if the file cannot get its name', async () => {
  const path = await newPath()
  const opened = OutputFile.prototype.complete
  vi.spyOn(OutputFile.prototype, 'complete').mockImplementation(async function (this: OutputFile) {
    await opened.call(this)
    await mkdir(path)
  })
  onTestFinished(() => void vi.restoreAllMocks())
  await expect(writeOutput(path, 'text')).rejects.toThrow(/^Cannot write .*: it is a directory\./)
  expect(await readdir(join(path, '..'))).toEqual(['calls.ndjson'])
})

test('keeps the permissions of the file that it replaces', async () => {
  const path = await newPath()
  await writeFile(path, 'earlier')
  await chmod(path, 0o600)
  await writeOutput(path, 'later')
  expect(await readFile(path, 'utf8')).toBe('later')
  expect((await stat(path)).mode & 0o777).toBe(process.platform === 'win32' ? 0o666 : 0o600)
})

// Root has permission to write any file.
if (process.getuid?.() !== 0) {
  test('does not replace a read-only file', async () => {
    const path = await newPath()
    await writeFile(path, 'earlier')
    await chmod(path, 0o400)
    await expect(writeOutput(path, 'later')).rejects.toThrow('this user has no permission to write it')
    expect(await readFile(path, 'utf8')).toBe('earlier')
  })
}

test('holds no file open while it writes the next', async () => {
  const folder = await temporaryFolder()
  let most = 0
  const probe = await open(join(folder, 'probe'), 'w')
  const first = probe.fd
  await probe.close()
  const complete = OutputFile.prototype.complete
  vi.spyOn(OutputFile.prototype, 'complete').mockImplementation(async function (this: OutputFile) {
    const { fd, close } = await open(join(folder, 'probe'))
    most = Math.max(most, fd - first)
    await close()
    await complete.call(this)
  })
  onTestFinished(() => void vi.restoreAllMocks())
  const files = Object.fromEntries(Array.from({ length: 50 }, (_, at) => [`${at}.json`, '{}']))
  await writeFiles(join(folder, 'out'), files)
  expect(await readdir(join(folder, 'out'))).toHaveLength(50)
  expect(most).toBeLessThan(10)
})

test.each([
  [
    'export',
    (directory: string) => writeFiles(directory, { 'a.json': '{}' }),
    /its directory does not exist/,
  ],
  ['pact', async (directory: string) => writeAtomically(join(directory, 'a.json'), '{}'), /\(ENOENT\)/],
])('rejects a relative path if the current directory has been deleted: %s', async (_, write, message) => {
  const directory = relative(process.cwd(), join(await temporaryFolder(), 'new'))
  vi.spyOn(process, 'cwd').mockImplementation(() => {
    throw Object.assign(new Error('no such file or directory, uv_cwd'), { code: 'ENOENT' })
  })
  onTestFinished(() => void vi.restoreAllMocks())
  await expect(write(directory)).rejects.toThrow(message)
})

test('names the flag if Node runs with --permission', async () => {
  const denied = async () => {
    throw Object.assign(new Error('Use --allow-fs-write to manage permissions.'), {
      code: 'ERR_ACCESS_DENIED',
    })
  }
  await expect(explainWriteErrors('a.json', 'again', denied)).rejects.toThrow(
    'Cannot write a.json: the permissions of Node do not allow it. Pass --allow-fs-write to Node (ERR_ACCESS_DENIED).',
  )
})

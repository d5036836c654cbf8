import { execFileSync } from 'node:child_process'
import { mkdir, symlink, truncate, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { readUtf8File, readUtf8FileIfExists } from '../../src/files/read-utf8-file.ts'
import { UnreadableFileError } from '../../src/files/unreadable-file-error.ts'
import { temporaryFolder } from '../contracts/committed.ts'

async function fileWith(bytes: Uint8Array | string): Promise<string> {
  const file = join(await temporaryFolder(), 'a.json')
  await writeFile(file, bytes)
  return file
}

/** Returns the error of reading a file. */
function errorOf(file: string): unknown {
  try {
    return readUtf8File(file)
  } catch (error) {
    return error
  }
}

describe('readUtf8File', () => {
  test('removes a byte order mark, and only one', async () => {
    expect(readUtf8File(await fileWith('\uFEFF{"a":"é"}'))).toBe('{"a":"é"}')
    expect(readUtf8File(await fileWith('\uFEFF\uFEFF{}'))).toBe('\uFEFF{}')
  })
  test('follows a symbolic link', async () => {
    const file = await fileWith('{}')
    await symlink(file, `${file}.link`)
    expect(readUtf8File(`${file}.link`)).toBe('{}')
  })
  test.each([
    ['UTF-16, little endian', Buffer.from('\uFEFF{"a":1}', 'utf16le'), 'it is UTF-16. Save it as UTF-8'],
    ['UTF-16 without a byte order mark', Buffer.from('{"a":1}', 'utf16le'), 'it is UTF-16. Save it as UTF-8'],
    ['UTF-16, big endian', Buffer.from('\uFEFF{}', 'utf16le').swap16(), 'it is UTF-16. Save it as UTF-8'],
    ['Latin-1', Buffer.from('{"a":"é"}', 'latin1'), 'it is not UTF-8. Save it as UTF-8'],
    ['half a character', Buffer.from('{"é').subarray(0, 3), 'it is not UTF-8. Save it as UTF-8'],
  ])('rejects %s', async (_, bytes, reason) => {
    const file = await fileWith(bytes)
    expect(errorOf(file)).toMatchObject({
      name: 'UnreadableFileError',
      file,
      code: 'NOT_UTF8',
      message: `${file} cannot be read: ${reason}.`,
    })
  })
  test('rejects a FIFO without waiting, a directory, a device and a missing file', async () => {
    const folder = await temporaryFolder()
    execFileSync('mkfifo', [join(folder, 'fifo')])
    await mkdir(join(folder, 'directory'))
    await symlink('loop', join(folder, 'loop'))
    const codeOf = (file: string) => {
      const { code, reason } = Object(errorOf(file))
      return [code, reason]
    }
    expect(codeOf(join(folder, 'fifo'))).toEqual(['NOT_A_FILE', 'it is a FIFO. Expected a file'])
    expect(codeOf(join(folder, 'directory'))).toEqual(['NOT_A_FILE', 'it is a directory. Expected a file'])
    expect(codeOf('/dev/zero')).toEqual(['NOT_A_FILE', 'it is a device. Expected a file'])
    expect(codeOf(join(folder, 'missing'))).toEqual(['ENOENT', 'it does not exist (ENOENT). Check the path'])
    expect(codeOf(join(folder, 'x'.repeat(300)))).toEqual([
      'ENAMETOOLONG',
      'its name is too long (ENAMETOOLONG). Check the path',
    ])
    expect(codeOf(join(folder, 'loop'))).toEqual([
      'ELOOP',
      'it is a loop of symbolic links (ELOOP). Pass another path',
    ])
    expect(codeOf(`${folder}/a\0b`)).toEqual([
      'ERR_INVALID_ARG_VALUE',
      'it cannot be opened (ERR_INVALID_ARG_VALUE). Check the path',
    ])
  })
  test('rejects a file that is too large without reading it', async () => {
    const file = await fileWith('{}')
    await truncate(file, 2 ** 40)
    expect(errorOf(file)).toMatchObject({ code: 'TOO_LARGE' })
    const larger = await fileWith('12345')
    expect(() => readUtf8File(larger, { maximumSize: 4 })).toThrow('it has 5 bytes. Expected at most 4')
  })
})

test('readUtf8FileIfExists returns undefined only for a missing file', async () => {
  const folder = await temporaryFolder()
  expect(readUtf8FileIfExists(join(folder, 'missing'))).toBeUndefined()
  expect(() => readUtf8FileIfExists(folder)).toThrow(UnreadableFileError)
})

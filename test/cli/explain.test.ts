import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { explain } from 'graph-call-testkit/explain'
import { groupCall } from 'graph-call-testkit/fixtures'
import { describe, expect, test } from 'vitest'
import { runCommand, runWithInput } from './run-command.ts'
import { temporaryFolderOfFile } from './temporary-folder.ts'

async function result(...argv: string[]) {
  const { exit, out, err } = runCommand('explain', ...argv)
  return { exit: await exit, out: out(), err: err() }
}

describe('explain', () => {
  test.each([
    ['mediaConfig.preFetchMedia[].uri'],
    ['callState.ringing'],
    ['8522'],
    ['200/7015'],
    ['answer'],
    ['throttled'],
    ['callOptions.isDeltaRosterEnabled'],
  ])('prints %s', async (name) => {
    const { exit, out, err } = await result(name)
    expect({ exit, err }).toEqual({ exit: 0, err: '' })
    expect(out).toMatchSnapshot()
  })

  test('prints the same as the function with --json', async () => {
    expect(JSON.parse((await result('state', '--json')).out)).toEqual(explain('state'))
  })

  test('suggests the nearest names', async () => {
    const { exit, out, err } = await result('stat')
    expect({ exit, out }).toEqual({ exit: 2, out: '' })
    expect(err).toContain('Unknown name: "stat". Nearest: "state"')
  })

  test.each([[[]], [['state', '--in', 'call.json']]])('needs a name or a file: %j', async (argv) => {
    expect(await result(...argv)).toMatchObject({
      exit: 2,
      out: '',
      err: expect.stringContaining('--in FILE'),
    })
  })
})

describe('explain --in', () => {
  const folder = temporaryFolderOfFile()
  const write = (text: string) => {
    const file = join(folder(), 'body.json')
    writeFileSync(file, text)
    return file
  }

  test('prints every path of a body', async () => {
    const { exit, out } = await result('--in', write(JSON.stringify(groupCall())))
    expect(exit).toBe(0)
    expect(out).toMatch(
      /^mediaConfig\.preFetchMedia\[1\]\.uri +string +metadata, documented, reported +\$metadata v1\.0, mediaInfo\.uri$/m,
    )
  })

  test('prints every path as JSON', async () => {
    const { out } = await result('--json', '--in', write(JSON.stringify({ state: 'hold' })))
    expect(JSON.parse(out)).toEqual([{ path: 'state', explanation: explain('state') }])
  })

  test('exits with 1 if the model does not know a property', async () => {
    const { exit, out, err } = await result('--in', write('{"id":"1","surprise":true}'))
    expect({ exit, err }).toEqual({ exit: 1, err: 'The model does not know surprise.\n' })
    expect(out).toContain('surprise')
  })

  test('reads standard input', async () => {
    const { exit, out } = runWithInput(
      [Buffer.from('{"state":'), Buffer.from('"hold"}')],
      'explain',
      '--in',
      '-',
    )
    expect(await exit).toBe(0)
    expect(out()).toContain('state  callState')
  })

  test.each([
    ['{"state":', ':1:10: Expected JSON, found the end of the text.'],
    ['{"state":}', ':1:10: Expected JSON, found "}".'],
    ['{"state":😀}', ':1:10: Expected JSON, found "😀".'],
    ['{"state":\r"\\😀"}', ': Expected JSON, found "😀".'],
    [' \n', 'is empty. Expected a body as JSON.'],
    ['[1]', 'is not a JSON object'],
    ['null', 'is not a JSON object'],
  ])('rejects %s', async (text, message) => {
    expect(await result('--in', write(text))).toMatchObject({
      exit: 2,
      out: '',
      err: expect.stringContaining(message),
    })
  })

  test('rejects a file that does not exist', async () => {
    expect(await result('--in', join(folder(), 'none.json'))).toMatchObject({
      exit: 2,
      err: expect.stringContaining('it does not exist'),
    })
  })
})

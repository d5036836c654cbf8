import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { peerToPeerCall } from 'graph-call-testkit/fixtures'
import { describe, expect, test } from 'vitest'
import { runCommand, runWithInput } from './run-command.ts'

async function anonymized(capture: string) {
  const directory = await mkdtemp(join(tmpdir(), 'anonymize-'))
  const file = join(directory, 'capture.json')
  const out = join(directory, 'out.json')
  writeFileSync(file, capture)
  const command = runCommand('anonymize', file, '--out', out, '--salt', 'salt of the tests')
  return { exit: await command.exit, out, report: command.out(), err: command.err() }
}

describe('anonymize', () => {
  test('writes a call that validate accepts, and reports paths and kinds', async () => {
    const { exit, out, report } = await anonymized(JSON.stringify(peerToPeerCall()))
    expect(exit).toBe(0)
    expect(await runCommand('validate', out).exit).toBe(0)
    expect(readFileSync(out, 'utf8')).not.toContain(peerToPeerCall().id)
    expect(JSON.parse(report)).toContainEqual({ path: 'id', kind: 'guid', count: 1 })
  })

  test('reports a HAR file without calls', async () => {
    const { exit, err } = await anonymized('{"log":{"entries":[]}}')
    expect(exit).toBe(1)
    expect(err).toContain('has no call, notification, operation or error')
  })

  test('writes nothing if the file cannot be parsed', async () => {
    const { exit, err, out } = await anonymized('{"id":')
    expect(exit).toBe(2)
    expect(err.trim().split('\n')).toHaveLength(1)
    expect(existsSync(out)).toBe(false)
  })
})

describe('input of anonymize', () => {
  test('gzip and standard input have the same result', async () => {
    const directory = await mkdtemp(join(tmpdir(), 'anonymize-'))
    const text = JSON.stringify(peerToPeerCall())
    const results = [Buffer.from(text), gzipSync(text)].map(async (input, index) => {
      const out = join(directory, `${index}.json`)
      expect(await runWithInput([input], 'anonymize', '-', '--out', out, '--salt', 'a').exit).toBe(0)
      return readFileSync(out, 'utf8')
    })
    const [plain, compressed] = await Promise.all(results)
    expect(compressed).toBe(plain)
    expect(plain).not.toContain(peerToPeerCall().id)
  })
})

import { createHash } from 'node:crypto'
import { lstat, mkdir, open, readdir, readFile, rename, symlink, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { MessageChannel } from 'node:worker_threads'
import { readCall, readStrictCall } from 'graph-call-testkit'
import { callSequence, GeneratorOptionError } from 'graph-call-testkit/generators'
import { callErrorSchema, commsNotificationsSchema } from 'graph-call-testkit/schema'
import { describe, expect, expectTypeOf, test } from 'vitest'
import { chunkWriter } from '../../src/cli/generate/chunks.ts'
import { workerChunks } from '../../src/cli/generate/worker-chunks.ts'
import { serveChunks } from '../../src/cli/generate/worker-thread.ts'
import type { StartWorker } from '../../src/cli/io.ts'
import { OutputFile } from '../../src/cli/output-file.ts'
import { temporaryFolder } from '../contracts/committed.ts'
import { runs } from '../runs.ts'
import { runCommand } from './run-command.ts'

async function generate(...argv: string[]): Promise<string> {
  const { exit, out, err } = runCommand('generate', ...argv)
  expect({ exit: await exit, err: err() }).toEqual({ exit: 0, err: '' })
  return out()
}

const linesIn = (text: string) =>
  text
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line))

const hashOf = (text: string) => createHash('sha256').update(text).digest('hex')

describe('generate', () => {
  test('writes the calls of callSequence, which are valid and have different IDs', async () => {
    const count = runs(500, 20_000)
    const calls = linesIn(await generate('--count', String(count), '--seed', '7'))
    expect(calls).toEqual([...callSequence({ seed: 7, count })])
    for (const call of calls) readStrictCall(call)
    expect(new Set(calls.map(({ id }) => id.replaceAll('-', ''))).size).toBe(count)
  })

  test('writes the same bytes for the same seed, on every machine', async () => {
    expect(hashOf(await generate('--count', '1000', '--seed', '7'))).toMatchInlineSnapshot(
      `"06cf7b1fd09e555ea9d261c329fc12d5e499dd86092c178c87c936f58b546621"`,
    )
    expect(await generate('--count', '10', '--seed', '8')).not.toBe(
      await generate('--count', '10', '--seed', '7'),
    )
    expect(await generate('--count', '10', '--seed', '4294967296')).not.toBe(
      await generate('--count', '10', '--seed', '0'),
    )
  })

  test.each([[[]], [['--faulty']], [['--lifecycle']], [['--notifications']], [['--errors']]])(
    'writes the whole with %j as the shards in order',
    async (options) => {
      const count = ['--count', '67', ...options]
      const shards = await Promise.all(
        Array.from({ length: 16 }, (_, index) => generate(...count, '--shard', `${index + 1}/16`)),
      )
      expect(shards.join('')).toBe(await generate(...count))
      // Equal parts, up to one element.
      if (options.length === 0)
        expect(new Set(shards.map((text) => linesIn(text).length))).toEqual(new Set([4, 5]))
    },
  )

  test('writes nothing for shards without calls', async () => {
    expect(await generate('--count', '0')).toBe('')
    expect(await generate('--count', '1', '--shard', '1/2')).toBe('')
    expect(linesIn(await generate('--count', '1', '--shard', '2/2'))).toHaveLength(1)
  })

  test('narrows calls by kind and state', async () => {
    const calls = linesIn(await generate('--count', '50', '--kind', 'group', '--state', 'hold'))
    for (const call of calls) expect(call).toMatchObject({ state: 'hold', chatInfo: expect.anything() })
  })

  test('writes faulty calls that the strict schema rejects', async () => {
    const bodies = linesIn(await generate('--count', '200', '--faulty'))
    for (const body of bodies) expect(() => readStrictCall(body)).toThrow()
  })

  test('writes the states of each call in order', async () => {
    const calls = linesIn(await generate('--count', '50', '--lifecycle', '--kind', 'group'))
    const ids = calls.map((call) => readCall(call).id)
    // All states of a call are next to each other.
    expect(ids.filter((id, at) => id !== ids[at - 1])).toEqual([...new Set(ids)])
    expect(new Set(ids).size).toBe(50)
    expect(calls.length).toBeGreaterThan(100)
  })

  test('writes posts of notifications, and bodies of errors', async () => {
    const posts = linesIn(await generate('--count', '50', '--notifications'))
    for (const post of posts) commsNotificationsSchema.parse(post)
    const errors = linesIn(await generate('--count', '50', '--errors'))
    for (const error of errors) callErrorSchema.parse(error)
  })

  test('passes to validate', async () => {
    const folder = await temporaryFolder()
    for (const content of ['--lifecycle', '--notifications', '--errors']) {
      const file = join(folder, `${content}.ndjson`)
      await writeFile(file, await generate('--count', '100', content))
      expect(await runCommand('validate', file).exit).toBe(0)
    }
  })

  test('stops if the reader has closed the pipe', async () => {
    // The real pipe is in standard-output.test.ts.
    const { exit, out } = runCommand('generate', '--count', '1')
    expect(await exit).toBe(0)
    expect(out()).toMatch(/\n$/)
  })
})

describe('generate --workers', () => {
  /** Runs the worker in this thread. The packed command starts real ones, in test/package. */
  const startWorker: StartWorker = (data) => {
    const { port1, port2 } = new MessageChannel()
    serveChunks(port1, JSON.parse(JSON.stringify(data)))
    return Object.assign(port2, { terminate: async () => port2.close() })
  }

  test.each([1, 2, 7])('%i workers write the same bytes as the main thread', async (workers) => {
    const options = { content: 'calls', seed: 7 } as const
    const parts: Uint8Array[] = []
    const range = { from: 11, to: 5_000 }
    for await (const { bytes } of workerChunks(options, range, workers, startWorker)) parts.push(bytes)
    expect(Buffer.concat(parts).equals(chunkWriter(options)(range).bytes)).toBe(true)
  })

  test('ends its workers if the reader stops early', async () => {
    let running = 0
    const counted: StartWorker = (data) => {
      running++
      const worker = startWorker(data)
      const terminate = () => {
        running--
        return worker.terminate()
      }
      return {
        on: worker.on.bind(worker),
        postMessage: worker.postMessage.bind(worker),
        terminate,
      }
    }
    const range = { from: 0, to: 1e9 }
    for await (const _ of workerChunks({ content: 'calls', seed: 7 }, range, 3, counted)) break
    expect(running).toBe(0)
  })
})

describe('generate --out', () => {
  test('writes the file, and leaves no other', async () => {
    const folder = await temporaryFolder()
    const file = join(folder, 'calls.ndjson')
    const { exit, out, err } = runCommand('generate', '--count', '1000', '--out', file)
    expect({ exit: await exit, out: out(), err: err() }).toEqual({
      exit: 0,
      out: '',
      err: `Written to ${file}: 1000 calls.\n`,
    })
    expect(await readFile(file, 'utf8')).toBe(await generate('--count', '1000'))
    expect(await readdir(folder)).toEqual(['calls.ndjson'])
  })

  const key = (count: number) =>
    JSON.stringify(['1.2.3', { content: 'calls', seed: 0 }, count, { index: 1, of: 1 }])

  /** Writes the first elements of a file, as if the command was stopped there. */
  async function stoppedFile(count: number, written: number): Promise<string> {
    const file = join(await temporaryFolder(), 'calls.ndjson')
    const started = await OutputFile.open(file, { key: key(count), from: 0, resume: false })
    const chunk = chunkWriter({ content: 'calls', seed: 0 })({ from: 0, to: written })
    await started.write(chunk.bytes, written)
    await started.pause()
    return file
  }

  test('continues a file with --resume, also after bytes that were not recorded', async () => {
    const file = await stoppedFile(1_000, 600)
    const part = await open(`${file}.part`, 'a')
    await part.write('{"cut')
    await part.close()
    const recorded = (await readFile(`${file}.part`)).length
    const { exit, err } = runCommand('generate', '--count', '1000', '--out', file, '--resume')
    expect({ exit: await exit, err: err() }).toMatchObject({ exit: 0 })
    expect(recorded).toBeGreaterThan(1_000)
    expect(await readFile(file, 'utf8')).toBe(await generate('--count', '1000'))
    expect(await readdir(join(file, '..'))).toEqual(['calls.ndjson'])
  })

  test('writes only what is missing with --resume', async () => {
    const file = await stoppedFile(1_000, 600)
    const reopened = await OutputFile.open(file, { key: key(1_000), from: 0, resume: true })
    expect(reopened.start).toBe(600)
    await reopened.pause()
  })

  test('starts again without --resume, and if there is nothing to continue', async () => {
    for (const options of [[], ['--resume']]) {
      const file = options.length > 0 ? join(await temporaryFolder(), 'new') : await stoppedFile(1_000, 600)
      expect(await runCommand('generate', '--count', '9', '--out', file, ...options).exit).toBe(0)
      expect(await readFile(file, 'utf8')).toBe(await generate('--count', '9'))
    }
  })

  test.each<[options: string[]]>([[[]], [['--resume']]])(
    'does not write through symbolic links next to the file: %j',
    async (options) => {
      const file = await stoppedFile(1_000, 600)
      const victim = join(file, '..', 'victim')
      await rename(`${file}.part`, victim)
      const before = await readFile(victim, 'utf8')
      for (const link of [`${file}.part`, `${file}.part.json.new`]) await symlink(victim, link)
      expect(await runCommand('generate', '--count', '1000', '--out', file, ...options).exit).toBe(0)
      expect(await readFile(victim, 'utf8')).toBe(before)
      expect((await lstat(file)).isFile()).toBe(true)
      const paused = await OutputFile.open(file, { key: key(1_000) })
      await paused.pause()
      expect(await readFile(victim, 'utf8')).toBe(before)
    },
  )

  test('does not continue a file with other options', async () => {
    const file = await stoppedFile(1_000, 600)
    const { exit, err } = runCommand('generate', '--count', '999', '--out', file, '--resume')
    expect(await exit).toBe(2)
    expect(err()).toMatch(/^Cannot resume .*calls\.ndjson: .*written with other options\. Pass the same/)
  })

  test('keeps the earlier file if the new one cannot be written', async () => {
    const file = join(await temporaryFolder(), 'calls.ndjson')
    await writeFile(file, 'earlier')
    await mkdir(`${file}.part`)
    expect(await runCommand('generate', '--out', file).exit).toBe(2)
    expect(await readFile(file, 'utf8')).toBe('earlier')
  })

  test('writes to a device directly', async () => {
    const { exit } = runCommand('generate', '--count', '5', '--out', '/dev/null')
    expect(await exit).toBe(0)
  })
})

describe('callSequence', () => {
  test('can be read again', () => {
    const calls = callSequence({ seed: 7, count: 5, kind: 'group' })
    expect([...calls]).toEqual([...calls])
    for (const { chatInfo } of calls) expectTypeOf(chatInfo).not.toBeNullable()
  })

  test('returns the JSON texts of the calls', async () => {
    const calls = [...callSequence({ seed: 7, count: 67 })]
    const texts = [...callSequence({ seed: 7, count: 67, format: 'json' })]
    expectTypeOf(texts).toEqualTypeOf<string[]>()
    expect(texts).toEqual(calls.map((call) => JSON.stringify(call)))
    expect(`${texts.join('\n')}\n`).toBe(await generate('--count', '67', '--seed', '7'))
  })

  test('returns the shards of the command', async () => {
    const options = { seed: 7, count: 67, format: 'json' } as const
    const shards = Array.from({ length: 16 }, (_, index) => [
      ...callSequence({ ...options, shard: `${index + 1}/16` }),
    ])
    expect(shards.flat()).toEqual([...callSequence(options)])
    expect(`${shards[2]?.join('\n')}\n`).toBe(
      await generate('--count', '67', '--seed', '7', '--shard', '3/16'),
    )
  })
  test.each([
    [{ count: 1, shard: '17/16' }, "Invalid shard: '17/16'. Expected the number of a shard"],
    [{ count: 1, format: 'xml' }, "Invalid format: 'xml'. Expected 'object' or 'json'."],
    [{ count: 1, format: ['json'] }, "Invalid format: ['json']. Expected 'object' or 'json'."],
    [{ count: -1 }, 'Invalid count: -1. Expected an integer from 0 to 2^32.'],
    [{ count: 1.5 }, 'Invalid count: 1.5.'],
    [{ count: 1, seed: Number.NaN }, 'Invalid seed: NaN. Expected a safe integer.'],
  ])('rejects %j', (options, message) => {
    expect(() => Reflect.apply(callSequence, undefined, [options])).toThrow(GeneratorOptionError)
    expect(() => Reflect.apply(callSequence, undefined, [options])).toThrow(message)
  })
})

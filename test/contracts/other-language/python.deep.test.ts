import { spawn } from 'node:child_process'
import { readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { lintPacts, verifyPacts } from 'graph-call-testkit/contracts'
import { fixtures } from 'graph-call-testkit/fixtures'
import { expect, test } from 'vitest'
import { interactionOf } from '../../../contracts/interaction/interaction.ts'
import { runInteraction } from '../../../contracts/interaction/run-interaction.ts'
import { parsePact } from '../../../contracts/pact-file/pact-file.ts'
import { pacticipants, temporaryFolder } from '../committed.ts'
import { get } from '../get.ts'

const root = fileURLToPath(new URL('../../..', import.meta.url))
const consumer = fileURLToPath(new URL('consumer.py', import.meta.url))

const wanted = [
  {
    fixture: 'peer-to-peer',
    reads: ['state', 'targets[].identity.user.id', 'source.identity.application.id'],
  },
  { fixture: 'group', reads: ['direction', 'targets', 'chatInfo.threadId', 'requestedModalities'] },
  { fixture: 'participants-expanded', reads: ['participants[].id', 'participants[].isMuted'] },
  { fixture: 'call-not-found', reads: [] },
  { fixture: 'throttled', reads: [] },
  { fixture: 'service-unavailable', reads: [] },
] as const

/** Returns the native library of the Pact that npm installed. */
async function pactLibrary(): Promise<string> {
  const pact = join(root, 'node_modules/@pact-foundation')
  const files = await readdir(pact, { recursive: true })
  const found = files.find((file) => /^pact-core-.*[\\/](lib)?pact_ffi\.(so|dylib|dll)$/.test(file))
  if (!found) throw new Error(`${pact} has no native library.`)
  return join(pact, found)
}

/** Runs the consumer, and returns what it prints. */
async function runPython(args: readonly string[], input: string): Promise<string> {
  const child = spawn('python3', args, { stdio: ['pipe', 'pipe', 'pipe'] })
  const output = { stdout: '', stderr: '' }
  child.stdout.on('data', (chunk) => (output.stdout += chunk))
  child.stderr.on('data', (chunk) => (output.stderr += chunk))
  child.stdin.end(input)
  const code = await new Promise((resolve, reject) => child.on('close', resolve).on('error', reject))
  if (code !== 0) throw new Error(`python3 exited with ${code}: ${output.stderr}`)
  return output.stdout
}

test('a consumer in Python writes the same interactions as a consumer in TypeScript', async () => {
  const dir = await temporaryFolder()
  const folder = join(root, 'fixtures/pact')
  const printed = await runPython([consumer, await pactLibrary(), folder, dir], JSON.stringify(wanted))
  const results: readonly (readonly [number, unknown])[] = JSON.parse(printed)
  expect(results.map(([status]) => status)).toEqual(wanted.map(({ fixture }) => fixtures[fixture].status))
  const [file = ''] = await readdir(dir)
  const written = parsePact(await readFile(join(dir, file), 'utf8'), file)
  expect(written.consumer.name).toBe('contoso-python-bot')
  for (const [at, { fixture, reads }] of wanted.entries()) {
    const interaction = interactionOf(fixture, reads)
    const [, query = ''] = fixtures[fixture].request.path.split('?')
    const { pact } = await runInteraction(interaction, pacticipants, (context) =>
      get(context, query && `?${query}`),
    )
    const [expected] = pact.interactions
    const found = written.interactions.find(({ description }) => description === expected?.description)
    expect(found, fixture).toEqual(expected)
    expect(results[at]?.[1], fixture).toEqual(interaction.response.body)
  }
  expect((await lintPacts([dir])).findings).toEqual([])
  const { pacts } = await verifyPacts([dir])
  expect(pacts[0]?.interactions.map(({ reached }) => reached)).toEqual(
    wanted.map(() => ['selfConsistency', 'shape']),
  )
})

test('a request that the fixture does not have is a mismatch in Python too', async () => {
  const dir = await temporaryFolder()
  const folder = await temporaryFolder()
  const text = await readFile(join(root, 'fixtures/pact/peer-to-peer.json'), 'utf8')
  await writeFile(
    join(folder, 'peer-to-peer.json'),
    text.replaceAll('/v1.0/', '/beta/').replace('v1\\\\.0', 'beta'),
  )
  const run = runPython([consumer, await pactLibrary(), folder, dir], JSON.stringify(wanted.slice(0, 1)))
  await expect(run).rejects.toThrow('request-not-found')
  expect(await readdir(dir)).toEqual([])
})

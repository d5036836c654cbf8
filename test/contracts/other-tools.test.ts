import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { MatchersV3, PactV3, PactV4 } from '@pact-foundation/pact'
import {
  contractStatus,
  defineCallContract,
  lintPacts,
  PactFormatError,
  PactMergeError,
} from 'graph-call-testkit/contracts'
import { describe, expect, test, vi } from 'vitest'
import { waitForRequest } from '../../contracts/interaction/wait-for-request.ts'
import { loadPact } from '../../contracts/pact.ts'
import { committedText, fileName, temporaryFolder } from './committed.ts'
import { define, names, runAll } from './define.ts'
import { get } from './get.ts'

const pacticipants = { consumer: 'my-bot', provider: 'microsoft-graph-calls' }
const file = 'my-bot-microsoft-graph-calls.json'

/** Requests the presence, and waits until Pact has recorded the request. Pact's mock server responds before it records. */
async function getPresence({ url, port }: { url: string; port: number }): Promise<void> {
  await fetch(`${url}/v1.0/me/presence`)
  const { mismatchesAt } = await loadPact()
  await waitForRequest(mismatchesAt, port, [{ method: 'GET', outcome: 'matched' }])
}

/** Writes an interaction of the team's own, with Pact itself. */
async function writeWithPact(
  dir: string,
  status = 200,
  description = 'a request for the presence',
): Promise<void> {
  await new PactV4({ ...pacticipants, dir, logLevel: 'error' })
    .addInteraction()
    .given('a person is busy')
    .uponReceiving(description)
    .withRequest('GET', '/v1.0/me/presence')
    .willRespondWith(status, (builder) => builder.jsonBody({ availability: MatchersV3.like('Busy') }))
    .executeTest(getPresence)
}

/** Writes the same in version 3, as pact-python and older tools do. */
async function writeVersion3(dir: string): Promise<void> {
  await new PactV3({ ...pacticipants, dir, logLevel: 'error' })
    .given('a person is busy')
    .uponReceiving('a request for the presence')
    .withRequest({ method: 'GET', path: '/v1.0/me/presence' })
    .willRespondWith({ status: 200, body: { availability: MatchersV3.like('Busy') } })
    .executeTest(getPresence)
}

const descriptionsIn = async (dir: string): Promise<string[]> =>
  JSON.parse(await readFile(join(dir, file), 'utf8')).interactions.map(
    ({ description }: { description: string }) => description,
  )
const own = names.map((name) => `a request for a call (${name})`).toSorted()
const all = [...own, 'a request for the presence']

/** Defines the contract, and collects its warnings. */
function contractIn(
  dir: string,
  interactions: Parameters<typeof define>[1] = names,
  contractOf = defineCallContract,
) {
  const warnings: string[] = []
  const warn = (text: string) => {
    if (text.includes('another tool')) warnings.push(text)
  }
  return { contract: define(dir, interactions, { warn }, contractOf), warnings }
}

describe('interactions that Pact itself wrote to the file', () => {
  test('stay if they were there before, and a warning names them', async () => {
    const dir = await temporaryFolder()
    await writeWithPact(dir)
    const { contract, warnings } = contractIn(dir)
    await runAll(contract)
    expect(await descriptionsIn(dir)).toEqual(all)
    expect(warnings).toEqual([
      expect.stringMatching(
        /^\S+ also has interactions that another tool wrote, and they stay in the file: "a request for the presence"\. If/,
      ),
    ])
    expect((await contractStatus([dir])).contracts).toMatchObject([
      { pact: 'current', others: ['a request for the presence'] },
    ])
  })

  test('stay if they come later, and ours stay as well', async () => {
    const dir = await temporaryFolder()
    const text = await runAll(contractIn(dir).contract)
    await writeWithPact(dir)
    expect((await descriptionsIn(dir)).toSorted()).toEqual(all)
    const status = await contractStatus([dir])
    expect(status).toMatchObject({
      passed: true,
      contracts: [{ pact: expect.stringMatching(/current|reformatted/) }],
    })
    const { contract } = contractIn(dir)
    await runAll(contract)
    expect(await descriptionsIn(dir)).toEqual(all)
    const { interactions } = JSON.parse(await readFile(contract.file, 'utf8'))
    expect(interactions.slice(0, 3)).toEqual(JSON.parse(text).interactions)
  })

  test('stay as Pact wrote them, and an interaction that we no longer define goes', async () => {
    const dir = await temporaryFolder()
    await writeWithPact(dir)
    const before = JSON.parse(await readFile(join(dir, file), 'utf8'))
    await runAll(contractIn(dir).contract)
    vi.resetModules()
    const again = await import('graph-call-testkit/contracts')
    const shorter = contractIn(dir, ['group'] as const, again.defineCallContract)
    await runAll(shorter.contract)
    const after = JSON.parse(await readFile(join(dir, file), 'utf8'))
    expect(await descriptionsIn(dir)).toEqual(['a request for a call (group)', 'a request for the presence'])
    expect(after.interactions[1]).toEqual(before.interactions[0])
  })

  test('are an error if they have the description and the state of one of ours', async () => {
    const dir = await temporaryFolder()
    const text = await runAll(contractIn(dir, ['call-not-found'] as const).contract)
    const pact = JSON.parse(text)
    const [{ comments, ...interaction }] = pact.interactions
    expect(comments).toEqual({ 'graph-call-testkit': { definition: expect.stringMatching(/^[\da-f]{16}$/) } })
    const copy = JSON.stringify({ ...pact, interactions: [interaction] })
    await writeFile(join(dir, file), copy)
    const { contract, warnings } = contractIn(dir, ['call-not-found'] as const)
    expect(await runAll(contract)).toBe(text)
    expect(warnings).toEqual([])
    const changed = copy.replace('"status":404', '"status":410')
    await writeFile(join(dir, file), changed)
    await expect(contract.interaction('call-not-found').run(get)).rejects.toThrow(PactMergeError)
    await expect(contract.interaction('call-not-found').run(get)).rejects.toThrow(
      'another tool wrote a different interaction "a request for a call (call-not-found)"',
    )
    expect(await readFile(join(dir, file), 'utf8')).toBe(changed)
  })

  test('in version 3 are an error, and the file stays as it is', async () => {
    const dir = await temporaryFolder()
    await writeVersion3(dir)
    const text = await readFile(join(dir, file), 'utf8')
    const { contract } = contractIn(dir, ['group'] as const)
    await expect(contract.interaction('group').run(get)).rejects.toThrow(
      /my-bot-microsoft-graph-calls\.json has 1 interaction in version 3\.0\.0 of the Pact Specification, written by another tool\. .* Write them with version 4/,
    )
    expect(await readFile(join(dir, file), 'utf8')).toBe(text)
  })

  test('in version 3 make a pact of ours outdated, because they change it to version 3', async () => {
    const dir = await temporaryFolder()
    const { contract } = contractIn(dir)
    await runAll(contract)
    await writeVersion3(dir)
    expect(await contractStatus([dir])).toMatchObject({ passed: false, contracts: [{ pact: 'outdated' }] })
    const rules = new Set((await lintPacts([dir])).findings.map(({ rule }) => rule))
    expect([...rules]).toContain('stale-file')
    await expect(contract.interaction('group').run(get)).rejects.toThrow(
      'has 4 interactions in version 3.0.0',
    )
  })
})

test.each([
  ['not JSON', '{ cut', PactFormatError, 'exists and is not a pact, so it was not overwritten. Delete it'],
  ['empty', '', PactFormatError, 'exists and is not a pact'],
  ['another JSON file', '{"name":"my-bot"}', PactFormatError, 'exists and is not a pact'],
  [
    'the pact of others',
    committedText,
    PactMergeError,
    `is the pact of "${fileName.replace(/-microsoft.*/, '')}" with "microsoft-graph-calls", so it was not overwritten`,
  ],
  [
    'a pact with an interaction without a description',
    JSON.stringify({ ...pactOf(), interactions: [{ type: 'Synchronous/HTTP' }] }),
    PactFormatError,
    'has an interaction without a description',
  ],
])('a file that is %s is not overwritten', async (_, text, type, message) => {
  const dir = await temporaryFolder()
  await writeFile(join(dir, file), text)
  const { contract } = contractIn(dir, ['group'] as const)
  await expect(contract.interaction('group').run(get)).rejects.toThrow(type)
  await expect(contract.interaction('group').run(get)).rejects.toThrow(message)
  expect(await readFile(join(dir, file), 'utf8')).toBe(text)
})

test('messages and interactions of plugins stay', async () => {
  const dir = await temporaryFolder()
  const message = {
    type: 'Asynchronous/Messages',
    description: 'a call has ended',
    contents: { content: 'x' },
  }
  const plugin = {
    type: 'Synchronous/Messages',
    description: 'a gRPC call',
    pluginConfiguration: { protobuf: {} },
  }
  const metadata = { ...pactOf().metadata, plugins: [{ name: 'protobuf' }] }
  await writeFile(join(dir, file), JSON.stringify({ ...pactOf(), metadata, interactions: [message, plugin] }))
  const text = await runAll(contractIn(dir).contract)
  expect(JSON.parse(text)).toMatchObject({ metadata: { plugins: [{ name: 'protobuf' }] } })
  expect(JSON.parse(text).interactions.slice(0, 2)).toEqual([message, plugin])
  expect(await descriptionsIn(dir)).toHaveLength(5)
})

function pactOf() {
  return {
    consumer: { name: 'my-bot' },
    provider: { name: 'microsoft-graph-calls' },
    metadata: { pactSpecification: { version: '4.0' } },
    interactions: [],
  }
}

import { readdir, writeFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { inspect } from 'node:util'
import { PactFormatError, VerificationError, verifyPacts } from 'graph-call-testkit/contracts'
import { fixture } from 'graph-call-testkit/fixtures'
import { createTenant } from 'graph-call-testkit/tenant'
import { describe, expect, onTestFinished, test, vi } from 'vitest'
import type { PactFile } from '../../contracts/pact-file/pact-file.ts'
import { metadataFile, metadataText } from '../metadata/contoso.ts'
import { committedPact, interactionIn, temporaryFolder } from './committed.ts'

async function fileOf(pact: PactFile): Promise<string> {
  const file = join(await temporaryFolder(), 'pact.json')
  await writeFile(file, JSON.stringify(pact))
  return file
}

/** What came of each interaction: of which fixture, and the result of each level. */
async function results(pact: PactFile, options: Parameters<typeof verifyPacts>[1] = {}) {
  const { pacts, ...report } = await verifyPacts([await fileOf(pact)], options)
  const interactions = (pacts[0]?.interactions ?? []).map(({ description, levels }) => {
    const { selfConsistency, shape, behaviour } = levels
    return [/\((.*)\)/.exec(description)?.[1], selfConsistency.result, shape.result, behaviour.result]
  })
  return {
    ...report,
    interactions: Object.fromEntries(interactions.map(([name, ...levels]) => [name, levels])),
    pacts,
  }
}

/** A service that is none of ours: it has one call, wants one token, and notes what it is asked. */
async function service(token: string, callId: string) {
  const asked: string[] = []
  const tenant = createTenant({ calls: [{ ...fixture('group'), id: callId }] })
  const server = createServer(async (request, response) => {
    asked.push(`${request.method} ${request.url}`)
    const isKnown = request.headers.authorization === `Bearer ${token}`
    const answer = isKnown
      ? await tenant.fetch(
          new Request(`https://graph.microsoft.com${request.url}`, {
            headers: { authorization: 'Bearer x' },
          }),
        )
      : new Response('{}', { status: 401 })
    response.writeHead(answer.status, Object.fromEntries(answer.headers)).end(await answer.text())
  })
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
  onTestFinished(() => void server.close())
  return { asked, baseUrl: `http://127.0.0.1:${Object(server.address()).port}` }
}

const token = 'the-token-of-contoso'
const callId = '57dab8b1-894c-409a-b240-bd8beae78896'
const groupOnly = { ...committedPact(), interactions: [interactionIn(committedPact(), 'group')] }

test('the contract of this package agrees with itself, and with the schema; no service was asked', async () => {
  // Other tests verify pacts at the same time.
  vi.stubEnv('TMPDIR', await temporaryFolder())
  onTestFinished(() => void vi.unstubAllEnvs())
  const before = (await readdir(tmpdir())).filter((name) => name.startsWith('graph-call-testkit-verify-'))
  const { passed, service: asked, interactions, pacts } = await results(committedPact())
  expect({ passed, asked }).toEqual({ passed: true, asked: undefined })
  expect(Object.values(interactions)).toEqual(Array(9).fill(['passed', 'passed', 'not checked']))
  expect(pacts[0]?.interactions[0]?.reached).toEqual(['selfConsistency', 'shape'])
  const after = (await readdir(tmpdir())).filter((name) => name.startsWith('graph-call-testkit-verify-'))
  expect(after.filter((name) => !before.includes(name))).toEqual([])
})

test('what fails a level is said there, and the others are told too', async () => {
  const pact = committedPact()
  Object.assign(Object(interactionIn(pact, 'group').response.body?.content), { unheardOf: 'x' })
  const { passed, interactions } = await results(pact)
  expect(passed).toBe(false)
  expect(interactions).toMatchObject({
    group: ['failed', 'failed', 'not checked'],
    throttled: ['passed', 'passed', 'not checked'],
  })
})

test('what nobody can set up is not checked, and does not fail', async () => {
  const pact = structuredClone(groupOnly)
  for (const interaction of pact.interactions) interaction.providerStates = [{ name: 'the moon is full' }]
  const { passed, interactions, pacts } = await results(pact)
  expect({ passed, interactions }).toEqual({
    passed: true,
    interactions: { group: ['not checked', 'passed', 'not checked'] },
  })
  expect(pacts[0]?.interactions[0]?.levels.selfConsistency.reason).toContain('the moon is full')
})

test('what asks for no call is not checked', async () => {
  const pact = structuredClone(groupOnly)
  for (const { request } of pact.interactions) request.path = '/v1.0/me'
  expect((await results(pact)).interactions).toEqual({ group: ['not checked', 'not checked', 'not checked'] })
})

describe('a service', () => {
  test('is asked by GET alone, for the call that is there, with the token from the environment', async () => {
    const { asked, baseUrl } = await service(token, callId)
    const only = ['group', 'call-not-found', 'throttled', 'access-token-expired']
    const pact = {
      ...committedPact(),
      interactions: only.map((name) => interactionIn(committedPact(), name)),
    }
    const report = await results(pact, { baseUrl, callId, env: { GRAPH_ACCESS_TOKEN: token } })
    expect(report).toMatchObject({ passed: true, service: baseUrl })
    expect(report.interactions).toEqual({
      group: ['passed', 'passed', 'passed'],
      'call-not-found': ['passed', 'passed', 'passed'],
      throttled: ['passed', 'passed', 'not checked'],
      'access-token-expired': ['passed', 'passed', 'not checked'],
    })
    expect(asked.toSorted()).toEqual([
      'GET /v1.0/communications/calls/4e15d8b2-6c9f-4a73-b8e1-92f0a7c54d05',
      `GET /v1.0/communications/calls/${callId}`,
    ])
    expect(inspect(report, { depth: 20 })).not.toContain(token)
  })
  test('that answers something else fails the level of behaviour, and no other', async () => {
    const { baseUrl } = await service(token, callId)
    const report = await results(groupOnly, {
      baseUrl,
      callId: 'another',
      env: { GRAPH_ACCESS_TOKEN: token },
    })
    expect(report).toMatchObject({ passed: false, interactions: { group: ['passed', 'passed', 'failed'] } })
  })
  test('that refuses the token does not bring it into the report', async () => {
    const { baseUrl } = await service('another-token', callId)
    const report = await results(groupOnly, { baseUrl, callId, env: { GRAPH_ACCESS_TOKEN: token } })
    expect(report).toMatchObject({ passed: false, interactions: { group: ['passed', 'passed', 'failed'] } })
    expect(inspect(report, { depth: 20 })).not.toContain(token)
  })
  test('that is not there cannot be asked', async () => {
    const asked = results(groupOnly, {
      baseUrl: 'http://127.0.0.1:9',
      callId,
      env: { GRAPH_ACCESS_TOKEN: token },
    })
    await expect(asked).rejects.toThrow(VerificationError)
    await expect(asked).rejects.toThrow(/^http:\/\/127\.0\.0\.1:9 cannot be reached \(\w+/)
  })
  test.each([
    ['a token', { callId, env: {} }, /GRAPH_ACCESS_TOKEN/],
    ['a call', { env: { GRAPH_ACCESS_TOKEN: token } }, /the id of one/],
    ['an address', { baseUrl: 'graph', callId, env: { GRAPH_ACCESS_TOKEN: token } }, /https:\/\/graph/],
    ['a service', { baseUrl: undefined, callId }, /^No service is named that is to have the call 57dab8b1/],
  ])('is not asked without %s', async (_, options, message) => {
    const asked = results(groupOnly, { baseUrl: 'http://127.0.0.1:9', ...options })
    await expect(asked).rejects.toThrow(VerificationError)
    await expect(asked).rejects.toThrow(message)
  })
})

describe('a $metadata document', () => {
  test.each([
    ['by its path', metadataFile],
    ['by its URL', pathToFileURL(metadataFile)],
  ])('given %s, declares the calls of the contract, and says nothing of errors', async (_, metadata) => {
    const { passed, metadata: named, pacts } = await results(committedPact(), { metadata })
    expect({ passed, named }).toEqual({ passed: true, named: String(metadata) })
    const shapes = (pacts[0]?.interactions ?? []).map(({ description, levels: { shape } }) => [
      /\((.*)\)/.exec(description)?.[1],
      shape,
    ])
    const alone = { result: 'passed', findings: [] }
    const declared = { ...alone, metadata: { result: 'passed' } }
    const ofError = {
      ...alone,
      metadata: { result: 'not checked', reason: 'a $metadata document declares no bodies of errors' },
    }
    expect(Object.fromEntries(shapes)).toEqual({
      group: declared,
      'incoming-peer-to-peer': declared,
      'peer-to-peer': declared,
      terminating: declared,
      'access-token-expired': ofError,
      'call-not-found': ofError,
      'insufficient-tenant-permissions': ofError,
      'tenant-mismatch': ofError,
      throttled: ofError,
    })
  })

  test('that declares otherwise fails the level of shape, whatever the schema says', async () => {
    const metadata = join(await temporaryFolder(), 'metadata.xml')
    await writeFile(
      metadata,
      metadataText
        .replace('<Property Name="threadId" Type="Edm.String" />', '')
        .replace('<Member Name="established" Value="1" />', ''),
    )
    const { passed, interactions, pacts } = await results(groupOnly, { metadata })
    expect({ passed, interactions }).toEqual({
      passed: false,
      interactions: { group: ['passed', 'failed', 'not checked'] },
    })
    const [group] = pacts[0]?.interactions ?? []
    expect(group?.reached).toEqual(['selfConsistency'])
    expect(group?.levels.shape).toEqual({
      result: 'failed',
      metadata: { result: 'failed' },
      findings: [
        {
          where: 'response',
          against: 'metadata',
          path: 'chatInfo.threadId',
          expected: 'no such property of microsoft.graph.chatInfo, which is not open',
          actual: expect.stringContaining('19:meeting_'),
        },
        {
          where: 'response',
          against: 'metadata',
          path: 'state',
          expected: 'one of incoming, terminating (microsoft.graph.callState)',
          actual: '"established"',
        },
      ],
    })
  })

  test('leaves what the schema finds as it is', async () => {
    const pact = structuredClone(groupOnly)
    Object.assign(Object(interactionIn(pact, 'group').response.body?.content), { unheardOf: 'x' })
    const { pacts } = await results(pact, { metadata: metadataFile })
    expect(pacts[0]?.interactions[0]?.levels.shape).toMatchObject({
      result: 'failed',
      metadata: { result: 'passed' },
      findings: [{ path: 'unheardOf' }],
    })
  })

  test('is not asked of what is no GET of a call', async () => {
    const pact = structuredClone(groupOnly)
    for (const { request } of pact.interactions) request.path = '/v1.0/me'
    const { pacts } = await results(pact, { metadata: metadataFile })
    expect(pacts[0]?.interactions[0]?.levels.shape.metadata).toEqual({
      result: 'not checked',
      reason: 'it is no GET of a call',
    })
  })

  test.each([
    ['JSON', '{}', /metadata\.xml is no \$metadata document of Graph\. It is no XML/],
    ['a page', '<html/>', /It is XML, but no CSDL/],
    [
      'a service without calls',
      metadataText.replace('Name="call"', 'Name="talk"'),
      /CSDL without microsoft\.graph\.call/,
    ],
  ])('is refused where it is %s', async (_, text, message) => {
    const metadata = join(await temporaryFolder(), 'metadata.xml')
    await writeFile(metadata, text)
    const verified = verifyPacts(['contracts/pacts'], { metadata })
    await expect(verified).rejects.toThrow(VerificationError)
    await expect(verified).rejects.toThrow(message)
  })

  test.each([
    ['is missing', 'nowhere.xml', /cannot be read: ENOENT.*nowhere\.xml/],
    ['is a folder', 'contracts', /cannot be read: EISDIR/],
    ['is elsewhere', 'https://graph.microsoft.com/v1.0/$metadata', /Fetch the document first/],
    [
      'is elsewhere, by a URL',
      new URL('https://graph.microsoft.com/v1.0/$metadata'),
      /Fetch the document first/,
    ],
  ])('that %s is no file to read', async (_, metadata, message) => {
    const verified = verifyPacts(['contracts/pacts'], { metadata })
    await expect(verified).rejects.toThrow(VerificationError)
    await expect(verified).rejects.toThrow(message)
  })
})

test('a file that is no pact is refused', async () => {
  const file = join(await temporaryFolder(), 'pact.json')
  await writeFile(file, '{}')
  await expect(verifyPacts([file])).rejects.toThrow(PactFormatError)
})

import { readdir, writeFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { inspect } from 'node:util'
import { PactFormatError, VerificationError, verifyPacts } from 'graph-call-testkit/contracts'
import { fixture } from 'graph-call-testkit/fixtures'
import { createTenant } from 'graph-call-testkit/tenant'
import { describe, expect, onTestFinished, test, vi } from 'vitest'
import { committedPact, interactionIn, temporaryFolder } from './committed.ts'
import { groupOnly, results, withOtherRequest } from './verified-pacts.ts'

/** Starts a service that is not a tenant: it has one call, accepts one token, and records its requests. */
async function startService(token: string, callId: string) {
  const requests: string[] = []
  const tenant = createTenant({ calls: [{ ...fixture('group'), id: callId }] })
  const server = createServer(async (request, response) => {
    requests.push(`${request.method} ${request.url}`)
    const isAuthorized = request.headers.authorization === `Bearer ${token}`
    const received = isAuthorized
      ? await tenant.fetch(
          new Request(`https://graph.microsoft.com${request.url}`, {
            headers: { authorization: 'Bearer x' },
          }),
        )
      : new Response('{}', { status: 401 })
    response.writeHead(received.status, Object.fromEntries(received.headers)).end(await received.text())
  })
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
  onTestFinished(() => void server.close())
  return { requests, baseUrl: `http://127.0.0.1:${Object(server.address()).port}` }
}

const token = 'the-token-of-contoso'
const callId = '57dab8b1-894c-409a-b240-bd8beae78896'

test('the committed pact passes against the tenant and the schema, without a service', async () => {
  // Other tests verify pacts at the same time, so this one has its own temporary directory.
  vi.stubEnv('TMPDIR', await temporaryFolder())
  onTestFinished(() => void vi.unstubAllEnvs())
  const before = (await readdir(tmpdir())).filter((name) => name.startsWith('graph-call-testkit-verify-'))
  const { passed, service: verified, interactions, pacts } = await results(committedPact())
  expect({ passed, verified }).toEqual({ passed: true, verified: undefined })
  expect(Object.values(interactions)).toEqual(Array(9).fill(['passed', 'passed', 'not checked']))
  expect(pacts[0]?.interactions[0]?.reached).toEqual(['selfConsistency', 'shape'])
  const after = (await readdir(tmpdir())).filter((name) => name.startsWith('graph-call-testkit-verify-'))
  expect(after.filter((name) => !before.includes(name))).toEqual([])
})

test('reports the levels that fail, and the levels of other interactions', async () => {
  const pact = committedPact()
  Object.assign(Object(interactionIn(pact, 'group').response.body?.content), { unheardOf: 'x' })
  const { passed, interactions } = await results(pact)
  expect(passed).toBe(false)
  expect(interactions).toMatchObject({
    group: ['failed', 'failed', 'not checked'],
    throttled: ['passed', 'passed', 'not checked'],
  })
})

test('an unknown provider state is not checked, and does not fail', async () => {
  const pact = structuredClone(groupOnly)
  for (const interaction of pact.interactions) interaction.providerStates = [{ name: 'the moon is full' }]
  const { passed, interactions, pacts } = await results(pact)
  expect({ passed, interactions }).toEqual({
    passed: true,
    interactions: { group: ['not checked', 'passed', 'not checked'] },
  })
  expect(pacts[0]?.interactions[0]?.levels.selfConsistency.reason).toContain('the moon is full')
})

test('a request for something other than a call is not checked', async () => {
  const { passed, interactions } = await results(withOtherRequest())
  expect(passed).toBe(true)
  expect(interactions).toMatchObject({ group: ['not checked', 'not checked', 'not checked'] })
})

describe('a service', () => {
  test('gets only GET requests, for the existing call, with the token from the environment', async () => {
    const { requests, baseUrl } = await startService(token, callId)
    const only = ['group', 'call-not-found', 'throttled', 'access-token-expired']
    const pact = {
      ...committedPact(),
      interactions: only.map((name) => interactionIn(committedPact(), name)),
    }
    const report = await results(pact, { baseUrl, callId }, { GRAPH_ACCESS_TOKEN: token })
    expect(report).toMatchObject({ passed: true, service: baseUrl })
    expect(report.interactions).toEqual({
      group: ['passed', 'passed', 'passed'],
      'call-not-found': ['passed', 'passed', 'passed'],
      throttled: ['passed', 'passed', 'not checked'],
      'access-token-expired': ['passed', 'passed', 'not checked'],
    })
    expect(requests.toSorted()).toEqual([
      'GET /v1.0/communications/calls/4e15d8b2-6c9f-4a73-b8e1-92f0a7c54d05',
      `GET /v1.0/communications/calls/${callId}`,
    ])
    expect(inspect(report, { depth: 20 })).not.toContain(token)
  })
  test('with other responses fails only the behavior level', async () => {
    const { baseUrl } = await startService(token, callId)
    const report = await results(groupOnly, { baseUrl, callId: 'another' }, { GRAPH_ACCESS_TOKEN: token })
    expect(report).toMatchObject({ passed: false, interactions: { group: ['passed', 'passed', 'failed'] } })
  })
  test('that rejects the token does not leak it into the report', async () => {
    const { baseUrl } = await startService('another-token', callId)
    const report = await results(groupOnly, { baseUrl, callId }, { GRAPH_ACCESS_TOKEN: token })
    expect(report).toMatchObject({ passed: false, interactions: { group: ['passed', 'passed', 'failed'] } })
    expect(inspect(report, { depth: 20 })).not.toContain(token)
  })
  test('that cannot be reached causes an error', async () => {
    const baseUrl = 'http://127.0.0.1:9'
    const verified = results(groupOnly, { baseUrl, callId }, { GRAPH_ACCESS_TOKEN: token })
    await expect(verified).rejects.toThrow(VerificationError)
    await expect(verified).rejects.toThrow(/^http:\/\/127\.0\.0\.1:9 cannot be reached \(\w+/)
  })
  test.each([
    [
      'a token for Microsoft',
      { baseUrl: 'https://graph.microsoft.com', callId },
      {},
      /^Missing token for https:\/\/graph\.microsoft\.com\. Set GRAPH_ACCESS_TOKEN/,
    ],
    ['a call ID', {}, { GRAPH_ACCESS_TOKEN: token }, /Pass the ID of a call .*, or the URL that sets up/],
    ['a valid URL', { baseUrl: 'graph', callId }, { GRAPH_ACCESS_TOKEN: token }, /https:\/\/graph/],
    ['a URL', { baseUrl: undefined, callId }, {}, /^Missing service URL for the call ID 57dab8b1-/],
  ])('gets no requests without %s', async (_, options, env, message) => {
    const verified = results(groupOnly, { baseUrl: 'http://127.0.0.1:9', ...options }, env)
    await expect(verified).rejects.toThrow(VerificationError)
    await expect(verified).rejects.toThrow(message)
  })
})

test('rejects a file that is not a pact', async () => {
  const file = join(await temporaryFolder(), 'pact.json')
  await writeFile(file, '{}')
  await expect(verifyPacts([file])).rejects.toThrow(PactFormatError)
})

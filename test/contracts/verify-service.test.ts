import { writeFile } from 'node:fs/promises'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { join } from 'node:path'
import { inspect } from 'node:util'
import { providerStateHandler, VerificationError, type VerifyOptions } from 'graph-call-testkit/contracts'
import { groupCall, peerToPeerCall } from 'graph-call-testkit/fixtures'
import { createTenant } from 'graph-call-testkit/tenant'
import { describe, expect, onTestFinished, test, vi } from 'vitest'
import type { PactFile, PactInteraction } from '../../contracts/pact-file/pact-file.ts'
import { verifyFrom } from '../../contracts/verify/verify-from.ts'
import { committedPact, interactionIn, temporaryFolder } from './committed.ts'

const statesPath = '/_pact/provider-states'

async function verify(pact: PactFile, options: VerifyOptions, env: Record<string, string> = {}) {
  const file = join(await temporaryFolder(), 'pact.json')
  await writeFile(file, JSON.stringify(pact))
  return verifyFrom([file], options, env)
}

/** Returns a pact with some interactions of the committed one, changed or not. */
function pactOf(
  names: readonly string[],
  change: (interaction: PactInteraction) => void = () => {},
): PactFile {
  const pact = committedPact()
  const interactions = names.map((name) => structuredClone(interactionIn(pact, name)))
  interactions.forEach(change)
  return { ...pact, interactions }
}

/** Returns the results of the behavior level by the name in parentheses. */
function behavior({ pacts }: Awaited<ReturnType<typeof verify>>) {
  const results = pacts
    .flatMap(({ interactions }) => interactions)
    .map(({ description, levels }) => [
      /\((.*)\)/.exec(description)?.[1] ?? description,
      levels.behavior.result,
    ])
  return Object.fromEntries(results)
}

/** Starts a tenant as a stub with an endpoint for provider states. */
async function startStub(options: Parameters<typeof createTenant>[0] = {}) {
  const tenant = createTenant(options)
  const stub = await tenant.listen({ routes: { [statesPath]: providerStateHandler(tenant) } })
  onTestFinished(() => stub.close())
  return { tenant, baseUrl: stub.url, providerStatesUrl: stub.url + statesPath }
}

/** Starts a service with any responses. */
async function startService(respond: (request: IncomingMessage, response: ServerResponse) => void) {
  const requests: string[] = []
  const server = createServer((request, response) => {
    requests.push(`${request.method} ${request.url}`)
    respond(request, response)
  })
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
  onTestFinished(() => {
    server.closeAllConnections()
    server.close()
  })
  return { requests, baseUrl: `http://127.0.0.1:${Object(server.address()).port}` }
}

describe('a stub that sets up provider states', () => {
  test('is verified for the interactions in all states, without a token', async () => {
    const { tenant, baseUrl, providerStatesUrl } = await startStub()
    const report = await verify(committedPact(), { baseUrl, providerStatesUrl })
    expect(report).toMatchObject({ passed: true, service: baseUrl })
    expect(Object.values(behavior(report))).toEqual(Array(9).fill('passed'))
    expect(tenant.requests).toHaveLength(1)
  })

  test('inserts the ID that the stub returns into the path', async () => {
    const states: unknown[] = []
    const { requests, baseUrl } = await startService(async (request, response) => {
      response.setHeader('content-type', 'application/json')
      if (request.method === 'GET') return response.end(JSON.stringify(groupCall()))
      let body = ''
      for await (const chunk of request) body += chunk
      states.push(JSON.parse(body))
      response.end('{"id":"an-id-of-the-stub"}')
    })
    const pact = pactOf(['group'])
    const report = await verify(pact, { baseUrl, providerStatesUrl: `${baseUrl}/states` })
    expect(behavior(report)).toEqual({ group: 'passed' })
    expect(requests).toEqual(['POST /states', 'GET /v1.0/communications/calls/an-id-of-the-stub'])
    const [{ name, params } = { name: '' }] = pact.interactions[0]?.providerStates ?? []
    expect(states).toEqual([{ action: 'setup', state: name, params }])
  })

  test('that rejects a state fails with its reason', async () => {
    const { baseUrl, providerStatesUrl } = await startStub()
    const pact = pactOf(['group', 'throttled'])
    for (const state of pact.interactions[0]?.providerStates ?? []) state.name = 'the moon is full'
    const report = await verify(pact, { baseUrl, providerStatesUrl })
    expect(behavior(report)).toEqual({ group: 'failed', throttled: 'passed' })
    expect(report.pacts[0]?.interactions[0]?.levels.behavior.findings).toMatchObject([
      {
        where: 'provider state',
        path: 'the moon is full',
        message: expect.stringMatching(/responded with 400: .*Unknown provider state/),
      },
    ])
  })

  test('that cannot be reached causes an error', async () => {
    const { baseUrl } = await startStub()
    const verified = verify(pactOf(['group']), { baseUrl, providerStatesUrl: 'http://127.0.0.1:9/states' })
    await expect(verified).rejects.toThrow(/^http:\/\/127\.0\.0\.1:9\/states cannot be reached/)
  })
})

describe('call IDs', () => {
  const calls = [groupCall({ id: 'a-group' }), peerToPeerCall({ id: 'a/pair' })]

  test('are chosen by the name of the interaction', async () => {
    const { tenant, baseUrl } = await startStub({ calls })
    const report = await verify(pactOf(['group', 'peer-to-peer', 'throttled']), {
      baseUrl,
      callId: 'a-group',
      callIds: { 'peer-to-peer': 'a/pair' },
    })
    expect(behavior(report)).toEqual({ group: 'passed', 'peer-to-peer': 'passed', throttled: 'not checked' })
    expect(tenant.requests.map(({ callId }) => callId)).toEqual(['a-group', 'a/pair'])
  })

  test('can be missing for some interactions, which are then not checked', async () => {
    const { baseUrl } = await startStub({ calls })
    const report = await verify(pactOf(['group', 'peer-to-peer']), { baseUrl, callIds: { group: 'a-group' } })
    expect(behavior(report)).toEqual({ group: 'passed', 'peer-to-peer': 'not checked' })
    expect(report.pacts[0]?.interactions[1]?.levels.behavior.reason).toBe('no call ID was given for it')
  })

  test('can be those of an interaction with a description of its own', async () => {
    const { baseUrl } = await startStub({ calls })
    const pact = pactOf(['group'], (interaction) => {
      interaction.description = 'shows the meeting - twice'
      interaction.providerStates = [
        { name: 'a call exists', params: { id: 'x', call: { state: 'established' } } },
      ]
    })
    const report = await verify(pact, { baseUrl, callIds: { 'shows the meeting - twice': 'a-group' } })
    expect(behavior(report)).toEqual({ 'shows the meeting - twice': 'passed' })
  })
})

describe('filters', () => {
  test.each([
    ['a name', ['group'], ['group']],
    ['a description', ['a request for a call (throttled)'], ['throttled']],
    ['a pattern', [/peer/], ['incoming-peer-to-peer', 'peer-to-peer']],
    ['several', ['group', /^throttled$/], ['group', 'throttled']],
  ])('choose interactions by %s', async (_, interactions, names) => {
    const { pacts } = await verify(committedPact(), { interactions })
    const found = pacts[0]?.interactions.map(({ description }) => /\((.*)\)/.exec(description)?.[1])
    expect(found).toEqual(names)
  })

  test.each([
    [{ interactions: ['groop'] }, /^No interaction called groop in .*\. Found: access-token-expired, /],
    [{ callIds: { groop: '1' }, baseUrl: 'http://127.0.0.1:9' }, /^No interaction called groop/],
  ])('%j must match something', async (options, message) => {
    await expect(verify(committedPact(), options)).rejects.toThrow(VerificationError)
    await expect(verify(committedPact(), options)).rejects.toThrow(message)
  })

  test('by provider must match a pact', async () => {
    const verified = verify(committedPact(), { provider: 'contoso-call-stub' })
    await expect(verified).rejects.toThrow(/^No pact with the provider "contoso-call-stub"/)
  })

  test('choose pacts by provider', async () => {
    const folder = await temporaryFolder()
    const other = { ...pactOf(['group']), provider: { name: 'contoso-call-stub' } }
    await writeFile(join(folder, 'a.json'), JSON.stringify(pactOf(['throttled'])))
    await writeFile(join(folder, 'b.json'), JSON.stringify(other))
    const { pacts } = await verifyFrom([folder], { provider: 'contoso-call-stub' }, {})
    expect(pacts.map(({ file, provider }) => [file, provider])).toEqual([
      [join(folder, 'b.json'), 'contoso-call-stub'],
    ])
  })
})

describe('a verification of nothing fails', () => {
  test.each([
    [
      'without interactions',
      pactOf([]),
      {},
      /^No HTTP interactions or notifications in .*pact\.json\. Expected at least one/,
    ],
    [
      'with only other requests',
      pactOf(['group'], ({ request }) => {
        request.path = '/v1.0/me'
      }),
      {},
      /^No interaction was checked\. Expected a GET .*\n {2}a request for a call \(group\): it is not a GET/,
    ],
    [
      'without an interaction for the service',
      pactOf(['throttled']),
      { baseUrl: 'http://127.0.0.1:9', callId: '1' },
      /^No interaction was checked against http:\/\/127\.0\.0\.1:9\. .*"requests are throttled" cannot be set up/s,
    ],
  ])('%s', async (_, pact, options, message) => {
    await expect(verify(pact, options)).rejects.toThrow(VerificationError)
    await expect(verify(pact, options)).rejects.toThrow(message)
  })
})

describe('secrets', () => {
  const token = 'an-invented.token/with+marks=='
  const encodings = [token, JSON.stringify(token), btoa(`user:${token}`), encodeURIComponent(token)]

  test.each([
    ['in a body that differs', (text: string) => JSON.stringify({ state: 5, echo: text })],
    ['in a body that is not JSON', (text: string) => `<p>${text}</p>`],
  ])('that a service echoes %s are replaced in the report and in the output of Pact', async (_, bodyOf) => {
    const { baseUrl } = await startService((_, response) => {
      response.writeHead(401, { 'content-type': 'application/json', 'x-echo': token })
      response.end(bodyOf(encodings.join(' ')))
    })
    const report = await verify(pactOf(['group']), { baseUrl, callId: '1' }, { GRAPH_ACCESS_TOKEN: token })
    expect(report.passed).toBe(false)
    const printed = inspect(report, { depth: 20 })
    for (const secret of encodings) expect(printed).not.toContain(secret.replaceAll('"', ''))
  })

  test.each([
    ['a line break', `${token}\nx`],
    ['a space', `Bearer ${token}`],
  ])('a token with %s is rejected without printing it', async (_, GRAPH_ACCESS_TOKEN) => {
    const verified = verify(
      pactOf(['group']),
      { baseUrl: 'http://127.0.0.1:9', callId: '1' },
      { GRAPH_ACCESS_TOKEN },
    )
    await expect(verified).rejects.toThrow(/^Invalid GRAPH_ACCESS_TOKEN: it contains a space, a line break/)
    await expect(verified).rejects.not.toThrow(token)
  })

  test.each([
    [{ baseUrl: 'https://mira:s3cret-word@stub.contoso.com' }, /contains a user name or a password/],
    [
      { baseUrl: 'https://stub.contoso.com/?token=s3cret-word' },
      /^Invalid service URL\. Expected a root URL/,
    ],
    [{ baseUrl: 'https://stub.contoso.com/#s3cret-word' }, /^Invalid service URL/],
    [{ baseUrl: 's3cret-word' }, /^Invalid service URL/],
    [
      { baseUrl: 'http://127.0.0.1:9', providerStatesUrl: 'http://mira:s3cret-word@127.0.0.1:9' },
      /contains a user name or a password/,
    ],
    [{ metadata: 'https://contoso.com/metadata?token=s3cret-word' }, /Cannot read the \$metadata document/],
  ])('in %j are rejected without printing them', async (options, message) => {
    const error = await verify(pactOf(['group']), options).catch((thrown: unknown) => thrown)
    expect(error).toBeInstanceOf(VerificationError)
    expect(Object(error).message).toMatch(message)
    expect(Object(error).message).not.toContain('s3cret-word')
  })
})

describe("Microsoft's service", () => {
  test.each([
    'https://graph.microsoft.com',
    'https://GRAPH.microsoft.us./',
    'https://dod-graph.microsoft.us',
  ])('cannot set up provider states: %s', async (baseUrl) => {
    const options = { baseUrl, providerStatesUrl: 'http://127.0.0.1:9/states' }
    const verified = verify(pactOf(['group']), options, { GRAPH_ACCESS_TOKEN: 'x.y.z' })
    await expect(verified).rejects.toThrow(/is Microsoft's service, which cannot set up provider states/)
  })
})

describe('variables for Pact', () => {
  test('of a broker do not add its pacts', async () => {
    const { requests, baseUrl } = await startService((_, response) => response.writeHead(500).end())
    vi.stubEnv('PACT_BROKER_BASE_URL', baseUrl)
    vi.stubEnv('PACT_BROKER_PUBLISH_VERIFICATION_RESULTS', 'true')
    onTestFinished(() => void vi.unstubAllEnvs())
    const { passed, pacts } = await verify(pactOf(['group']), {})
    expect({ passed, interactions: pacts[0]?.interactions.length }).toEqual({ passed: true, interactions: 1 })
    expect(requests).toEqual([])
  })

  test('that skip interactions are rejected', async () => {
    vi.stubEnv('PACT_DESCRIPTION', 'group')
    onTestFinished(() => void vi.unstubAllEnvs())
    await expect(verify(committedPact(), {})).rejects.toThrow(/because PACT_DESCRIPTION is set\. Unset it/)
  })
})

describe('against the tenant passes', () => {
  /** Verifies one changed interaction. Returns the result of the self-consistency level and its findings. */
  async function selfConsistency(name: string, change: (interaction: PactInteraction) => void) {
    const { pacts } = await verify(pactOf([name], change), {})
    return pacts[0]?.interactions[0]?.levels.selfConsistency
  }
  const passed = { result: 'passed', findings: [] }

  test.each([
    ['text', false, (json: string) => json],
    ['text that is marked as JSON', 'JSON', (json: string) => json],
    ['base64', 'base64', (json: string) => btoa(json)],
  ])('a body as %s', async (_, encoded, encode) => {
    const change = ({ response: { body } }: PactInteraction) => {
      Object.assign(Object(body), { content: encode(JSON.stringify(body?.content)), encoded })
    }
    expect(await selfConsistency('group', change)).toEqual(passed)
  })

  test('a request for beta', async () => {
    const change = ({ request }: PactInteraction) => {
      request.path = request.path.replace('v1.0', 'beta')
      delete request.generators
    }
    expect(await selfConsistency('group', change)).toEqual(passed)
  })

  test('a request with the header Prefer, which changes the response', async () => {
    const withHeaders = (headers: Record<string, string[]>) => (interaction: PactInteraction) => {
      const { request, response } = interaction
      request.headers = { ...request.headers, ...headers }
      const call = { requestedModalities: ['hologram'] }
      const id = String(request.path.split('/').at(-1))
      interaction.providerStates = [{ name: 'a call exists', params: { id, call, unknownEnumMembers: true } }]
      Object.assign(Object(response.body), { content: call })
      response.matchingRules = {}
    }
    const Prefer = ['include-unknown-enum-members']
    expect(await selfConsistency('group', withHeaders({ Prefer }))).toEqual(passed)
    expect(await selfConsistency('group', withHeaders({}))).toMatchObject({ result: 'failed' })
  })

  test('two interactions with the same description, each with its own result', async () => {
    const pact = pactOf(['group', 'throttled'], (interaction) => {
      interaction.description = 'a - request #0'
    })
    const [, second] = pact.interactions
    if (second) second.response.status = 503
    const { pacts } = await verify(pact, {})
    const found = pacts[0]?.interactions.map(({ levels }) => levels.selfConsistency.result)
    expect(found).toEqual(['passed', 'failed'])
  })
})

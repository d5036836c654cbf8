import { execFile } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { providerStateHandler } from 'graph-call-testkit/contracts'
import { createTenant } from 'graph-call-testkit/tenant'
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest'
import type { PactFile } from '../../contracts/pact-file/pact-file.ts'
import type { Environment } from '../../contracts/publish/ci-services.ts'
import { publishFrom } from '../../contracts/publish/publish-from.ts'
import type { VerifyProviderOptions } from '../../contracts/verify/provider-options.ts'
import { verifyProviderFrom } from '../../contracts/verify/verify-provider-from.ts'
import { runCommand } from '../cli/run-command.ts'
import { committedPact, interactionIn } from '../contracts/committed.ts'
import { type Broker, startBroker } from './broker.ts'
import { environment } from './environment.ts'
import { startGateway } from './gateway.ts'
import { bundle } from './gems.ts'

const statesPath = '/_pact/provider-states'

let broker: Broker
let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'graph-call-testkit-provider-'))
  broker = await startBroker('SQLite')
})
afterAll(async () => {
  await broker.stop()
  await rm(folder, { recursive: true })
})

const env = { ...environment, PACT_DO_NOT_TRACK: 'true' }

async function fileOf(name: string, pact: unknown): Promise<string> {
  const file = join(folder, `${name}.json`)
  await writeFile(file, JSON.stringify(pact))
  return file
}

/** Publishes the committed pact, or a part of it, under other names. */
async function publish(
  consumer: string,
  provider: string,
  { branch = 'main', change = (pact: PactFile) => pact } = {},
): Promise<void> {
  const pact = change({ ...committedPact(), consumer: { name: consumer }, provider: { name: provider } })
  const file = await fileOf(`${consumer}-${provider}`, pact)
  const options = { broker: broker.url, version: '1', branch, warn: () => {} }
  await publishFrom([file], options, { env, directory: process.cwd() })
}

/** Changes a pact so that one of its interactions fails. */
function withFailure(pact: PactFile): PactFile {
  interactionIn(pact, 'throttled').response.status = 503
  return pact
}

async function serve(): Promise<{ url: string; err: () => string }> {
  const { exit, stop, firstLine, err } = runCommand('serve')
  onTestFinished(async () => {
    stop()
    await exit
  })
  return { url: /http:\S+/.exec(await firstLine())?.[0] ?? '', err }
}

/** Runs a program. Returns its exit code and its output, also if it fails. */
const run = (program: string, args: readonly string[], variables: Environment = {}) =>
  promisify(execFile)(program, [...args], { env: { ...env, ...variables } }).then(
    ({ stdout, stderr }) => ({ code: 0, output: stdout + stderr }),
    ({ code, stdout, stderr }) => ({ code, output: `${stdout}${stderr}` }),
  )

const pactVerifier = (url: string, ...args: readonly string[]) =>
  run('node_modules/.bin/pact', [
    'verifier',
    '--hostname=127.0.0.1',
    `--port=${new URL(url).port}`,
    '--no-color',
    ...args,
  ])

const canIDeploy = async (consumer: string) => {
  const args = ['can-i-deploy', '--pacticipant', consumer, '--version', '1', '--broker-base-url', broker.url]
  return (await run('node_modules/.bin/pact-broker', args)).code === 0
}

describe('the standalone verifier', () => {
  test('verifies "serve" against a broker with selectors and pending pacts, and publishes the results', async () => {
    await publish('contoso-reception-bot', 'contoso-serve-stub')
    await publish('contoso-new-bot', 'contoso-serve-stub', { branch: 'topic', change: withFailure })
    const { url } = await serve()
    const { code, output } = await pactVerifier(
      url,
      `--state-change-url=${url}${statesPath}`,
      '--state-change-teardown',
      `--broker-url=${broker.url}`,
      '--provider-name=contoso-serve-stub',
      '--consumer-version-selectors={"mainBranch":true}',
      '--enable-pending',
      '--include-wip-pacts-since=2020-01-01',
      '--publish',
      '--provider-version=s1',
      '--provider-branch=main',
    )
    expect({ code, output }).toMatchObject({ code: 0 })
    expect(output.match(/has a matching body \(OK\)/g)).toHaveLength(18)
    expect(output).toContain('has status code 503 (FAILED)')
    expect(await canIDeploy('contoso-reception-bot')).toBe(true)
    expect(await canIDeploy('contoso-new-bot')).toBe(false)
  })

  test('can send provider states as queries', async () => {
    const { url } = await serve()
    const { code, output } = await pactVerifier(
      url,
      `--state-change-url=${url}${statesPath}`,
      '--state-change-as-query',
      `--file=${await fileOf('query', committedPact())}`,
    )
    expect({ code, output }).toMatchObject({ code: 0 })
    expect(output.match(/has a matching body \(OK\)/g)).toHaveLength(9)
  })

  test('fails for an unknown state, and "serve" prints the reason', async () => {
    const pact = committedPact()
    pact.interactions = [{ ...interactionIn(pact, 'group'), providerStates: [{ name: 'the moon is full' }] }]
    const { url, err } = await serve()
    const file = await fileOf('unknown-state', pact)
    const { code } = await pactVerifier(url, `--state-change-url=${url}${statesPath}`, `--file=${file}`)
    expect(code).toBe(1)
    expect(err()).toContain('Unknown provider state "the moon is full". Expected one of: a call exists, ')
  })

  test('can be the one for Ruby, with a pact of version 3', async () => {
    const { url } = await serve()
    const { code, output } = await run(
      'bundle',
      [
        'exec',
        'pact-provider-verifier',
        await fileOf('version-3', version3(committedPact())),
        `--provider-base-url=${url}`,
        `--provider-states-setup-url=${url}${statesPath}`,
      ],
      bundle,
    )
    expect({ code, output }).toMatchObject({ code: 0 })
    expect(output).toContain('9 interactions, 0 failures')
  })
})

/** Converts a pact to version 3, the newest one that the verifier for Ruby reads completely. */
function version3({ consumer, provider, interactions }: PactFile): object {
  return {
    consumer,
    provider,
    interactions: interactions.map(({ description, providerStates, request, response }) => ({
      description,
      providerStates,
      request: { method: request.method, path: request.path, headers: singleValues(request.headers) },
      response: {
        status: response.status,
        headers: singleValues(response.headers),
        body: response.body?.content,
      },
    })),
    metadata: { pactSpecification: { version: '3.0.0' } },
  }
}

const singleValues = (headers: PactFile['interactions'][number]['request']['headers'] = {}) =>
  Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, [value].flat().join(', ')]))

describe('verifyProvider', () => {
  /** Starts a stub, and verifies it with the given options. */
  async function verify(options: Partial<VerifyProviderOptions>, variables: Environment = {}) {
    const tenant = createTenant()
    const routes = { [statesPath]: providerStateHandler(tenant) }
    const stub = await tenant.listen({ routes })
    onTestFinished(() => stub.close())
    return verifyProviderFrom(
      {
        provider: 'contoso-call-stub',
        baseUrl: stub.url,
        providerStatesUrl: stub.url + statesPath,
        broker: broker.url,
        version: 's1',
        branch: 'main',
        ...options,
      },
      { env: { ...env, ...variables }, directory: process.cwd() },
    )
  }

  test('publishes results, with which a consumer can be deployed', async () => {
    await publish('contoso-first-bot', 'contoso-first-stub')
    const report = await verify({ provider: 'contoso-first-stub', publish: true })
    expect(report).toMatchObject({ passed: true, published: true, interactions: 9, failures: [] })
    expect(report).toMatchObject({ version: 's1', branch: 'main', broker: broker.url })
    expect(await canIDeploy('contoso-first-bot')).toBe(true)
  })

  test('publishes nothing by default', async () => {
    await publish('contoso-quiet-bot', 'contoso-quiet-stub')
    const report = await verify({ provider: 'contoso-quiet-stub' })
    expect(report).toMatchObject({ passed: true, published: false })
    expect(await canIDeploy('contoso-quiet-bot')).toBe(false)
  })

  test('reports failures, and does not fail because of a pending pact', async () => {
    await publish('contoso-odd-bot', 'contoso-odd-stub', { change: withFailure })
    const failures = [
      {
        interaction: expect.stringMatching(/^contoso-odd-bot and contoso-odd-stub Given .*\(throttled\)$/),
        findings: [{ path: 'status', expected: '503', actual: '429' }],
      },
    ]
    const report = await verify({ provider: 'contoso-odd-stub' })
    expect(report).toMatchObject({ passed: false, failures })
    expect(report.failures[0]?.pending).toBe(false)
    const pending = await verify({ provider: 'contoso-odd-stub', pending: true })
    expect(pending).toMatchObject({ passed: true, failures })
    expect(pending.failures[0]?.pending).toBe(true)
  })

  test('uses the selectors, and includes work in progress on request', async () => {
    const provider = 'contoso-select-stub'
    await publish('contoso-main-bot', provider)
    await publish('contoso-topic-bot', provider, { branch: 'topic', change: withFailure })
    expect(await verify({ provider })).toMatchObject({ passed: true, interactions: 9 })
    expect(await verify({ provider, selectors: [{ branch: 'topic' }] })).toMatchObject({ passed: false })
    expect(await verify({ provider, wipSince: '2020-01-01' })).toMatchObject({
      passed: true,
      interactions: 18,
      failures: [{ pending: true }],
    })
  })

  test('verifies only the chosen interactions', async () => {
    await publish('contoso-part-bot', 'contoso-part-stub')
    const report = await verify({ provider: 'contoso-part-stub', interactions: ['group', /throttled/] })
    expect(report).toMatchObject({ passed: true, interactions: 2 })
    await expect(verify({ provider: 'contoso-part-stub', interactions: ['groop'] })).rejects.toThrow(
      /^No interaction with the name groop in the pacts of contoso-part-stub/,
    )
  })

  test.each([
    ['verification results', 401, /not published to .*401 Unauthorized/],
    ['verification results', 500, /not published to .*500 Internal/],
    ['branch', 500, /not published to /],
  ])('fails if the broker does not accept the %s (%i)', async (what, status, message) => {
    await publish('contoso-silent-bot', 'contoso-silent-stub')
    const gateway = await startGateway(broker.url, ({ method, path }) => {
      const isResult = what === 'branch' ? method === 'PUT' : method === 'POST' && path.endsWith('-results')
      return isResult ? status : undefined
    })
    onTestFinished(() => gateway.close())
    const variables = { PACT_BROKER_HTTP_RETRIES: '1', PACT_BROKER_TOKEN: 'an-invented-broker-token' }
    const verified = verify(
      { provider: 'contoso-silent-stub', broker: gateway.url, publish: true },
      variables,
    )
    await expect(verified).rejects.toThrow(message)
    await expect(verified).rejects.not.toThrow('an-invented-broker-token')
    expect(await canIDeploy('contoso-silent-bot')).toBe(false)
  })

  test('fails if there is nothing to verify', async () => {
    await publish('contoso-empty-bot', 'contoso-empty-stub')
    await expect(
      verify({ provider: 'contoso-empty-stub', selectors: [{ branch: 'nowhere' }] }),
    ).rejects.toThrow(/^No pacts found for provider 'contoso-empty-stub'.*Check the name of the provider/s)
    await expect(verify({ provider: 'contoso-nobody' })).rejects.toThrow(/^No pacts found/)
  })

  test('fails if the broker cannot be reached or rejects the token', async () => {
    const variables = { PACT_BROKER_HTTP_RETRIES: '1', PACT_BROKER_TOKEN: 'an-invented-broker-token' }
    await expect(verify({ broker: 'http://127.0.0.1:9' }, variables)).rejects.toThrow(
      /^Cannot read the pacts in http:\/\/127\.0\.0\.1:9: .*PACT_BROKER_BASE_URL/s,
    )
    const gateway = await startGateway(broker.url, () => 401)
    onTestFinished(() => gateway.close())
    await expect(verify({ broker: gateway.url }, variables)).rejects.toThrow(
      /401 Unauthorized.*PACT_BROKER_TOKEN/s,
    )
  })

  test('ignores the variables with which Pact skips interactions', async () => {
    await publish('contoso-whole-bot', 'contoso-whole-stub')
    const variables = { PACT_DESCRIPTION: 'group', PACT_PROVIDER_STATE: 'none' }
    expect(await verify({ provider: 'contoso-whole-stub' }, variables)).toMatchObject({ interactions: 9 })
  })

  test('reports a provider state that the stub cannot set up', async () => {
    await publish('contoso-lost-bot', 'contoso-lost-stub')
    const report = await verify({
      provider: 'contoso-lost-stub',
      interactions: ['group'],
      providerStatesUrl: 'http://127.0.0.1:9/states',
    })
    expect(report.passed).toBe(false)
    expect(report.failures[0]?.findings[0]?.message).toMatch(/state change .*'a call exists'/)
  })
})

test('the command verifies a stub against a broker', async () => {
  await publish('contoso-command-bot', 'contoso-command-stub')
  const { url } = await serve()
  const { exit, out, err } = runCommand(
    ...['contract', 'verify', '--broker-base-url', broker.url, '--provider', 'contoso-command-stub'],
    ...['--base-url', url, '--provider-states-url', url + statesPath, '--enable-pending'],
    ...['--consumer-version-selector', '{"mainBranch":true}', '--publish'],
    ...['--provider-version', 's7', '--provider-branch', 'main'],
  )
  expect({ exit: await exit, err: err() }).toEqual({ exit: 0, err: '' })
  expect(out()).toBe(
    `contoso-command-stub at ${url}: 9 interactions in the pacts of ${broker.url}, 0 failed\nPublished the results to ${broker.url}: version s7, branch main\n`,
  )
  expect(await canIDeploy('contoso-command-bot')).toBe(true)
})

import { execFile } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { inspect, promisify } from 'node:util'
import { Verifier } from '@pact-foundation/pact'
import { type PublishOptions, stateHandlers } from 'graph-call-testkit/contracts'
import { createTenant } from 'graph-call-testkit/tenant'
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest'
import type { PactFile } from '../../contracts/pact-file/pact-file.ts'
import type { Environment } from '../../contracts/publish/ci-services.ts'
import { publishFrom } from '../../contracts/publish/publish-from.ts'
import { committedPact } from '../contracts/committed.ts'
import { privateAuthority } from './authority.ts'
import { type Broker, startBroker } from './broker.ts'
import { environment } from './environment.ts'
import { startGateway } from './gateway.ts'
import { databaseUrl } from './gems.ts'
import { type ForwardProxy, startProxy } from './proxy.ts'

describe.each(['SQLite' as const, ...(databaseUrl ? ['PostgreSQL' as const] : [])])(
  'a broker on %s',
  (database) => {
    let broker: Broker
    let folder: string
    beforeAll(async () => {
      folder = await mkdtemp(join(tmpdir(), 'graph-call-testkit-pacts-'))
      broker = await startBroker(database)
    })
    afterAll(async () => {
      await broker.stop()
      await rm(folder, { recursive: true })
    })

    /** Returns the committed pact with other pacticipants. */
    const pactOf = (consumer: string, provider = 'microsoft-graph-calls'): PactFile => ({
      ...committedPact(),
      consumer: { name: consumer },
      provider: { name: provider },
    })

    async function write(...pacts: readonly PactFile[]): Promise<string[]> {
      return Promise.all(
        pacts.map(async (pact) => {
          const file = join(folder, `${pact.consumer.name}-${pact.provider.name}.json`)
          await writeFile(file, JSON.stringify(pact))
          return file
        }),
      )
    }

    const publish = (
      files: readonly string[],
      options: PublishOptions = {},
      env: Environment = environment,
    ) =>
      publishFrom(
        files,
        { broker: broker.url, version: '1', branch: 'main', ...options },
        { env, directory: process.cwd() },
      )

    async function read(path: string) {
      const response = await fetch(broker.url + path, { headers: { Accept: 'application/hal+json' } })
      expect(response.ok, `${path}: ${response.status}`).toBe(true)
      return response.json()
    }

    /** Returns the latest pact in the broker, without the IDs that the broker adds to interactions. */
    async function latestPact({ consumer, provider }: PactFile) {
      const path = `/pacts/provider/${provider.name}/consumer/${consumer.name}/latest`
      const pact: PactFile = await read(path)
      const interactions = pact.interactions.map(({ _id, ...interaction }) => interaction)
      return { consumer: pact.consumer, provider: pact.provider, interactions }
    }

    const pactBroker = (...args: readonly string[]) =>
      promisify(execFile)('node_modules/.bin/pact-broker', [...args, '--broker-base-url', broker.url], {
        env: { ...environment, PACT_DO_NOT_TRACK: 'true' },
      })

    test('returns the pact that was published', async () => {
      const pact = pactOf('contoso-first-bot')
      const report = await publish(await write(pact), { tags: ['nightly'], buildUrl: 'https://ci.example/1' })
      expect(report).toMatchObject({
        published: true,
        output: expect.stringContaining('successfully published'),
      })
      const { interactions, consumer, provider } = await latestPact(pact)
      expect({ consumer, provider }).toEqual({ consumer: pact.consumer, provider: pact.provider })
      expect(interactions).toEqual(pact.interactions)
    })

    test('stores the branch, the tags and the build URL of the version', async () => {
      const pact = pactOf('contoso-branching-bot')
      const files = await write(pact)
      await publish(files, { version: 'a1', branch: 'main' })
      await publish(files, {
        version: 'b1',
        branch: 'topic/hold [x]',
        tags: ['a', 'b'],
        buildUrl: 'https://ci.example/7',
      })
      const version = await read('/pacticipants/contoso-branching-bot/versions/b1')
      const names = (list: readonly { name: string }[]) => list.map(({ name }) => name).toSorted()
      expect(version.buildUrl).toBe('https://ci.example/7')
      expect(names(version._embedded.branchVersions)).toEqual(['topic/hold [x]'])
      expect(names(version._embedded.tags)).toEqual(['a', 'b'])
      const latest = await read(
        '/pacts/provider/microsoft-graph-calls/consumer/contoso-branching-bot/branch/main/latest',
      )
      expect(latest._links['pb:consumer-version'].name).toBe('a1')
    })

    test('accepts the same content again, and rejects other content for the same version', async () => {
      const pact = pactOf('contoso-steady-bot')
      const files = await write(pact)
      await publish(files)
      expect(await publish(files)).toMatchObject({
        published: true,
        output: expect.stringContaining('no content changes'),
      })
      const changed = await write({ ...pact, interactions: pact.interactions.slice(1) })
      await expect(publish(changed)).rejects.toMatchObject({
        failure: 'conflict',
        exitCode: 9,
        output: expect.stringContaining('Cannot change the content'),
      })
      expect((await latestPact(pact)).interactions).toEqual(pact.interactions)
      expect(await publish(changed, { version: '2' })).toMatchObject({ published: true })
    })

    test('keeps consumers apart, and completes a run that failed halfway when it runs again', async () => {
      const [one, other] = [pactOf('contoso-one-bot'), pactOf('contoso-other-bot')]
      const conflicting = { ...other, interactions: other.interactions.slice(1) }
      await publish(await write(conflicting))
      const files = await write(one, other)
      await expect(publish(files)).rejects.toMatchObject({ failure: 'conflict' })
      await write(conflicting)
      expect(await publish(files)).toMatchObject({ published: true, pacts: [{}, {}] })
      expect((await latestPact(one)).interactions).toHaveLength(9)
      expect((await latestPact(other)).interactions).toHaveLength(8)
    })

    test('lets a consumer deploy once its stub has been verified', async () => {
      const pact = pactOf('contoso-gated-bot', 'contoso-call-stub')
      const files = await write(pact)
      await publish(files, { version: 'c1' })
      const canIDeploy = ['can-i-deploy', '--pacticipant', 'contoso-gated-bot', '--version', 'c1']
      await expect(pactBroker(...canIDeploy)).rejects.toMatchObject({
        code: 1,
        stdout: expect.stringContaining('no verified pact'),
      })
      const tenant = createTenant()
      const server = await tenant.listen()
      onTestFinished(() => server.close())
      await new Verifier({
        provider: 'contoso-call-stub',
        providerVersion: 's1',
        providerVersionBranch: 'main',
        providerBaseUrl: server.url,
        proxyHost: '127.0.0.1',
        pactBrokerUrl: broker.url,
        consumerVersionSelectors: [{ branch: 'main' }],
        publishVerificationResult: true,
        stateHandlers: stateHandlers(tenant),
        logLevel: 'error',
      }).verifyProvider()
      expect((await pactBroker(...canIDeploy)).stdout).toContain('Computer says yes')
    })

    test('has the complete pact after a crash while publishing, a restart and a second run', async () => {
      const pact = pactOf('contoso-unlucky-bot')
      const files = await write(pact)
      const gateway = await startGateway(broker.url, ({ method }) => {
        if (method === 'POST') void broker.kill()
        return undefined
      })
      onTestFinished(() => gateway.close())
      const env = { ...environment, PACT_BROKER_HTTP_RETRIES: '1' }
      const failed = publish(files, { broker: gateway.url }, env)
      await expect(failed).rejects.toMatchObject({ failure: expect.stringMatching(/^broker-(down|failed)$/) })
      await broker.restart()
      expect(await publish(files)).toMatchObject({ published: true })
      expect((await latestPact(pact)).interactions).toEqual(pact.interactions)
    })

    test('accepts only the right token behind a gateway', async () => {
      const gateway = await startGateway(broker.url, ({ authorization }) =>
        authorization === 'Bearer the-right-one' ? undefined : 401,
      )
      onTestFinished(() => gateway.close())
      const files = await write(pactOf('contoso-trusted-bot'))
      const publishWith = (PACT_BROKER_TOKEN?: string) =>
        publish(files, { broker: gateway.url }, { ...environment, PACT_BROKER_TOKEN })
      await expect(publishWith()).rejects.toMatchObject({ failure: 'unauthorized', exitCode: 8 })
      await expect(publishWith('a-wrong-one')).rejects.toMatchObject({ failure: 'unauthorized' })
      expect(await publishWith('the-right-one')).toMatchObject({ published: true, authentication: 'token' })
    })

    describe('in a company network', () => {
      let proxy: ForwardProxy
      beforeAll(async () => {
        proxy = await startProxy('mira', 's3cret-word')
      })
      afterAll(() => proxy.close())
      const proxyUrl = (user = 'mira:s3cret-word') => proxy.url.replace('://', `://${user}@`)

      test('accepts a pact through a proxy with a password', async () => {
        const files = await write(pactOf('contoso-proxied-bot'))
        const publishWith = (HTTP_PROXY: string) => publish(files, {}, { ...environment, HTTP_PROXY })
        expect(await publishWith(proxyUrl())).toMatchObject({ published: true })
        expect(proxy.requests).toContain(`GET ${broker.url}/`)
        const rejected = await publishWith(proxyUrl('mira:wrong')).catch((error: unknown) => error)
        expect(rejected).toMatchObject({ failure: 'broker-down', message: expect.stringMatching(/proxy/) })
        expect(inspect(rejected)).not.toContain('mira:wrong')
      })

      test('accepts a pact over TLS with a private certificate authority, with and without a proxy', async () => {
        const { authority, tls } = await privateAuthority()
        const NODE_EXTRA_CA_CERTS = join(folder, 'contoso.pem')
        await writeFile(NODE_EXTRA_CA_CERTS, authority)
        const gateway = await startGateway(broker.url, () => undefined, tls)
        onTestFinished(() => gateway.close())
        const pact = pactOf('contoso-secure-bot')
        const files = await write(pact)
        const publishWith = (env: Environment) =>
          publish(files, { broker: gateway.url }, { ...environment, PACT_BROKER_HTTP_RETRIES: '1', ...env })

        await expect(publishWith({})).rejects.toMatchObject({
          failure: 'broker-down',
          message: expect.stringContaining('NODE_EXTRA_CA_CERTS'),
        })
        expect(await publishWith({ NODE_EXTRA_CA_CERTS })).toMatchObject({ published: true })
        expect(await publishWith({ SSL_CERT_FILE: NODE_EXTRA_CA_CERTS })).toMatchObject({ published: true })
        const { host } = new URL(gateway.url)
        expect(proxy.requests).not.toContain(`CONNECT ${host}`)
        expect(await publishWith({ NODE_EXTRA_CA_CERTS, HTTPS_PROXY: proxyUrl() })).toMatchObject({
          published: true,
        })
        expect(proxy.requests).toContain(`CONNECT ${host}`)
        expect((await latestPact(pact)).interactions).toEqual(pact.interactions)
      })
    })

    test('accepts ten publishers at once', async () => {
      const files = await write(pactOf('contoso-busy-bot'))
      const versions = Array.from({ length: 10 }, (_, at) => `v${at}`)
      const env = { ...environment, PACT_BROKER_HTTP_RETRIES: '8' }
      const reports = await Promise.all(
        versions.map((version) => publish(files, { version, branch: version }, env)),
      )
      expect(reports.map(({ published }) => published)).toEqual(Array(10).fill(true))
      const { _embedded } = await read('/pacticipants/contoso-busy-bot/versions')
      expect(_embedded.versions.map(({ number }: { number: string }) => number).toSorted()).toEqual(versions)
    })
  },
)

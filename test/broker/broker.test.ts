import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { inspect } from 'node:util'
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest'
import type { Environment } from '../../contracts/publish/ci-services.ts'
import { privateAuthority } from './authority.ts'
import { type Broker, startBroker } from './broker.ts'
import { BrokerClient, pactOf } from './broker-client.ts'
import { environment } from './environment.ts'
import { startGateway } from './gateway.ts'
import { databaseUrl } from './gems.ts'
import { type ForwardProxy, startProxy } from './proxy.ts'

describe.each(['SQLite' as const, ...(databaseUrl ? ['PostgreSQL' as const] : [])])(
  'a broker on %s',
  (database) => {
    let broker: Broker
    let client: BrokerClient
    beforeAll(async () => {
      broker = await startBroker(database)
      client = await BrokerClient.for(broker)
    })
    afterAll(async () => {
      await broker.stop()
      await client.close()
    })

    test('returns the pact that was published', async () => {
      const pact = pactOf('contoso-first-bot')
      const report = await client.publish(await client.write(pact), {
        tags: ['nightly'],
        buildUrl: 'https://ci.example/1',
      })
      expect(report).toMatchObject({
        published: true,
        output: expect.stringContaining('successfully published'),
      })
      const { interactions, consumer, provider } = await client.latestPact(pact)
      expect({ consumer, provider }).toEqual({ consumer: pact.consumer, provider: pact.provider })
      expect(interactions).toEqual(pact.interactions)
    })

    test('stores the branch, the tags and the build URL of the version', async () => {
      const pact = pactOf('contoso-branching-bot')
      const files = await client.write(pact)
      await client.publish(files, { version: 'a1', branch: 'main' })
      await client.publish(files, {
        version: 'b1',
        branch: 'topic/hold [x]',
        tags: ['a', 'b'],
        buildUrl: 'https://ci.example/7',
      })
      const version = await client.read('/pacticipants/contoso-branching-bot/versions/b1')
      const names = (list: readonly { name: string }[]) => list.map(({ name }) => name).toSorted()
      expect(version.buildUrl).toBe('https://ci.example/7')
      expect(names(version._embedded.branchVersions)).toEqual(['topic/hold [x]'])
      expect(names(version._embedded.tags)).toEqual(['a', 'b'])
      const latest = await client.read(
        '/pacts/provider/microsoft-graph-calls/consumer/contoso-branching-bot/branch/main/latest',
      )
      expect(latest._links['pb:consumer-version'].name).toBe('a1')
    })

    test('accepts the same content again, and rejects other content for the same version', async () => {
      const pact = pactOf('contoso-steady-bot')
      const files = await client.write(pact)
      await client.publish(files)
      expect(await client.publish(files)).toMatchObject({
        published: true,
        output: expect.stringContaining('no content changes'),
      })
      const changed = await client.write({ ...pact, interactions: pact.interactions.slice(1) })
      await expect(client.publish(changed)).rejects.toMatchObject({
        failure: 'conflict',
        exitCode: 9,
        output: expect.stringContaining('Cannot change the content'),
      })
      expect((await client.latestPact(pact)).interactions).toEqual(pact.interactions)
      expect(await client.publish(changed, { version: '2' })).toMatchObject({ published: true })
    })

    test('keeps consumers apart, and completes a run that failed halfway when it runs again', async () => {
      const [one, other] = [pactOf('contoso-one-bot'), pactOf('contoso-other-bot')]
      const conflicting = { ...other, interactions: other.interactions.slice(1) }
      await client.publish(await client.write(conflicting))
      const files = await client.write(one, other)
      await expect(client.publish(files)).rejects.toMatchObject({
        failure: 'conflict',
        message: expect.stringMatching(/^Published only 1 of 2 pacts/),
        published: [{ consumer: 'contoso-one-bot' }],
        failed: [{ consumer: 'contoso-other-bot', reason: 'conflict' }],
      })
      await client.write(conflicting)
      expect(await client.publish(files)).toMatchObject({ published: true, pacts: [{}, {}] })
      expect((await client.latestPact(one)).interactions).toHaveLength(9)
      expect((await client.latestPact(other)).interactions).toHaveLength(8)
    })

    test('reports which of three pacts arrived if the second fails', async () => {
      let posts = 0
      const gateway = await startGateway(broker.url, ({ method }) => {
        if (method === 'POST') posts += 1
        return method === 'POST' && posts === 2 ? 503 : undefined
      })
      onTestFinished(() => gateway.close())
      const pacts = ['contoso-bot-a', 'contoso-bot-b', 'contoso-bot-c'].map((name) => pactOf(name))
      const files = await client.write(...pacts)
      const env = { ...environment, PACT_BROKER_HTTP_RETRIES: '1' }
      await expect(client.publish(files, { broker: gateway.url }, env)).rejects.toMatchObject({
        failure: 'broker-failed',
        published: [{ consumer: 'contoso-bot-a' }, { consumer: 'contoso-bot-c' }],
        failed: [{ consumer: 'contoso-bot-b', reason: 'broker-failed' }],
      })
      const { _embedded } = await client.read('/pacticipants')
      const names = _embedded.pacticipants.map(({ name }: { name: string }) => name)
      expect(names).toEqual(expect.arrayContaining(['contoso-bot-a', 'contoso-bot-c']))
      expect(names).not.toContain('contoso-bot-b')
    })

    test('lets a consumer deploy once its stub has been verified', async () => {
      const pact = pactOf('contoso-gated-bot', 'contoso-call-stub')
      const files = await client.write(pact)
      await client.publish(files, { version: 'c1' })
      const canIDeploy = ['can-i-deploy', '--pacticipant', 'contoso-gated-bot', '--version', 'c1']
      await expect(client.pactBroker(canIDeploy)).rejects.toMatchObject({
        code: 1,
        stdout: expect.stringContaining('no verified pact'),
      })
      await client.verifyTenant({ provider: 'contoso-call-stub', providerVersion: 's1' })
      expect((await client.pactBroker(canIDeploy)).stdout).toContain('Computer says yes')
    })

    test('has the complete pact after a crash while publishing, a restart and a second run', async () => {
      const pact = pactOf('contoso-unlucky-bot')
      const files = await client.write(pact)
      const gateway = await startGateway(broker.url, ({ method }) => {
        if (method === 'POST') void broker.kill()
        return undefined
      })
      onTestFinished(() => gateway.close())
      const env = { ...environment, PACT_BROKER_HTTP_RETRIES: '1' }
      const failed = client.publish(files, { broker: gateway.url }, env)
      await expect(failed).rejects.toMatchObject({ failure: expect.stringMatching(/^broker-(down|failed)$/) })
      await broker.restart()
      expect(await client.publish(files)).toMatchObject({ published: true })
      expect((await client.latestPact(pact)).interactions).toEqual(pact.interactions)
    })

    test('accepts only the right token behind a gateway', async () => {
      const gateway = await startGateway(broker.url, ({ authorization }) =>
        authorization === 'Bearer the-right-one' ? undefined : 401,
      )
      onTestFinished(() => gateway.close())
      const files = await client.write(pactOf('contoso-trusted-bot'))
      const publishWith = (PACT_BROKER_TOKEN?: string) =>
        client.publish(files, { broker: gateway.url }, { ...environment, PACT_BROKER_TOKEN })
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
        const files = await client.write(pactOf('contoso-proxied-bot'))
        const publishWith = (HTTP_PROXY: string) => client.publish(files, {}, { ...environment, HTTP_PROXY })
        expect(await publishWith(proxyUrl())).toMatchObject({ published: true })
        expect(proxy.requests).toContain(`GET ${broker.url}/`)
        const rejected = await publishWith(proxyUrl('mira:wrong')).catch((error: unknown) => error)
        expect(rejected).toMatchObject({ failure: 'broker-down', message: expect.stringMatching(/proxy/) })
        expect(inspect(rejected)).not.toContain('mira:wrong')
      })

      test('accepts a pact over TLS with a private certificate authority, with and without a proxy', async () => {
        const { authority, tls } = await privateAuthority()
        const NODE_EXTRA_CA_CERTS = join(client.folder, 'contoso.pem')
        await writeFile(NODE_EXTRA_CA_CERTS, authority)
        const gateway = await startGateway(broker.url, () => undefined, tls)
        onTestFinished(() => gateway.close())
        const pact = pactOf('contoso-secure-bot')
        const files = await client.write(pact)
        const publishWith = (env: Environment) =>
          client.publish(
            files,
            { broker: gateway.url },
            { ...environment, PACT_BROKER_HTTP_RETRIES: '1', ...env },
          )

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
        expect((await client.latestPact(pact)).interactions).toEqual(pact.interactions)
      })
    })

    test('accepts ten publishers at once', async () => {
      const files = await client.write(pactOf('contoso-busy-bot'))
      const versions = Array.from({ length: 10 }, (_, at) => `v${at}`)
      const env = { ...environment, PACT_BROKER_HTTP_RETRIES: '8' }
      const reports = await Promise.all(
        versions.map((version) => client.publish(files, { version, branch: version }, env)),
      )
      expect(reports.map(({ published }) => published)).toEqual(Array(10).fill(true))
      const { _embedded } = await client.read('/pacticipants/contoso-busy-bot/versions')
      expect(_embedded.versions.map(({ number }: { number: string }) => number).toSorted()).toEqual(versions)
    })
  },
)

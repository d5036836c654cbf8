import type { LintRuleName } from 'graph-call-testkit/contracts'
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest'
import type { PactFile } from '../../contracts/pact-file/pact-file.ts'
import { type Broker, startBroker } from './broker.ts'
import { BrokerClient, pactOf } from './broker-client.ts'
import { startGateway } from './gateway.ts'

let broker: Broker
let client: BrokerClient
beforeAll(async () => {
  broker = await startBroker('SQLite')
  client = await BrokerClient.for(broker)
  await client.createProduction()
})
afterAll(async () => {
  await client.close()
  await broker.stop()
})

/** Asks if a version can be deployed to production. Resolves to the exit code and the output. */
async function canIDeploy(pacticipant: string, version: string, ...more: readonly string[]) {
  return gate(['can-i-deploy', '--pacticipant', pacticipant, '--version', version, ...toProduction, ...more])
}

const toProduction = ['--to-environment', 'production']

async function gate(args: readonly string[], env: NodeJS.ProcessEnv = {}) {
  return client.pactBroker(args, env).then(
    ({ stdout }) => ({ code: 0, stdout }),
    ({ code, stdout }: { code: number; stdout: string }) => ({ code, stdout }),
  )
}

const recordDeployment = (pacticipant: string, version: string) =>
  client.pactBroker([
    'record-deployment',
    '--pacticipant',
    pacticipant,
    '--version',
    version,
    '--environment',
    'production',
  ])

describe('an application whose own contract is verified and deployed', () => {
  const bot = 'contoso-deployed-bot'
  const directory = 'contoso-directory'

  beforeAll(async () => {
    await client.publish(await client.write(pactOf(bot, directory)), { version: 'a1' })
    await client.verifyTenant({ provider: directory, providerVersion: 'd1' })
    await recordDeployment(directory, 'd1')
  })

  test('passes its gate until the pact of Graph is published for the same version', async () => {
    expect(await canIDeploy(bot, 'a1')).toMatchObject({ code: 0 })
    await recordDeployment(bot, 'a1')
    const warnings: string[] = []
    await client.publish(await client.write(pactOf(bot)), {
      version: 'a1',
      warn: (text) => void warnings.push(text),
    })
    expect(warnings).toEqual([expect.stringContaining('can-i-deploy fails for version a1')])
    expect(await canIDeploy(bot, 'a1')).toEqual({
      code: 1,
      stdout: expect.stringContaining('microsoft-graph-calls'),
    })
  })
  test('passes again with --ignore', async () => {
    expect(await canIDeploy(bot, 'a1', '--ignore', 'microsoft-graph-calls')).toMatchObject({ code: 0 })
  })
  test('does not pass with the environment variable, which the Pact CLI documents and does not read', async () => {
    const args = ['can-i-deploy', '--pacticipant', bot, '--version', 'a1', ...toProduction]
    const env = { PACT_BROKER_CAN_I_DEPLOY_IGNORE: 'microsoft-graph-calls' }
    expect((await client.pactBroker(['can-i-deploy', '--help'])).stdout).toContain(Object.keys(env)[0])
    // If this fails, the Pact CLI reads the variable: then change the warning of `publish` and docs/publishing.md.
    expect(await gate(args, env)).toMatchObject({ code: 1 })
  })
  test('does not pass with --ignore if its own contract is not verified', async () => {
    const [interaction] = pactOf(bot, directory).interactions
    if (!interaction) throw new Error('The committed pact has interactions.')
    const changed = {
      ...pactOf(bot, directory),
      interactions: [{ ...interaction, description: 'another call' }],
    }
    await client.publish(await client.write(changed, pactOf(bot)), { version: 'a2' })
    expect(await canIDeploy(bot, 'a2', '--ignore', 'microsoft-graph-calls')).toMatchObject({ code: 1 })
  })
})

test('an application that has only the pact of Graph passes with --ignore', async () => {
  const bot = 'contoso-graph-only-bot'
  await client.publish(await client.write(pactOf(bot)), { version: 'g1' })
  expect(await canIDeploy(bot, 'g1')).toMatchObject({ code: 1 })
  expect(await canIDeploy(bot, 'g1', '--ignore', 'microsoft-graph-calls')).toMatchObject({ code: 0 })
})

describe('a stub of your own', () => {
  const bot = 'contoso-stubbed-bot'
  const stub = 'contoso-gated-stub'
  const selectors = [{ mainBranch: true }, { matchingBranch: true }, { deployedOrReleased: true }]
  const verify = (providerVersion: string, more = {}) =>
    client.verifyTenant({
      provider: stub,
      providerVersion,
      consumerVersionSelectors: selectors,
      enablePending: true,
      includeWipPactsSince: '2020-01-01',
      ...more,
    })

  const ignore: readonly LintRuleName[] = ['other-request', 'wrong-body', 'unknown-state']

  /** Returns the pact with a response that the stub never gives. Lint knows that Graph does not give it either. */
  const unverifiable = (): PactFile => {
    const pact = pactOf(bot, stub)
    return {
      ...pact,
      interactions: pact.interactions.map((one) => ({ ...one, response: { ...one.response, status: 418 } })),
    }
  }
  const resultOf = async (version: string) => {
    const { stdout } = await gate([
      'can-i-deploy',
      '--pacticipant',
      bot,
      '--version',
      version,
      '--pacticipant',
      stub,
      '--latest',
      '--output=json',
    ])
    return JSON.parse(stdout).summary
  }

  test('opens the gate once it is verified and its deployment is recorded', async () => {
    await client.publish(await client.write(pactOf(bot, stub)), { version: 'b1' })
    expect(await canIDeploy(bot, 'b1')).toMatchObject({ code: 1 })
    await verify('s1')
    expect(await canIDeploy(bot, 'b1')).toMatchObject({ code: 1 })
    await recordDeployment(stub, 's1')
    expect(await canIDeploy(bot, 'b1')).toMatchObject({ code: 0 })
    await recordDeployment(bot, 'b1')
  })
  test('is not broken by a pact of another branch, which is work in progress', async () => {
    await client.publish(await client.write(unverifiable()), {
      version: 'b2',
      branch: 'topic/teapot',
      ignore,
    })
    await verify('s2')
    expect(await resultOf('b2')).toMatchObject({ success: 0, failed: 1 })
    expect(await canIDeploy(bot, 'b2')).toMatchObject({ code: 1 })
    expect(await canIDeploy(bot, 'b1')).toMatchObject({ code: 0 })
  })
  test('is not broken by a new pact of the main branch, which is pending', async () => {
    await client.publish(await client.write(unverifiable()), { version: 'b3', branch: 'main', ignore })
    await verify('s3')
    expect(await canIDeploy(bot, 'b3')).toMatchObject({ code: 1 })
  })
  test('fails its own build if it breaks the deployed version, even if the main branch has moved on', async () => {
    const broken = await startGateway(broker.url, () => 500)
    onTestFinished(() => broken.close())
    const deployed = [{ deployedOrReleased: true }]
    await expect(
      verify('s4', { providerBaseUrl: broken.url, consumerVersionSelectors: deployed }),
    ).rejects.toThrow()
    expect(await canIDeploy(stub, 's4')).toMatchObject({ code: 1 })
  })
})

import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { PactFile } from '../../contracts/pact-file/pact-file.ts'
import { type Broker, startBroker } from './broker.ts'
import { BrokerClient, pactOf } from './broker-client.ts'

let broker: Broker
let client: BrokerClient
beforeAll(async () => {
  broker = await startBroker('SQLite')
  client = await BrokerClient.for(broker)
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
  test('passes again with the environment variable', async () => {
    const args = ['can-i-deploy', '--pacticipant', bot, '--version', 'a1', ...toProduction]
    expect(await gate(args, { PACT_BROKER_CAN_I_DEPLOY_IGNORE: 'microsoft-graph-calls' })).toMatchObject({
      code: 0,
    })
    expect(await gate(args, { PACT_BROKER_CAN_I_DEPLOY_IGNORE: 'contoso-mail' })).toMatchObject({ code: 1 })
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

  /** Returns the pact with a response that the stub never gives. */
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
    await client.publish(await client.write(unverifiable()), { version: 'b2', branch: 'topic/teapot' })
    await verify('s2')
    expect(await resultOf('b2')).toMatchObject({ success: 0, failed: 1 })
    expect(await canIDeploy(bot, 'b2')).toMatchObject({ code: 1 })
    expect(await canIDeploy(bot, 'b1')).toMatchObject({ code: 0 })
  })
  test('is not broken by a new pact of the main branch, which is pending', async () => {
    await client.publish(await client.write(unverifiable()), { version: 'b3', branch: 'main' })
    await verify('s3')
    expect(await canIDeploy(bot, 'b3')).toMatchObject({ code: 1 })
  })
  test('fails its own build if it breaks the deployed version, even if the main branch has moved on', async () => {
    const unreachable = { providerBaseUrl: 'http://127.0.0.1:9' }
    await expect(verify('s4', unreachable)).rejects.toThrow()
    await expect(
      verify('s5', { ...unreachable, consumerVersionSelectors: [{ deployedOrReleased: true }] }),
    ).rejects.toThrow()
    expect(await canIDeploy(stub, 's5')).toMatchObject({ code: 1 })
  })
})

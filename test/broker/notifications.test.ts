import { afterAll, beforeAll, expect, test } from 'vitest'
import { parseStoredPact } from '../../contracts/pact-file/stored-pact.ts'
import { define, runAll } from '../contracts/notification-contract.ts'
import { type Broker, startBroker } from './broker.ts'
import { BrokerClient } from './broker-client.ts'

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

test('a broker has the messages of a pact, and its gate passes with --ignore', async () => {
  const contract = define(client.folder, ['call-incoming', 'call-terminated'])
  const { interactions } = parseStoredPact(await runAll(contract), contract.file)
  const report = await client.publish([contract.file], { version: 'n1' })
  expect(report).toMatchObject({ published: true, pacts: [{ interactions: 2 }] })

  const path = '/pacts/provider/microsoft-graph-notifications/consumer/my-bot/latest'
  const published = parseStoredPact(JSON.stringify(await client.read(path)), 'the pact in the broker')
  expect(published.interactions.map(({ _id, ...interaction }) => interaction)).toEqual(interactions)

  const version = ['--pacticipant', 'my-bot', '--version', 'n1']
  const gate = ['can-i-deploy', ...version, '--to-environment', 'production']
  await expect(client.pactBroker(gate)).rejects.toMatchObject({ code: 1 })
  await client.pactBroker([...gate, '--ignore', 'microsoft-graph-notifications'])
})

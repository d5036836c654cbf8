import { defineCallContract } from 'graph-call-testkit/contracts'
import { get } from './get.ts'

/** Runs a contract in a process with a proxy in its environment. Arguments: the directory of the pact, and the client. */
const [dir = '', client] = process.argv.slice(2)
const contract = defineCallContract({
  consumer: 'proxied-bot',
  dir,
  reads: ['state'],
  interactions: ['group'],
  warn: () => {},
})
const { fetch: global } = globalThis
const outcome = await contract
  .interaction('group')
  .run(({ baseUrl, fetch, ...context }) =>
    client === 'own'
      ? get({ ...context, fetch: global }, '', baseUrl)
      : get({ ...context, fetch }, '', client),
  )
  .catch((error: unknown) => error)
console.log(outcome instanceof Error ? `${outcome.name}: ${outcome.message}` : JSON.stringify(outcome))

import { createTenant, graphFetch } from 'graph-call-testkit/tenant'
import { usedMemory } from '../used-memory.ts'
import { appId, Bot, expectCount } from './bot.ts'

const calls = 1_000
const tonesPerCall = 100

/** Prints the memory of notifications that wait for a bot, and compares it with the memory after they were sent. */
let isReady = Promise.resolve()
const tenant = createTenant({
  clock: 'manual',
  notifications: {
    timeout: 600_000,
    fetch: async (_url, init) => {
      await isReady
      await bot.receive(String(init?.body))
      return new Response(null, { status: 202 })
    },
  },
})
const bot = new Bot('https://graph.microsoft.com', graphFetch(tenant))
const registered = tenant.registerBot({ appId, callbackUri: 'http://127.0.0.1:3978/api/calls' })
const people = Array.from({ length: calls }, (_, number) => tenant.person(`Person ${number}`))
for (const person of people) await person.calls(registered)
tenant.clock.advance({ seconds: 2 })
await tenant.settled()
expectCount('calls', bot.ready, calls)

let release = () => {}
isReady = new Promise((resolve) => {
  release = resolve
})
const before = usedMemory()
const presses = people.map((person) => person.presses('1'.repeat(tonesPerCall)))
// The people press the keys in microtasks.
await new Promise((resolve) => setTimeout(resolve))
expectCount('pending notifications', tenant.snapshot().tenant.notifications.length, calls * tonesPerCall)
const pending = usedMemory() - before
release()
await Promise.all(presses)
await tenant.settled()
expectCount('tones', bot.tones, calls * tonesPerCall)
const sent = usedMemory() - before
console.log(
  JSON.stringify([
    { name: 'megabytes', value: pending / 1e6 },
    { name: 'times', value: sent / pending },
  ]),
)

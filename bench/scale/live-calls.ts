import { once } from 'node:events'
import { createServer, type IncomingMessage } from 'node:http'
import { text } from 'node:stream/consumers'
import { setTimeout as wait } from 'node:timers/promises'
import { createTenant } from 'graph-call-testkit/tenant'
import { appId, Bot, expectCount } from './bot.ts'

const calls = 10_000
/** 1 % of the calls, with a tone each second. */
const speakers = calls / 100
const seconds = 10
/** Calls that start at the same time. */
const starting = 50

/** Prints the peak memory of a process in which people call a bot over ports: the tenant, the bot and its client. */
// A busy machine may need longer than a bot has.
const tenant = createTenant({ limits: { answer: { minutes: 30 } }, notifications: { timeout: 600_000 } })
const graph = await tenant.listen()
const bot = new Bot(graph.url, fetch)
const receive = async (request: IncomingMessage) => bot.receive(await text(request))
const server = createServer((request, response) => {
  receive(request).then(
    () => response.writeHead(202).end(),
    (error) => {
      console.error(error)
      process.exit(1)
    },
  )
}).listen(0, '127.0.0.1')
await once(server, 'listening')
const address = server.address()
const port = typeof address === 'object' ? address?.port : undefined
const registered = tenant.registerBot({ appId, callbackUri: `http://127.0.0.1:${port}/api/calls` })

for (let first = 0; first < calls; first += starting) {
  const people = Array.from({ length: starting }, (_, at) => tenant.person(`Person ${first + at}`))
  await Promise.all(people.map((person) => person.calls(registered)))
}
for (let before = -1; bot.ready < calls && bot.notifications > before; ) {
  before = bot.notifications
  await wait(10_000)
}
expectCount('calls', bot.ready, calls)
for (let second = 0; second < seconds; second++) {
  const started = performance.now()
  const people = Array.from({ length: speakers }, (_, at) => tenant.person(`Person ${at}`))
  await Promise.all(people.map((person) => person.presses('1')))
  await wait(Math.max(0, 1_000 - (performance.now() - started)))
}
await tenant.settled()
expectCount('tones', bot.tones, speakers * seconds)
// Incoming, establishing, established, active media.
expectCount('notifications', bot.notifications, 4 * calls + speakers * seconds)
const megabytes = process.resourceUsage().maxRSS / 1_024
console.log(JSON.stringify([{ name: 'megabytes', value: megabytes }]))
process.exit()

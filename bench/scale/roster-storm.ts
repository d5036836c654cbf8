import { createTenant, graphFetch } from 'graph-call-testkit/tenant'
import { usedMemory } from '../used-memory.ts'
import { Bot, expectCount, mediaConfig } from './bot.ts'

const participants = 1_000

/** Prints the CPU time in which people join the meeting of a bot, and the memory that is used afterwards. */
let rosters = 0
let largest = 0
const tenant = createTenant({
  clock: 'manual',
  notifications: {
    fetch: async (_url, init) => {
      const body = String(init?.body)
      if (body.includes('/participants"')) {
        rosters++
        largest = Math.max(largest, body.length)
      }
      return new Response(null, { status: 202 })
    },
  },
})
const bot = new Bot('https://graph.microsoft.com', graphFetch(tenant))
const { id }: { readonly id: string } = JSON.parse(
  await bot.post('/communications/calls', {
    '@odata.type': '#microsoft.graph.call',
    callbackUri: 'http://127.0.0.1:3978/api/calls',
    requestedModalities: ['audio'],
    mediaConfig,
    chatInfo: {
      '@odata.type': '#microsoft.graph.chatInfo',
      threadId: '19:meeting_1@thread.v2',
      messageId: '0',
    },
    meetingInfo: { '@odata.type': '#microsoft.graph.tokenMeetingInfo', token: 'meeting 1' },
  }),
)
tenant.clock.advance({ seconds: 2 })
await tenant.settled()
const meeting = tenant.call(id)
const before = usedMemory()
const start = process.cpuUsage()
for (let number = 1; number <= participants; number++) {
  await tenant.person(`Person ${number}`).joins(meeting)
}
await tenant.settled()
const { user, system } = process.cpuUsage(start)
const milliseconds = (user + system) / 1_000
expectCount('rosters', rosters, participants + 1)
if (largest < participants * 500) throw new Error(`The largest roster has only ${largest} characters.`)
const megabytes = (usedMemory() - before) / 1e6
console.log(
  JSON.stringify([
    { name: 'milliseconds', value: milliseconds },
    { name: 'megabytes', value: megabytes },
  ]),
)

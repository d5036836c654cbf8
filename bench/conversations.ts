import { IvrConversations } from './ivr-conversation.ts'
import { atMost, type Figure, median } from './measure.ts'

/** Conversations before the rounds: V8 optimizes the code until then, on other cores. */
const warmUp = 3_000
/** Conversations in each round, and rounds. */
const count = 500
const rounds = 7

/** Measures whole conversations in process: 9 requests and 8 notifications, from the creation of the call to its end. */
export async function conversationFigures(): Promise<Figure[]> {
  const bot = new IvrConversations()
  const times: number[] = []
  for (let i = 0; i < warmUp; i++) await bot.run()
  for (let round = 0; round < rounds; round++) {
    const before = process.cpuUsage()
    for (let i = 0; i < count; i++) await bot.run()
    const { user, system } = process.cpuUsage(before)
    times.push((user + system) / 1_000 / count)
  }
  // 1,500 conversations a second on one core.
  return [atMost('CPU time of a whole conversation in process', median(times), 1_000 / 1_500, 'ms')]
}

import { readNotifications } from 'graph-call-testkit'
import { commsNotificationsSchema } from 'graph-call-testkit/schema'
import { expect, test } from 'vitest'
import type { Json } from '../actions/group-bot.ts'
import { captured, requestIn } from './documents.ts'
import { IdMap } from './id-map.ts'
import { callId, kindOf, type ReplayBot, replayBot } from './replay-bot.ts'

/** Creates a call as an example does, with other properties. Returns its id. */
async function create(bot: ReplayBot, name: string, more: object = {}): Promise<string> {
  const { body, ...rest } = requestIn(name)
  const created = await bot.send({ ...rest, body: { ...body, ...more } })
  bot.ids.pair(callId, created.body.id)
  await bot.pass(3)
  return created.body.id
}

/** The calls that were captured, by the beginning of the names of their posts. */
const calls: Readonly<Record<string, (bot: ReplayBot) => Promise<unknown>>> = {
  'p2p-menu': async (bot) => {
    const alex = bot.alex()
    await create(bot, 'create-p2p')
    await bot.send(requestIn('subscribetotone'))
    await alex.presses('1')
    await bot.send(requestIn('playprompt'))
    await bot.pass(5)
    await alex.hangsUp()
  },
  'p2p-unanswered': async (bot) => {
    bot.tenant.person('Alex Example', { id: bot.alex().id, answers: false })
    await create(bot, 'create-p2p')
    await bot.pass(90)
  },
  group: async (bot) => {
    // The captured bot has an application instance.
    const { source } = requestIn('create-pstn').body
    const id = await create(bot, 'join-meeting-organizer', { source })
    await bot.kim().joins(bot.tenant.call(id))
  },
}

/** Ranks notifications: one with the same number of participants is nearer than any other. */
const weightOf = (found: readonly string[]) =>
  found.length + (found.some((each) => each.endsWith(' items')) ? 1_000 : 0)

/** Differences of the notification of the tenant that is nearest to each captured one. */
const known: Readonly<Record<string, readonly string[]>> = {
  // Six keys had been pressed.
  'p2p-menu-04-tone': ['resourceData.toneInfo.sequenceId: 6 -> 1'],
}

test.each(captured.map(({ name, body }) => [name, body] as const))(
  '%s is read, and the tenant sends the same change',
  async (name, body) => {
    expect(commsNotificationsSchema.parse(body)).toStrictEqual(body)
    const [entry] = readNotifications(body)
    expect(entry?.resource).not.toBe('unknown')
    const bot = replayBot()
    const call = Object.entries(calls).find(([start]) => name.startsWith(start))
    await call?.[1](bot)
    const [change]: readonly Json[] = body.value
    const same = bot.received.filter((each) => kindOf(each) === kindOf(change))
    expect(same, kindOf(change)).not.toEqual([])
    const [nearest] = same
      .map((each) => new IdMap().differences(change, each))
      .toSorted((one, other) => weightOf(one) - weightOf(other))
    expect(nearest).toEqual(known[name] ?? [])
  },
)

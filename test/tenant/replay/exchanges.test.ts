import { expect, test } from 'vitest'
import { disagreements } from '../../../src/model/disagreements.ts'
import type { Json } from '../actions/group-bot.ts'
import { differences } from './differences.ts'
import { type DocumentedExchange, exchanges, type Step } from './documents.ts'
import { kindOf, type ReplayBot, replayBot } from './replay-bot.ts'
import { situations } from './situations.ts'

/** Headers that only a server sends. */
const ofConnection = ['Content-Length', 'Transfer-Encoding']

const secondsOf: Readonly<Record<string, number>> = { s: 1, min: 60 }

/** Plays an exchange in a new tenant. Returns the differences from its sources. */
async function replay({ name, steps }: DocumentedExchange): Promise<readonly string[]> {
  const situation = situations[name]
  if (!situation) throw new Error(`Expected a situation for ${name}.`)
  const bot = replayBot(situation.form)
  await situation.before(bot)
  const found: string[] = []
  /** Token of the recording of the newest notification. */
  let token: string | undefined
  for (const [index, step] of steps.entries()) {
    await situation.acts?.[index]?.(bot)
    if (step.by === 'clock') await passTime(bot, step.after)
    else if (step.by === 'bot')
      found.push(...(await request(bot, step, token)).map((each) => `${index} ${each}`))
    else {
      const { documented, actual } = await receive(bot, step)
      if (!actual) {
        found.push(`${index} not sent: ${kindOf(documented)}`)
        continue
      }
      token = actual.resourceData?.recordingAccessToken ?? token
      const location = documented.resourceData?.recordingLocation
      if (location) bot.ids.pair(location, actual.resourceData.recordingLocation)
      const different = bot.ids.differences(documented, actual)
      // Captured notifications have more properties than the examples of most pages.
      const known = different.filter((each) => !each.endsWith(': additional'))
      found.push(...known.map((each) => `${index} ${each}`))
    }
  }
  return found
}

async function passTime(bot: ReplayBot, after: string): Promise<void> {
  const [, amount, unit = ''] = /(\d+) (s|min)\b/.exec(after) ?? []
  await bot.pass(Number(amount) * (secondsOf[unit] ?? Number.NaN))
}

async function request(
  bot: ReplayBot,
  step: Step & { by: 'bot' },
  token?: string,
): Promise<readonly string[]> {
  const { response, ...sent } = step
  const isRecording = step.url.includes('/recordings/')
  const authorization = isRecording && { Authorization: `Bearer ${token}` }
  const got = await bot.send({ ...sent, headers: { ...sent.headers, ...authorization } })
  const { Location, ...headers } = response.headers ?? {}
  return [
    ...(got.status === response.status ? [] : [`status: ${response.status} -> ${got.status} ${got.text}`]),
    ...bot.ids.differences(response.body, got.body, 'body'),
    ...bot.ids.differences(Location, got.headers.get('location') ?? undefined, 'Location'),
    ...Object.entries(headers)
      .filter(([name]) => !ofConnection.includes(name))
      .flatMap(([name, value]) => bot.ids.differences(value, got.headers.get(name) ?? undefined, name)),
  ]
}

async function receive(
  bot: ReplayBot,
  step: Step & { by: 'service' },
): Promise<Record<'documented' | 'actual', Json>> {
  const { by, reply, skype, ...change } = step
  const documented: Json = skype ?? { '@odata.type': '#microsoft.graph.commsNotification', ...change }
  return { documented, actual: await bot.next(documented) }
}

test.each(exchanges.map((exchange) => [exchange.name, exchange] as const))(
  '%s is replayed, with only the differences that are listed',
  async (name, exchange) => {
    const expected = (differences[name] ?? []).map(({ found }) => found)
    expect((await replay(exchange)).toSorted()).toEqual(expected.toSorted())
  },
)

test('each difference belongs to an exchange, and its reason is a sentence or a disagreement of the model', () => {
  const names = exchanges.map(({ name }) => name)
  expect(Object.keys(differences).filter((name) => !names.includes(name))).toEqual([])
  const topics = disagreements.map(({ topic }) => topic)
  const reasons = Object.values(differences).flatMap((each) => each.map(({ because }) => because))
  expect(reasons.filter((reason) => !reason.endsWith('.') && !topics.includes(reason))).toEqual([])
})

test('every documented exchange is in the file, and has a situation', () => {
  expect(exchanges).toHaveLength(49)
  expect(exchanges.map(({ name }) => name).toSorted()).toEqual(Object.keys(situations).toSorted())
})

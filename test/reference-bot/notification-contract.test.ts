import { readFile } from 'node:fs/promises'
import { defineNotificationContract, notificationReadsOf } from 'graph-call-testkit/contracts'
import { notification, notifications } from 'graph-call-testkit/fixtures'
import { expect, test } from 'vitest'
import { leafPathsOf } from '../../contracts/reads/read-paths.ts'
import { temporaryFolder } from '../contracts/committed.ts'
import { withoutEachPart } from '../contracts/without-each.ts'
import { CallBoard } from './notification-handler.ts'

const url = 'https://bot.example/api/calls'

/** Sends a notification to a new bot, and returns its status and what it shows. */
async function outcomeOf(body: unknown) {
  const board = new CallBoard()
  const { status } = await board.respond(new Request(url, { method: 'POST', body: JSON.stringify(body) }))
  return { status, lines: board.lines }
}

const reads = await notificationReadsOf(async (body: object) => {
  const request = new Request(url, { method: 'POST', body: '{}' })
  // The handler gets the view that records its reads.
  await new CallBoard().respond(Object.assign(request, { json: async () => body }))
})
// The bot ignores notifications without the state of a call.
const names = Object.values(notifications).flatMap(({ name, body }) =>
  body.value.every(({ resourceData }) => resourceData && 'state' in resourceData) ? [name] : [],
)
const define = (dir: string) =>
  defineNotificationContract({ consumer: 'reference-bot', dir, reads, messages: names, warn: () => {} })

test('the bot handles every notification of a state, and the pact is written', async () => {
  const contract = define(await temporaryFolder())
  for (const message of contract.messages) {
    await message.run(async ({ requestTo }) => {
      const board = new CallBoard()
      expect((await board.respond(requestTo(url))).status).toBe(202)
      expect(board.lines).toHaveLength(1)
    })
  }
  expect(JSON.parse(await readFile(contract.file, 'utf8')).interactions).toHaveLength(names.length)
})

test.each(names)('%s: the contract contains enough, and no more than what the bot reads', async (name) => {
  const { expected } = define(await temporaryFolder()).message(name)
  const whole = await outcomeOf(expected)
  expect(whole).toEqual(await outcomeOf(notification(name)))
  const reduced = withoutEachPart(expected)
  expect(reduced.length).toBeGreaterThanOrEqual(leafPathsOf(expected).length)
  const unused = []
  for (const { path, rest } of reduced) {
    if (JSON.stringify(await outcomeOf(rest)) === JSON.stringify(whole)) unused.push(path)
  }
  // The type tells the call from other resources. The schema accepts an object without it.
  expect(unused.filter((path) => !path.includes('@odata.type'))).toEqual([])
})

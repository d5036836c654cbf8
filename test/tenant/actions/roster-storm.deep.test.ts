import { expect, test } from 'vitest'
import { groupBot, robin, target } from './group-bot.ts'

const participants = 1_000

test('1,000 participants join one meeting, and the bytes that are sent grow as the rosters do', async () => {
  let bytes = 0
  let rosters = 0
  let last = ''
  const { join, act, get, tenant } = groupBot({
    notifications: {
      fetch: async (_url, init) => {
        const body = String(init?.body)
        if (!body.includes('/participants"')) return new Response(null, { status: 202 })
        bytes += body.length
        rosters++
        last = body
        return new Response(null, { status: 202 })
      },
    },
  })
  const { id } = await join()
  for (let number = 1; number <= participants; number++) {
    const user = { ...robin.user, id: `05e40000-0000-4000-a000-${String(number).padStart(12, '0')}` }
    await act(id, 'participants/invite', { participants: [target({ ...robin, user })] })
    tenant.clock.advance({ seconds: 3 })
    if (number % 100 === 0) await act(id, 'keepAlive')
    await tenant.settled()
  }
  expect(rosters).toBe(participants + 1)
  expect(JSON.parse(last).value[0].resourceData).toHaveLength(participants + 1)
  expect((await get(id, 'participants')).body.value).toHaveLength(participants + 1)
  // Each roster has one participant more than the one before: the sum is that of 1 to 1,001.
  const inLast = last.length / (participants + 1)
  expect(bytes / ((inLast * (participants + 1) * (participants + 2)) / 2)).toBeCloseTo(1, 1)
})

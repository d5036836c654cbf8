import fc from 'fast-check'
import { createTenant } from 'graph-call-testkit/tenant'
import { expect, test } from 'vitest'

const callbackUri = 'http://127.0.0.1:3978/api/calls'
const states = ['establishing', 'established', 'terminating', 'terminated']

/** Returns the states that a bot is notified of, in the order that a scheduler decides. */
async function receivedWith(scheduler: fc.Scheduler, concurrent: boolean): Promise<readonly string[]> {
  const received: string[] = []
  const tenant = createTenant()
  const { settled } = tenant.notify({
    concurrent,
    fetch: async (_, init) => {
      await scheduler.schedule(Promise.resolve(), 'delivery')
      received.push(JSON.parse(String(init?.body)).value[0].resourceData.state)
      return new Response(null, { status: 202 })
    },
  })
  const id = tenant.addCall({ id: '2e1a', state: 'establishing', callbackUri })
  for (const _ of states.slice(1)) tenant.advance(id)
  const deliveries = await scheduler.waitFor(settled())
  expect(deliveries).toHaveLength(states.length)
  return received
}

test('a scheduler decides the order of concurrent deliveries', async () => {
  const orders = new Set<string>()
  await fc.assert(
    fc.asyncProperty(fc.scheduler(), async (scheduler) => {
      const received = await receivedWith(scheduler, true)
      expect(received.toSorted()).toEqual(states.toSorted())
      orders.add(received.join())
    }),
    { seed: 42, numRuns: 200 },
  )
  // All 24 orders.
  expect(orders.size).toBe(24)
})

test('other deliveries wait for the response to the one before', async () => {
  await fc.assert(
    fc.asyncProperty(fc.scheduler(), async (scheduler) => {
      expect(await receivedWith(scheduler, false)).toEqual(states)
    }),
    { seed: 42, numRuns: 20 },
  )
})

test('until waits for the concurrent deliveries of its call', async () => {
  const ended: string[] = []
  const tenant = createTenant()
  tenant.notify({
    concurrent: true,
    fetch: async (_, init) => {
      const { state } = JSON.parse(String(init?.body)).value[0].resourceData
      await new Promise((resolve) => setTimeout(resolve, state === 'establishing' ? 20 : 1))
      ended.push(state)
      return new Response(null, { status: 202 })
    },
  })
  const id = tenant.addCall({ id: '2e1a', state: 'establishing', callbackUri })
  tenant.advance(id)
  await tenant.call(id).until('established')
  expect(ended).toEqual(['established', 'establishing'])
})

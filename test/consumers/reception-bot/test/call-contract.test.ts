import { defineCallContract, readsOf } from 'graph-call-testkit/contracts'
import { describe, expect, test } from 'vitest'
import { BusyError, CallClient, CallGoneError } from '../src/call-client.ts'
import { lineFor } from '../src/screen.ts'

const contract = defineCallContract({
  consumer: 'contoso-reception-bot',
  dir: new URL('../pacts/', import.meta.url),
  reads: await readsOf(lineFor),
  interactions: ['peer-to-peer', 'incoming-peer-to-peer', 'group', 'call-not-found', 'throttled'],
})

describe('the screen shows', () => {
  test.each(['peer-to-peer', 'incoming-peer-to-peer', 'group'] as const)('%s', (name) =>
    contract.interaction(name).run(async ({ baseUrl, token, callId, expected }) => {
      const call = await new CallClient({ baseUrl, token }).get(callId)
      expect(lineFor(call)).toBe(lineFor(expected.body))
    }),
  )
})

test('the client reports that a call has ended', () =>
  contract.interaction('call-not-found').run(async ({ baseUrl, token, callId }) => {
    await expect(new CallClient({ baseUrl, token }).get(callId)).rejects.toThrow(CallGoneError)
  }))

test('the client reports how long to wait after throttling', () =>
  contract.interaction('throttled').run(async ({ baseUrl, token, callId, expected }) => {
    const throttled = new CallClient({ baseUrl, token }).get(callId)
    await expect(throttled).rejects.toThrow(new BusyError(Number(expected.retryAfter)))
  }))

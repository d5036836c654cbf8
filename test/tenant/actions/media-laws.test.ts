import fc from 'fast-check'
import { commsNotificationsSchema } from 'graph-call-testkit/schema'
import { expect, test } from 'vitest'
import { spoken } from '../../../src/tenant/media/record.ts'
import { toneReceived } from '../../../src/tenant/media/tone-events.ts'
import { envelopeOf } from '../../../src/tenant/notifications/envelope.ts'
import { runs } from '../../runs.ts'
import { liveCall } from './live-call.ts'
import { callId, type Json, prompt } from './media-bot.ts'

const uri = fc.constantFrom('https://bot.contoso.com/a.wav', 'http://bot.contoso.com/a.wav')
const prompts = (maxLength: number) =>
  fc.array(
    uri.map((each) => prompt(each)),
    { minLength: 1, maxLength },
  )
const seconds = fc.integer({ min: 1, max: 8 })

type Step = (
  call: ReturnType<typeof liveCall>,
) => Promise<{ readonly status: number; readonly body: Json }> | undefined
const action = (name: string, body: fc.Arbitrary<object>): fc.Arbitrary<Step> =>
  body.map(
    (each) =>
      ({ act }) =>
        act(name, each),
  )

const step: fc.Arbitrary<Step> = fc.oneof(
  action('playPrompt', fc.record({ prompts: prompts(3), loop: fc.constantFrom(false, false, true) })),
  action(
    'recordResponse',
    fc.record(
      {
        prompts: prompts(1),
        bargeInAllowed: fc.boolean(),
        playBeep: fc.boolean(),
        initialSilenceTimeoutInSeconds: seconds,
        maxSilenceTimeoutInSeconds: seconds,
        maxRecordDurationInSeconds: seconds,
        stopTones: fc.constant(['1']),
      },
      { requiredKeys: [] },
    ),
  ),
  action('cancelMediaProcessing', fc.constant({})),
  action('subscribeToTone', fc.constant({})),
  action('sendDtmfTones', fc.constant({ tones: ['tone1', 'pound'], delayBetweenTonesMs: 700 })),
  fc.constantFrom('tone1', 'tone2').map(
    (tone): Step =>
      ({ live }) =>
        void toneReceived(live, callId, tone),
  ),
  fc.nat({ max: 5_000 }).map(
    (time): Step =>
      ({ live }) =>
        void spoken(live, callId, time),
  ),
  fc.nat({ max: 6_000 }).map(
    (time): Step =>
      ({ tenant }) =>
        void tenant.clock.advance(time),
  ),
)

test('every operation that was accepted ends exactly once, the queue in order, and every notification is valid', async () => {
  let ends = 0
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 25 }), fc.boolean(), async (steps, hangsUp) => {
      const call = liveCall()
      const queued: string[] = []
      const sent: string[] = []
      for (const each of steps) {
        const response = await each(call)
        if (!response) continue
        expect(response.status).toBe(200)
        const { body } = response
        if (body.status !== 'running') continue
        if (body['@odata.type'].endsWith('sendDtmfTonesOperation')) sent.push(body.id)
        else queued.push(body.id)
      }
      const endedIds = () => call.data().flatMap(({ status, id }) => (status ? [id] : []))
      if (hangsUp) {
        await call.hangUp()
        const before = endedIds().length
        call.tenant.clock.advance({ hours: 1 })
        expect(endedIds().length).toBe(before)
        expect(new Set(endedIds()).size).toBe(before)
      } else {
        call.tenant.clock.advance({ minutes: 30 })
        // Only a loop does not end by itself. It ends when it is canceled, and so does everything behind it.
        for (const head of call.live.sessions.of(callId).media.slice(0, 1)) expect(head.loop).toBe(true)
        await call.act('cancelMediaProcessing')
        expect(endedIds().filter((id) => queued.includes(id))).toEqual(queued)
        expect([...endedIds()].sort()).toEqual([...queued, ...sent].sort())
        expect(call.live.sessions.of(callId).media).toEqual([])
      }
      expect(call.call().operations ?? []).toEqual([])
      for (const event of call.events) commsNotificationsSchema.parse(envelopeOf([event], 'reported'))
      ends += endedIds().length
    }),
    { numRuns: runs(100, 2_000), seed: 1 },
  )
  expect(ends).toBeGreaterThan(runs(100, 2_000))
})

test('a snapshot at any step changes nothing', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 12 }), fc.nat(), async (steps, at) => {
      const [call, other] = [liveCall(), liveCall()]
      for (const [index, each] of steps.entries()) {
        if (index === at % steps.length) {
          call.tenant.restore(JSON.parse(JSON.stringify(call.tenant.snapshot())))
        }
        for (const one of [call, other]) await each(one)
      }
      for (const { tenant } of [call, other]) {
        tenant.clock.advance({ minutes: 20 })
        await tenant.settled()
      }
      expect(JSON.stringify(call.events)).toBe(JSON.stringify(other.events))
      expect(call.tenant.snapshot()).toEqual(other.tenant.snapshot())
    }),
    { numRuns: runs(50, 1_000), seed: 2 },
  )
})

import fc from 'fast-check'
import { commsNotificationsSchema } from 'graph-call-testkit/schema'
import { expect, test } from 'vitest'
import { operationsOf } from '../../../src/tenant/calls/operations.ts'
import { spoken } from '../../../src/tenant/media/record.ts'
import { toneReceived } from '../../../src/tenant/media/tone-events.ts'
import { envelopeOf } from '../../../src/tenant/notifications/envelope.ts'
import { SavedValue } from '../../../src/tenant/saved-value.ts'
import { runs } from '../../runs.ts'
import { liveCall } from './live-call.ts'
import { callId, prompt } from './media-bot.ts'

const uri = fc.constantFrom('https://bot.contoso.com/a.wav', 'http://bot.contoso.com/a.wav')
const prompts = (maxLength: number) =>
  fc.array(
    uri.map((each) => prompt(each)),
    { minLength: 1, maxLength },
  )
const seconds = fc.integer({ min: 1, max: 8 })

type Step = (call: ReturnType<typeof liveCall>) => { readonly status: number } | undefined
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
      ({ clock }) =>
        void clock.advance(time),
  ),
)

test('every operation that was accepted ends exactly once, the queue in order, and every notification is valid', () => {
  let ends = 0
  fc.assert(
    fc.property(fc.array(step, { maxLength: 25 }), fc.boolean(), (steps, hangsUp) => {
      const call = liveCall()
      const queued: string[] = []
      const sent: string[] = []
      for (const each of steps) {
        const response = each(call)
        if (!response) continue
        expect(response.status).toBe(200)
        const { body } = Object(response)
        if (body.status !== 'running') continue
        if (body['@odata.type'].endsWith('sendDtmfTonesOperation')) sent.push(body.id)
        else queued.push(body.id)
      }
      const endedIds = () => call.data().flatMap(({ status, id }) => (status ? [id] : []))
      if (hangsUp) {
        call.live.calls.endCall(callId)
        const before = endedIds().length
        call.clock.advance({ hours: 1 })
        expect(endedIds().length).toBe(before)
        expect(new Set(endedIds()).size).toBe(before)
      } else {
        call.clock.advance({ minutes: 30 })
        // Loops end only when they are canceled. Everything behind them then ends too.
        call.act('cancelMediaProcessing')
        expect(endedIds().filter((id) => queued.includes(id))).toEqual(queued)
        expect([...endedIds()].sort()).toEqual([...queued, ...sent].sort())
        expect(call.live.sessions.of(callId).media).toEqual([])
      }
      expect(operationsOf(call.live.calls.callNamed(callId))).toEqual([])
      for (const event of call.events) commsNotificationsSchema.parse(envelopeOf(event))
      ends += endedIds().length
    }),
    { numRuns: runs(150, 5_000), seed: 1 },
  )
  expect(ends).toBeGreaterThan(runs(150, 5_000))
})

test('a snapshot at any step changes nothing', () => {
  fc.assert(
    fc.property(fc.array(step, { maxLength: 12 }), fc.nat(), (steps, at) => {
      const [call, other] = [liveCall(), liveCall()]
      for (const each of steps) each(other)
      for (const [index, each] of steps.entries()) {
        if (index === at % steps.length) restoreItself(call)
        each(call)
      }
      for (const { clock } of [call, other]) clock.advance({ minutes: 20 })
      expect(JSON.stringify(call.events)).toBe(JSON.stringify(other.events))
    }),
    { numRuns: runs(50, 2_000), seed: 2 },
  )
})

/** Saves the parts of the media and restores them. */
function restoreItself({ live }: ReturnType<typeof liveCall>): void {
  const { calls, sessions, clock, ids, prompts: files, recordings } = live
  const now = clock.now()
  for (const part of [clock, ids, sessions, calls, files, recordings]) {
    const saved = JSON.parse(JSON.stringify(part.save(now)))
    part.prepare(new SavedValue(saved, []), now)()
  }
}

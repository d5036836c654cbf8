import { isDeepStrictEqual } from 'node:util'
import fc, { type Arbitrary } from 'fast-check'
import type { Call, InvitationParticipantInfo } from 'graph-call-testkit'
import { anyCall, anyGroupCall, anyPeerToPeerCall } from 'graph-call-testkit/generators'
import { expect, test } from 'vitest'
import { endReasons } from '../../src/lifecycle/end-reasons.ts'
import { runs } from '../runs.ts'

function always<T>(arbitrary: Arbitrary<T>, holds: (value: T) => boolean | undefined): void {
  fc.assert(
    fc.property(arbitrary, (value) => holds(value) === true),
    { numRuns: runs(500, 2_000) },
  )
}

/** Counts the calls that satisfy a condition. */
function countOf(arbitrary: Arbitrary<Call>, holds: (call: Call) => boolean | undefined): number {
  return fc.sample(arbitrary, { seed: 42, numRuns: runs(1_000, 2_000) }).filter(holds).length
}

test('a peer-to-peer call has targets, but no chat, meeting or transcription', () => {
  always(anyPeerToPeerCall(), ({ targets }) => targets.length >= 1)
  always(
    anyPeerToPeerCall(),
    (call) => (call.chatInfo ?? call.meetingInfo ?? call.transcription ?? null) === null,
  )
})

test('a group call has a chat and a meeting, but no targets', () => {
  always(anyGroupCall(), ({ chatInfo, meetingInfo }) => Boolean(chatInfo && meetingInfo))
  always(anyGroupCall(), ({ targets = [] }) => targets.length === 0)
  expect(countOf(anyGroupCall(), ({ targets }) => targets === undefined)).toBeGreaterThan(0)
})

test('a terminated call has the code and subcode of an end reason', () => {
  always(anyCall({ state: 'terminated' }), ({ resultInfo }) =>
    endReasons.some(({ code, subcode }) => code === resultInfo?.code && subcode === resultInfo.subcode),
  )
})

test('any other call has a result only if it is established again after a failed transfer', () => {
  always(anyCall(), ({ state, resultInfo }) =>
    resultInfo ? state === 'terminated' || (state === 'established' && resultInfo.code === 500) : true,
  )
})

test('only an incoming call is incoming or redirecting, and has routes and a context', () => {
  always(anyCall({ direction: 'outgoing' }), (call) => !['incoming', 'redirecting'].includes(call.state))
  always(
    anyCall({ direction: 'outgoing' }),
    ({ incomingContext, callRoutes = [] }) => !incomingContext && callRoutes.length === 0,
  )
  for (const has of [true, false]) {
    const count = countOf(
      anyCall({ state: 'incoming' }),
      ({ incomingContext }) => Boolean(incomingContext) === has,
    )
    expect(count).toBeGreaterThan(0)
  }
})

test('the options of a call match its direction', () => {
  always(anyCall(), ({ direction, callOptions }) => callOptions?.['@odata.type'].includes(direction) ?? true)
})

test('one end of a call is the bot: an application, or its resource account', () => {
  const isBot = ({ application, applicationInstance }: Call['source']['identity']) =>
    Boolean(application ?? applicationInstance)
  always(anyCall({ direction: 'outgoing' }), ({ source }) => isBot(source.identity))
  always(anyPeerToPeerCall({ direction: 'incoming' }), ({ targets }) =>
    targets.every(({ identity }) => isBot(identity)),
  )
})

test('a call that is not established has no answeredBy, tone or transcription', () => {
  always(anyCall({ state: ['incoming', 'establishing', 'redirecting'] }), (call) =>
    [call.answeredBy, call.toneInfo, call.transcription].every((value) => !value),
  )
})

test('a call has any number of navigation properties', () => {
  const expanded = ({ participants, operations, audioRoutingGroups, contentSharingSessions }: Call) =>
    [participants, operations, audioRoutingGroups, contentSharingSessions].filter(Boolean).length
  for (const count of [0, 1, 2]) {
    expect(countOf(anyCall(), (call) => expanded(call) === count)).toBeGreaterThan(20)
  }
})

const idsIn = ({ participants = [] }: Call) => participants.map(({ id }) => id)

test('the bot is in the roster if the call has its participant ID and a roster', () => {
  const refers = ({ participants = [], myParticipantId }: Call) => participants.length > 0 && myParticipantId
  always(anyCall(), (call) => !refers(call) || idsIn(call).includes(call.myParticipantId ?? ''))
  expect(countOf(anyCall(), (call) => Boolean(refers(call)))).toBeGreaterThan(20)
})

test('the bot answers incoming calls, and any of the targets answers outgoing calls', () => {
  always(anyCall({ direction: 'incoming' }), ({ answeredBy, myParticipantId }) =>
    answeredBy?.participantId && myParticipantId ? answeredBy.participantId === myParticipantId : true,
  )
  const answers = ({ answeredBy }: Call, target: InvitationParticipantInfo | undefined) =>
    target !== undefined &&
    isDeepStrictEqual(answeredBy?.identity, target.identity) &&
    (!answeredBy?.participantId || !target.participantId || answeredBy.participantId === target.participantId)
  always(
    anyPeerToPeerCall({ direction: 'outgoing' }),
    (call) => !call.answeredBy || call.targets.some((target) => answers(call, target)),
  )
  for (const index of [0, 1]) {
    expect(countOf(anyPeerToPeerCall(), (call) => answers(call, call.targets?.[index]))).toBeGreaterThan(20)
  }
  const same = ({ answeredBy, myParticipantId }: Call) => answeredBy?.participantId === myParticipantId
  expect(
    countOf(anyCall(), (call) => Boolean(call.myParticipantId && call.answeredBy) && same(call)),
  ).toBeGreaterThan(20)
})

test('targets are in the roster, with their identity, as far as it is long enough', () => {
  const listed = ({ targets = [], participants = [] }: Call) =>
    targets.filter((target) =>
      participants.some(
        ({ id, info }) => id === target.participantId && isDeepStrictEqual(info.identity, target.identity),
      ),
    ).length
  const withoutDuplicates = ({ targets = [], myParticipantId }: Call) =>
    new Set([...targets.map(({ participantId }) => participantId), myParticipantId].filter(Boolean)).size
  always(
    anyPeerToPeerCall({ direction: 'outgoing' }),
    (call) =>
      !call.participants || listed(call) >= Math.min(withoutDuplicates(call), call.participants.length) - 1,
  )
  expect(countOf(anyCall(), (call) => listed(call) > 0)).toBeGreaterThan(20)
})

test('the source is the bot in outgoing calls, and the participant that caused the context of incoming calls', () => {
  always(anyCall({ direction: 'outgoing' }), ({ source, myParticipantId }) =>
    source.participantId && myParticipantId ? source.participantId === myParticipantId : true,
  )
  always(anyCall({ direction: 'incoming' }), ({ source, incomingContext }) =>
    source.participantId && incomingContext?.sourceParticipantId
      ? source.participantId === incomingContext.sourceParticipantId
      : true,
  )
})

test('routes mostly begin where the previous one ended, and end at the participant that was called', () => {
  const isChain = ({ callRoutes = [], targets = [] }: Call) =>
    callRoutes.every(({ final }, index) =>
      isDeepStrictEqual(final, callRoutes[index + 1]?.original ?? targets[0]?.identity),
    )
  const incoming = anyPeerToPeerCall({ direction: 'incoming' })
  for (const length of [1, 2]) {
    const ofLength = (call: Call) => call.callRoutes?.length === length
    const chains = countOf(incoming, (call) => ofLength(call) && isChain(call))
    expect(chains).toBeGreaterThan(20)
    expect(countOf(incoming, ofLength)).toBeGreaterThan(chains)
  }
  const isOnBehalf = ({ callRoutes, incomingContext }: Call) =>
    Boolean(incomingContext?.onBehalfOf) &&
    isDeepStrictEqual(incomingContext?.onBehalfOf, callRoutes?.at(-1)?.original)
  expect(countOf(incoming, isOnBehalf)).toBeGreaterThan(20)
})

test('the bot can be at any place in the roster, and a person can be there twice', () => {
  const places = ({ myParticipantId, ...call }: Call) => idsIn(call).indexOf(myParticipantId ?? '')
  for (const place of [0, 1, 2]) {
    expect(countOf(anyCall(), (call) => places(call) === place)).toBeGreaterThan(1)
  }
  const isTwice = ({ participants = [] }: Call) =>
    participants.some(({ id, info }, index) =>
      participants.some(
        (other, at) => at > index && other.id !== id && isDeepStrictEqual(other.info.identity, info.identity),
      ),
    )
  expect(countOf(anyCall(), isTwice)).toBeGreaterThan(3)
})

test('modalities begin with any of them', () => {
  for (const first of ['audio', 'video', 'data'] as const) {
    const isFirst = ({ requestedModalities = [] }: Call) =>
      requestedModalities.length > 1 && requestedModalities[0] === first
    expect(countOf(anyCall(), isFirst)).toBeGreaterThan(20)
    const isBeforeAudio = ({ activeModalities = [] }: Call) =>
      activeModalities.indexOf('audio') > activeModalities.indexOf(first) && activeModalities.includes(first)
    if (first !== 'audio') expect(countOf(anyCall(), isBeforeAudio)).toBeGreaterThan(20)
  }
})

test('audio routing groups route between members of the roster', () => {
  always(anyCall(), (call) =>
    call.participants
      ? (call.audioRoutingGroups ?? [])
          .flatMap(({ sources = [], receivers = [] }) => [...sources, ...receivers])
          .every((id) => idsIn(call).includes(id))
      : true,
  )
})

test('the documented Example 1 is frequent: an established outgoing call to a user', () => {
  const isExample = ({ state, direction, targets }: Call) =>
    state === 'established' && direction === 'outgoing' && Boolean(targets?.[0]?.identity.user)
  const shareIn = (calls: Arbitrary<Call>) => countOf(calls, isExample) / countOf(calls, () => true)
  expect(shareIn(anyCall())).toBeGreaterThan(0.06)
  expect(shareIn(anyCall({ distribution: 'likely' }))).toBeGreaterThan(0.2)
  expect(shareIn(anyCall({ distribution: 'uniform' }))).toBeLessThan(0.03)
})

test('ids have every observed form', () => {
  const calls = fc.sample(anyCall(), { seed: 42, numRuns: runs(1_000, 2_000) })
  const guid = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/
  const identities = calls.flatMap(({ targets = [] }) => targets.map(({ identity }) => identity))
  const forms: [string, RegExp, (string | null | undefined)[]][] = [
    ['GUIDs', guid, calls.map(({ id }) => id)],
    ['32 digits', /^[\da-f]{32}$/, calls.map(({ id }) => id)],
    ['chains', guid, calls.map(({ callChainId }) => callChainId)],
    [
      'short chains',
      /^[\da-f]{6}-[\da-f]{4}-[\da-f]{4}-[\da-f]{4}-[\da-f]{10}$/,
      calls.map(({ callChainId }) => callChainId),
    ],
    ['phones', /^\+1\d+$/, identities.map(({ phone }) => phone?.id)],
    ['phones of other countries', /^(4:)?\+?4[49]\d{10}$/, identities.map(({ phone }) => phone?.id)],
    ['encrypted', /^encrypted:/, identities.map(({ encrypted }) => encrypted?.id)],
    ['meetings', /^19:meeting_.+@thread\.v2$/, calls.map(({ chatInfo }) => chatInfo?.threadId)],
  ]
  for (const [name, form, ids] of forms) {
    expect.soft(ids.filter((id) => id && form.test(id)).length, name).toBeGreaterThan(5)
  }
  expect(calls.every(({ id }) => guid.test(id) || /^[\da-f]{32}$/.test(id))).toBe(true)
})

test.each([
  ['empty', /^$/],
  ['Arabic', /\p{Script=Arabic}/u],
  ['Hebrew', /\p{Script=Hebrew}/u],
  ['Han', /\p{Script=Han}/u],
  ['Cyrillic', /\p{Script=Cyrillic}/u],
  ['Devanagari', /\p{Script=Devanagari}/u],
  ['emoji', /\p{Extended_Pictographic}/u],
  ['with a right-to-left override', /\u202e/],
  ['with markup and quotes', /<b>/],
  ['longer than 200', /^.{201,}$/s],
])('names can be %s', (_, form) => {
  const named = anyPeerToPeerCall({ identity: 'user' })
  const count = countOf(named, ({ source, targets = [] }) =>
    [source, ...targets].some(({ identity }) => form.test(identity.user?.displayName ?? '-')),
  )
  expect(count).toBeGreaterThan(5)
})

test('subjects can have several lines', () => {
  expect(countOf(anyCall(), ({ subject }) => subject?.includes('\n'))).toBeGreaterThan(20)
})

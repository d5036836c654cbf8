import { type CallFixtureName, fixture, fixtures } from 'graph-call-testkit/fixtures'
import { callErrorSchema, callSchema } from 'graph-call-testkit/schema'
import { describe, expect, test } from 'vitest'
import { interactionOf } from '../../contracts/interaction/interaction.ts'
import { matchersFor } from '../../contracts/interaction/matchers.ts'
import { expectedBodyOf } from '../../contracts/reads/expected-body.ts'
import { leafPathsOf } from '../../contracts/reads/read-paths.ts'
import { enumTypes } from '../../src/model/index.ts'

const all = Object.values(fixtures).map((fixture) => [fixture.name, fixture] as const)
const promise = (name: CallFixtureName, ...reads: string[]) => expectedBodyOf('call', fixture(name), reads)

describe('what is promised of an example', () => {
  test('is what is read, and no more', () => {
    expect(promise('peer-to-peer', 'state', 'source.identity.application.id')).toEqual({
      state: 'established',
      source: { identity: { application: { id: '2891555a-92ff-42e6-80fa-6e1300c6b5c6' } } },
    })
  })
  test('has no null, and nothing that the example lacks', () => {
    expect(
      promise('peer-to-peer', 'subject', 'chatInfo.threadId', 'unheardOf', 'source.identity.phone.id'),
    ).toEqual({
      source: { identity: {} },
    })
  })
  test('has the type where only that tells what the rest is', () => {
    const type = '#microsoft.graph.organizerMeetingInfo'
    expect(promise('group', 'meetingInfo.allowConversationWithoutHost')).toEqual({
      meetingInfo: { '@odata.type': type, allowConversationWithoutHost: true },
    })
    expect(promise('group', 'meetingInfo', 'chatInfo.messageId')).toEqual({
      meetingInfo: {},
      chatInfo: { messageId: '0' },
    })
  })
  test('is one element with what all of them have, or none', () => {
    const reads = ['targets[].identity.user.id', 'targets[].identity.user.displayName']
    const user = (user: object) => ({ identity: { user } })
    const targets = [user({ id: '1', displayName: 'Mira Holm' }), user({ id: '2', displayName: null })]
    expect(expectedBodyOf('call', { targets }, reads)).toEqual({ targets: [user({ id: '1' })] })
    expect(expectedBodyOf('call', { targets: [null] }, reads)).toEqual({})
    expect(promise('group', ...reads)).toEqual({ targets: [] })
  })
  test('has no type where the elements differ in theirs', () => {
    const reads = ['operations[].@odata.type', 'operations[].status']
    const [first, ...others] = fixture('operations-expanded').operations
    const promised = { '@odata.type': first['@odata.type'], status: first.status }
    const same = { operations: [first, { ...first, '@odata.type': 'microsoft.graph.commsOperation' }] }
    expect(expectedBodyOf('call', same, reads)).toEqual({ operations: [promised] })
    const different = { operations: [first, ...others] }
    expect(expectedBodyOf('call', different, reads)).toEqual({ operations: [{ status: first.status }] })
  })
  test('is everything, where everything is read', () => {
    expect(promise('group', 'chatInfo.*')).toEqual({
      chatInfo: {
        '@odata.type': '#microsoft.graph.chatInfo',
        threadId: '19:meeting_Win6Ydo4wsMijFjZS00ZGVjLTk5MGUtOTRjNWY2NmNkYTFm@thread.v2',
        messageId: '0',
      },
    })
  })
})

describe('the matchers', () => {
  const match = (body: unknown) => matchersFor('call', body)
  test('take the members of an enum', () => {
    const members = enumTypes.callState.members.join('|')
    expect(match({ state: 'established' })).toEqual({
      state: { 'pact:matcher:type': 'regex', regex: `^(${members})$`, value: 'established' },
    })
  })
  test('take any string, truth value, whole number, and date with a zone', () => {
    expect(
      match({
        id: 'a',
        resultInfo: { code: 200 },
        transcription: { lastModifiedDateTime: '2020-05-28T00:10:54.104318Z' },
      }),
    ).toMatchObject({
      id: { 'pact:matcher:type': 'type', value: 'a' },
      resultInfo: { code: { 'pact:matcher:type': 'integer', value: 200 } },
      transcription: {
        lastModifiedDateTime: { 'pact:matcher:type': 'regex', value: '2020-05-28T00:10:54.104318Z' },
      },
    })
    expect(match({ targets: [{ hidden: false }] })).toEqual({
      targets: {
        'pact:matcher:type': 'type',
        min: 1,
        value: [{ hidden: { 'pact:matcher:type': 'boolean', value: false } }],
      },
    })
    expect(match({ toneInfo: { sequenceId: '7' } })).toMatchObject({
      toneInfo: { sequenceId: { 'pact:matcher:type': 'regex', regex: '^-?[0-9]+$', value: '7' } },
    })
  })
  test('take several members where the metadata has flags', () => {
    const shown = match({
      participants: [{ restrictedExperience: { videoDisabled: 'watermarkProtection' } }],
    })
    const [, source = ''] = /"regex":"([^"]+)"/.exec(JSON.stringify(shown)) ?? []
    expect('watermarkProtection,unknownFutureValue').toMatch(new RegExp(source))
    expect('watermarkProtection,').not.toMatch(new RegExp(source))
  })
  test('take a type with and without its #, and no other type', () => {
    expect(match({ mediaConfig: { '@odata.type': '#microsoft.graph.appHostedMediaConfig' } })).toMatchObject({
      mediaConfig: { '@odata.type': { regex: '^#?microsoft\\.graph\\.appHostedMediaConfig$' } },
    })
    // Also where the declared type is one that an object may be.
    expect(match({ source: { '@odata.type': 'microsoft.graph.participantInfo' } })).toMatchObject({
      source: { '@odata.type': { regex: '^#?microsoft\\.graph\\.participantInfo$' } },
    })
    expect(match({ chatInfo: { '@odata.type': '#contoso.a+b' } })).toMatchObject({
      chatInfo: { '@odata.type': { regex: '^#?contoso\\.a\\+b$' } },
    })
  })
  test('take an empty collection and an error code exactly', () => {
    expect(match({ targets: [] })).toEqual({ targets: [] })
    expect(matchersFor('callError', { error: { code: '8522', message: 'x' } })).toMatchObject({
      error: { code: { 'pact:matcher:type': 'equality' }, message: { 'pact:matcher:type': 'type' } },
    })
  })
  test('take any object where only its being there is read', () => {
    expect(match({ chatInfo: {} })).toEqual({ chatInfo: { 'pact:matcher:type': 'type', value: {} } })
  })
  test.each(all)('hold no null and have a value everywhere, for all of %s', (_, { body }) => {
    const bodyType = 'error' in body ? 'callError' : 'call'
    const promised = expectedBodyOf(bodyType, body, ['*'])
    expect(JSON.stringify(promised)).not.toContain('null')
    const schema = bodyType === 'call' ? callSchema : callErrorSchema
    expect(schema.safeParse(promised).error).toBeUndefined()
    const examples = JSON.parse(JSON.stringify(matchersFor(bodyType, promised)), (_key, value) =>
      typeof value === 'object' && 'pact:matcher:type' in value ? value.value : value,
    )
    expect(examples).toEqual(promised)
  })
})

test.each(all)(
  'the interaction of %s has a state, an id and what is answered',
  (name, { request, status, headers }) => {
    const interaction = interactionOf(name, ['state'])
    expect(request.path).toContain(interaction.callId)
    expect(interaction.state.parameters.id).toBe(interaction.callId)
    expect(interaction.response).toMatchObject({ status, retryAfter: headers['Retry-After'] })
    expect(leafPathsOf(interaction.response.body)).toEqual([status === 200 ? 'state' : 'error.code'])
  },
)

import { type CallFixtureName, fixture, fixtures } from 'graph-call-testkit/fixtures'
import { callErrorSchema, callSchema } from 'graph-call-testkit/schema'
import { describe, expect, test } from 'vitest'
import { interactionOf } from '../../contracts/interaction/interaction.ts'
import { matchersFor } from '../../contracts/interaction/matchers.ts'
import { expectedBodyOf } from '../../contracts/reads/expected-body.ts'
import { leafPathsOf } from '../../contracts/reads/read-paths.ts'
import { enumTypes } from '../../src/model/index.ts'

const all = Object.values(fixtures).map((fixture) => [fixture.name, fixture] as const)
const expectedOf = (name: CallFixtureName, ...reads: string[]) => expectedBodyOf('call', fixture(name), reads)

describe('the expected body of an example', () => {
  test('has only what is read', () => {
    expect(expectedOf('peer-to-peer', 'state', 'source.identity.application.id')).toEqual({
      state: 'established',
      source: { identity: { application: { id: '2891555a-92ff-42e6-80fa-6e1300c6b5c6' } } },
    })
  })
  test('leaves out nulls, and properties that the example does not have', () => {
    expect(
      expectedOf('peer-to-peer', 'subject', 'chatInfo.threadId', 'unheardOf', 'source.identity.phone.id'),
    ).toEqual({
      chatInfo: undefined,
    })
  })
  test('leaves out an object in which nothing is read, unless a path ends there', () => {
    const reads = ['source.identity.phone.id', 'mediaConfig.removeFromDefaultAudioGroup']
    expect(expectedOf('peer-to-peer', ...reads)).toEqual({})
    expect(expectedOf('peer-to-peer', ...reads, 'source.identity')).toEqual({ source: { identity: {} } })
    expect(expectedOf('group', 'meetingInfo')).toEqual({ meetingInfo: {} })
    // An element is there, even if nothing is read in it.
    expect(expectedOf('peer-to-peer', 'targets[].identity.phone.id')).toEqual({ targets: [{}] })
  })
  test('has @odata.type if other properties depend on it', () => {
    const type = '#microsoft.graph.organizerMeetingInfo'
    expect(expectedOf('group', 'meetingInfo.allowConversationWithoutHost')).toEqual({
      meetingInfo: { '@odata.type': type, allowConversationWithoutHost: true },
    })
    expect(expectedOf('group', 'meetingInfo', 'chatInfo.messageId')).toEqual({
      meetingInfo: {},
      chatInfo: { messageId: '0' },
    })
  })
  test('has one element of a collection, with what all elements have in common', () => {
    const reads = ['targets[].identity.user.id', 'targets[].identity.user.displayName']
    const user = (user: object) => ({ identity: { user } })
    const targets = [user({ id: '1', displayName: 'Mira Holm' }), user({ id: '2', displayName: null })]
    expect(expectedBodyOf('call', { targets }, reads)).toEqual({ targets: [user({ id: '1' })] })
    expect(expectedBodyOf('call', { targets: [null] }, reads)).toEqual({})
    expect(expectedOf('group', ...reads)).toEqual({ targets: [] })
  })
  test('leaves out @odata.type if it differs between elements', () => {
    const reads = ['operations[].@odata.type', 'operations[].status']
    const [first, ...others] = fixture('operations-expanded').operations
    const expected = { '@odata.type': first['@odata.type'], status: first.status }
    const same = { operations: [first, { ...first, '@odata.type': 'microsoft.graph.commsOperation' }] }
    expect(expectedBodyOf('call', same, reads)).toEqual({ operations: [expected] })
    const different = { operations: [first, ...others] }
    expect(expectedBodyOf('call', different, reads)).toEqual({ operations: [{ status: first.status }] })
  })
  test('is complete if everything is read', () => {
    expect(expectedOf('group', 'chatInfo.*')).toEqual({
      chatInfo: {
        '@odata.type': '#microsoft.graph.chatInfo',
        threadId: '19:meeting_Win6Ydo4wsMijFjZS00ZGVjLTk5MGUtOTRjNWY2NmNkYTFm@thread.v2',
        messageId: '0',
      },
    })
  })
})

describe('the matchers', () => {
  const match = (body: unknown, ...exact: string[]) => matchersFor('call', body, exact)
  test('accept the members of an enum', () => {
    const members = enumTypes.callState.members.join('|')
    expect(match({ state: 'established' })).toEqual({
      state: { 'pact:matcher:type': 'regex', regex: `^(${members})$`, value: 'established' },
    })
  })
  test('accept any string, boolean, integer, and date with a time zone', () => {
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
  test('accept the members of the example, even if the model does not have them', () => {
    expect(match({ state: 'on.hold' })).toMatchObject({
      state: { regex: expect.stringMatching(/on\\\.hold\)\$$/) },
    })
    const flags = match({ participants: [{ restrictedExperience: { videoDisabled: 'blurred, muted' } }] })
    expect(JSON.stringify(flags)).toContain('|blurred|muted)(, ?(')
  })
  test('accept several members of an enum with flags', () => {
    const matcher = match({
      participants: [{ restrictedExperience: { videoDisabled: 'watermarkProtection' } }],
    })
    const [, source = ''] = /"regex":"([^"]+)"/.exec(JSON.stringify(matcher)) ?? []
    expect('watermarkProtection,unknownFutureValue').toMatch(new RegExp(source))
    expect('watermarkProtection,').not.toMatch(new RegExp(source))
  })
  test('accept one @odata.type, with or without #', () => {
    expect(match({ mediaConfig: { '@odata.type': '#microsoft.graph.appHostedMediaConfig' } })).toMatchObject({
      mediaConfig: { '@odata.type': { regex: '^#?microsoft\\.graph\\.appHostedMediaConfig$' } },
    })
    // A declared type that is not abstract.
    expect(match({ source: { '@odata.type': 'microsoft.graph.participantInfo' } })).toMatchObject({
      source: { '@odata.type': { regex: '^#?microsoft\\.graph\\.participantInfo$' } },
    })
    expect(match({ chatInfo: { '@odata.type': '#contoso.a+b' } })).toMatchObject({
      chatInfo: { '@odata.type': { regex: '^#?contoso\\.a\\+b$' } },
    })
  })
  test('compare an empty collection and the exact paths exactly', () => {
    const exactly = (value: unknown) => ({ 'pact:matcher:type': 'equality', value })
    const body = { state: 'hold', resultInfo: { code: 200, message: 'x' }, targets: [{ hidden: true }] }
    expect(match(body, 'state', 'resultInfo', 'targets[].hidden')).toMatchObject({
      state: exactly('hold'),
      resultInfo: { code: exactly(200), message: exactly('x') },
      targets: { value: [{ hidden: exactly(true) }] },
    })
    expect(match({ targets: [] })).toEqual({ targets: [] })
    expect(matchersFor('callError', { error: { code: '8522', message: 'x' } }, ['error.code'])).toMatchObject(
      {
        error: { code: { 'pact:matcher:type': 'equality' }, message: { 'pact:matcher:type': 'type' } },
      },
    )
  })
  test('accept any object if none of its properties is read', () => {
    expect(match({ chatInfo: {} })).toEqual({ chatInfo: { 'pact:matcher:type': 'type', value: {} } })
  })
  test.each(all)('have an example for every value of %s, and no null', (_, { body }) => {
    const bodyType = 'error' in body ? 'callError' : 'call'
    const expected = expectedBodyOf(bodyType, body, ['*'])
    expect(JSON.stringify(expected)).not.toContain('null')
    const schema = bodyType === 'call' ? callSchema : callErrorSchema
    expect(schema.safeParse(expected).error).toBeUndefined()
    const examples = JSON.parse(JSON.stringify(matchersFor(bodyType, expected, [])), (_key, value) =>
      typeof value === 'object' && 'pact:matcher:type' in value ? value.value : value,
    )
    expect(examples).toEqual(expected)
  })
})

test.each(all)(
  'the interaction of %s has a state, an id and a response',
  (name, { request, status, headers }) => {
    const interaction = interactionOf(name, ['state'])
    expect(request.path).toContain(interaction.callId)
    expect(interaction.state.parameters.id).toBe(interaction.callId)
    expect(interaction.response.status).toBe(status)
    expect(interaction.response.retryAfter).toBe(headers['Retry-After'])
    expect(leafPathsOf(interaction.response.body)).toEqual([status === 200 ? 'state' : 'error.code'])
  },
)

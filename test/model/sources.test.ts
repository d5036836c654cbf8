import { callErrorSchema, callSchema, strictCallSchema } from 'graph-call-testkit/schema'
import { describe, expect, test } from 'vitest'

/** The least that the strict reading takes. */
const least = {
  id: '2e1a0b00-2db4-4022-9570-243709c565ab',
  state: 'established',
  direction: 'outgoing',
  callbackUri: 'https://bot.contoso.com/callback',
  source: { identity: {} },
}
const config = (type: string, properties = {}) => ({ '@odata.type': type, ...properties })
const serviceHosted = '#microsoft.graph.serviceHostedMediaConfig'
const organizerMeeting = '#microsoft.graph.organizerMeetingInfo'
const someone = { '@odata.type': '#microsoft.graph.identity', id: '1' }

type Row = readonly [
  what: string,
  properties: object,
  traffic: 'read' | 'refused',
  strict: 'read' | 'refused',
]

/** Where documentation, metadata and reports disagree about a call: what each reading makes of it. docs/decisions/sources.md says why. */
const rows: readonly Row[] = [
  ['state "ringing", documented only', { state: 'ringing' }, 'refused', 'refused'],
  ['state "hold", never seen', { state: 'hold' }, 'read', 'read'],
  ['modality "unknown", documented only', { requestedModalities: ['unknown'] }, 'refused', 'refused'],
  ['active modality "unknown", reported', { activeModalities: ['unknown'] }, 'read', 'read'],
  ['answeredBy, in both examples', { answeredBy: { identity: { user: someone } } }, 'read', 'read'],
  ['answeredBy null, in both examples', { answeredBy: null, ringingTimeoutInSeconds: null }, 'read', 'read'],
  ['ringingTimeoutInSeconds', { ringingTimeoutInSeconds: 30 }, 'read', 'read'],
  ['activeModalities, in older examples', { activeModalities: ['audio'] }, 'read', 'read'],
  ['routingPolicies, in older examples', { routingPolicies: ['disableForwarding'] }, 'read', 'read'],
  ['terminationReason, in older examples', { terminationReason: 'AppHungUp' }, 'read', 'read'],
  ['meetingCapability, in older examples', { meetingCapability: { canPresent: true } }, 'read', 'read'],
  ['replacesContext, seen', { replacesContext: 'ctx' }, 'read', 'refused'],
  ['applicationMetadata, seen', { applicationMetadata: { a: 1 } }, 'read', 'refused'],
  ['mediaHostedRegion, seen', { mediaHostedRegion: 'emea' }, 'read', 'refused'],
  ['meetingProperties, seen', { meetingProperties: [] }, 'read', 'refused'],
  ['recordingConsentDetails, seen', { recordingConsentDetails: {} }, 'read', 'refused'],
  [
    'allowConversationWithoutHost, in the group example',
    {
      meetingInfo: config(organizerMeeting, {
        organizer: { user: someone },
        allowConversationWithoutHost: true,
      }),
    },
    'read',
    'read',
  ],
  ['participantInfo.id, on a closed type', { source: { identity: {}, id: '1' } }, 'read', 'read'],
  [
    'removeFromDefaultAudioGroup, on a closed type',
    { mediaConfig: config(serviceHosted, { removeFromDefaultAudioGroup: false, preFetchMedia: [] }) },
    'read',
    'read',
  ],
  ['result codes as numbers', { resultInfo: { code: 200, subcode: 5001 } }, 'read', 'read'],
  ['result codes as text', { resultInfo: { code: '200', subcode: '5001' } }, 'read', 'refused'],
  ['result codes as words', { resultInfo: { code: 'OK', subcode: 5001 } }, 'refused', 'refused'],
  ['subCode, seen', { resultInfo: { code: 200, subCode: 5001 } }, 'read', 'refused'],
  ['a missing subcode, seen', { resultInfo: { code: 200 } }, 'read', 'refused'],
  [
    'a target that calls itself a participantInfo',
    { targets: [{ '@odata.type': '#microsoft.graph.participantInfo', identity: { user: someone } }] },
    'read',
    'refused',
  ],
  ['sequenceId as a number', { toneInfo: { sequenceId: 1, tone: 'tone1' } }, 'read', 'read'],
  [
    'sequenceId as text, IEEE754Compatible',
    { toneInfo: { sequenceId: '1', tone: 'tone1' } },
    'read',
    'refused',
  ],
  ['a member in PascalCase, in the logs of one SDK', { state: 'Established' }, 'refused', 'refused'],
  ['a modality in PascalCase, likewise', { requestedModalities: ['Audio'] }, 'refused', 'refused'],
  ['a callChainId that is no GUID', { callChainId: 'd17646-3110-40b1-bae6-e9ac6c3f74' }, 'read', 'read'],
  ['an id of 32 hex digits', { id: '2e1a0b002db440229570243709c565ab' }, 'read', 'read'],
  [
    'a phone number as an id',
    { source: { identity: { phone: { ...someone, id: '+14255550123' } } } },
    'read',
    'read',
  ],
  [
    'the documented kinds of identity in a plain set',
    {
      source: {
        identity: {
          '@odata.type': '#microsoft.graph.identitySet',
          phone: someone,
          guest: someone,
          encrypted: someone,
          applicationInstance: someone,
          onPremises: someone,
        },
      },
    },
    'read',
    'read',
  ],
  [
    'the other kinds of identity in a plain set, seen',
    { source: { identity: { assertedIdentity: someone, azureCommunicationServicesUser: someone } } },
    'read',
    'refused',
  ],
  [
    'tenantId and identityProvider of an identity',
    { source: { identity: { user: { ...someone, tenantId: '2', identityProvider: 'AAD' } } } },
    'read',
    'read',
  ],
  ['an empty collection', { targets: [], callRoutes: [], requestedModalities: [] }, 'read', 'read'],
  ['a collection that is null', { targets: null }, 'read', 'refused'],
  ['an element that is null', { targets: [null] }, 'refused', 'refused'],
  [
    'nulls where the metadata allows them',
    { subject: null, chatInfo: null, meetingInfo: null, toneInfo: null, mediaConfig: null },
    'read',
    'read',
  ],
  ['absence of what a call must have', { callbackUri: undefined, source: undefined }, 'read', 'refused'],
  ['an @odata.type without its #', { '@odata.type': 'microsoft.graph.call' }, 'read', 'refused'],
  [
    'an abstract type without its #',
    { mediaConfig: config(serviceHosted.slice(1), { preFetchMedia: [] }) },
    'read',
    'refused',
  ],
  [
    'a transcription that calls itself a transcriptionInfo',
    { transcription: config('#microsoft.graph.transcriptionInfo', { state: 'inactive' }) },
    'read',
    'refused',
  ],
  ['an abstract type without @odata.type', { mediaConfig: { preFetchMedia: [] } }, 'read', 'refused'],
]

describe.each(rows)('%s', (_what, properties, traffic, strict) => {
  const body = { ...least, ...properties }

  test(`is ${traffic} in traffic`, () => {
    expect(callSchema.validate(body)).toBe(traffic === 'read')
  })
  test(`is ${strict} by the strict reading`, () => {
    expect(strictCallSchema.validate(body)).toBe(strict === 'read')
  })
})

test('the least that the strict reading takes is the least', () => {
  expect(strictCallSchema.validate(least)).toBe(true)
  for (const key of Object.keys(least)) {
    const { [key]: _, ...rest }: Record<string, unknown> = least
    expect(strictCallSchema.validate(rest), key).toBe(false)
    expect(strictCallSchema.validate({ ...least, [key]: null }), key).toBe(false)
  }
})

test.each([
  { error: { code: '8522', message: 'Call not found.' } },
  { error: { code: 'UnknownError', message: '' } },
  { error: { code: '8522' } },
  { error: { code: 'UnknownError', message: '{"errorCode":"8529"}', innerError: {} } },
  { error: { code: '7505', message: 'x', innerError: { date: '2021-05-13T08:12:19', 'request-id': '1' } } },
  {
    error: { code: '7505', message: 'x', innerError: null, details: [], target: null, unheardOf: 1 },
    more: 1,
  },
])('%j is the body of an error', (body) => {
  expect(callErrorSchema.parse(body)).toStrictEqual(body)
})

import { callErrorSchema, callSchema, strictCallSchema } from 'graph-call-testkit/schema'
import { describe, expect, test } from 'vitest'

/** Smallest call that the strict schema accepts. */
const smallest = {
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
  name: string,
  properties: object,
  tolerant: 'accepted' | 'rejected',
  strict: 'accepted' | 'rejected',
]

/** Cases in which documentation, metadata and reports disagree, with the verdict of each schema. docs/decisions/sources.md explains them. */
const rows: readonly Row[] = [
  ['state "ringing", documented only', { state: 'ringing' }, 'rejected', 'rejected'],
  ['state "hold", never observed', { state: 'hold' }, 'accepted', 'accepted'],
  ['modality "unknown", documented only', { requestedModalities: ['unknown'] }, 'rejected', 'rejected'],
  ['active modality "unknown", reported', { activeModalities: ['unknown'] }, 'accepted', 'accepted'],
  ['answeredBy, in both examples', { answeredBy: { identity: { user: someone } } }, 'accepted', 'accepted'],
  [
    'answeredBy null, in both examples',
    { answeredBy: null, ringingTimeoutInSeconds: null },
    'accepted',
    'accepted',
  ],
  ['ringingTimeoutInSeconds', { ringingTimeoutInSeconds: 30 }, 'accepted', 'accepted'],
  ['activeModalities, in older examples', { activeModalities: ['audio'] }, 'accepted', 'accepted'],
  ['routingPolicies, in older examples', { routingPolicies: ['disableForwarding'] }, 'accepted', 'accepted'],
  ['terminationReason, in older examples', { terminationReason: 'AppHungUp' }, 'accepted', 'accepted'],
  [
    'meetingCapability, in older examples',
    { meetingCapability: { allowAnonymousUsersToDialOut: true, autoAdmittedUsers: 'everyone' } },
    'accepted',
    'accepted',
  ],
  [
    'an empty meetingCapability, observed',
    { meetingCapability: { '@odata.type': '#microsoft.graph.meetingCapability' } },
    'accepted',
    'accepted',
  ],
  ['a meetingCapability that is not an object', { meetingCapability: 'all' }, 'rejected', 'rejected'],
  [
    'control information of notifications',
    { '@odata.id': '/communications/calls/1', '@odata.etag': 'W/"5445"' },
    'accepted',
    'rejected',
  ],
  ['replacesContext, observed', { replacesContext: 'ctx' }, 'accepted', 'rejected'],
  ['applicationMetadata, observed', { applicationMetadata: { a: 1 } }, 'accepted', 'rejected'],
  ['mediaHostedRegion, observed', { mediaHostedRegion: 'emea' }, 'accepted', 'rejected'],
  ['meetingProperties, observed', { meetingProperties: [] }, 'accepted', 'rejected'],
  ['recordingConsentDetails, observed', { recordingConsentDetails: {} }, 'accepted', 'rejected'],
  [
    'allowConversationWithoutHost, in the group example',
    {
      meetingInfo: config(organizerMeeting, {
        organizer: { user: someone },
        allowConversationWithoutHost: true,
      }),
    },
    'accepted',
    'accepted',
  ],
  ['participantInfo.id, on a closed type', { source: { identity: {}, id: '1' } }, 'accepted', 'accepted'],
  [
    'removeFromDefaultAudioGroup, on a closed type',
    { mediaConfig: config(serviceHosted, { removeFromDefaultAudioGroup: false, preFetchMedia: [] }) },
    'accepted',
    'accepted',
  ],
  ['result codes as numbers', { resultInfo: { code: 200, subcode: 5001 } }, 'accepted', 'accepted'],
  [
    'result codes as strings of digits',
    { resultInfo: { code: '200', subcode: '5001' } },
    'accepted',
    'rejected',
  ],
  ['result codes as words', { resultInfo: { code: 'OK', subcode: 5001 } }, 'rejected', 'rejected'],
  ['subCode, observed', { resultInfo: { code: 200, subCode: 5001 } }, 'accepted', 'rejected'],
  ['a missing subcode, observed', { resultInfo: { code: 200 } }, 'accepted', 'rejected'],
  [
    'a target with the @odata.type of participantInfo',
    { targets: [{ '@odata.type': '#microsoft.graph.participantInfo', identity: { user: someone } }] },
    'accepted',
    'rejected',
  ],
  ['sequenceId as a number', { toneInfo: { sequenceId: 1, tone: 'tone1' } }, 'accepted', 'accepted'],
  [
    'sequenceId as a string, IEEE754Compatible',
    { toneInfo: { sequenceId: '1', tone: 'tone1' } },
    'accepted',
    'rejected',
  ],
  ['a member in PascalCase, in the logs of one SDK', { state: 'Established' }, 'rejected', 'rejected'],
  [
    'a modality in PascalCase, in the logs of one SDK',
    { requestedModalities: ['Audio'] },
    'rejected',
    'rejected',
  ],
  [
    'a callChainId that is not a GUID',
    { callChainId: 'd17646-3110-40b1-bae6-e9ac6c3f74' },
    'accepted',
    'accepted',
  ],
  ['an id of 32 hex digits', { id: '2e1a0b002db440229570243709c565ab' }, 'accepted', 'accepted'],
  [
    'a phone number as an id',
    { source: { identity: { phone: { ...someone, id: '+14255550123' } } } },
    'accepted',
    'accepted',
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
    'accepted',
    'accepted',
  ],
  [
    'the other kinds of identity in a plain set, observed',
    { source: { identity: { assertedIdentity: someone, azureCommunicationServicesUser: someone } } },
    'accepted',
    'rejected',
  ],
  [
    'tenantId and identityProvider of an identity',
    { source: { identity: { user: { ...someone, tenantId: '2', identityProvider: 'AAD' } } } },
    'accepted',
    'accepted',
  ],
  ['an empty collection', { targets: [], callRoutes: [], requestedModalities: [] }, 'accepted', 'accepted'],
  [
    'endpointType, region and id of a target, observed',
    { targets: [{ identity: {}, endpointType: 'default', region: 'emea', id: '1' }] },
    'accepted',
    'rejected',
  ],
  [
    'a target with the @odata.type of participantInfo and a wrong type',
    { targets: [config('#microsoft.graph.participantInfo', { identity: {}, region: {} })] },
    'rejected',
    'rejected',
  ],
  [
    'a participant in place of a target, never observed',
    { targets: [config('#microsoft.graph.participant')] },
    'rejected',
    'rejected',
  ],
  ['coOrganizers, observed', { coOrganizers: [] }, 'accepted', 'rejected'],
  [
    'properties of a roster, observed',
    {
      participants: [
        {
          id: '1',
          isInLobby: false,
          isMuted: false,
          info: {
            identity: {},
            clientVersion: 'client/1',
            endpointId: '2',
            platformId: '27',
            replacementLink: 'https://calls.contoso.com/1',
          },
          isIdentityAnonymized: false,
          meetingRole: 'none',
          publishedStates: [],
          replacementLink: 'https://calls.contoso.com/1',
        },
      ],
    },
    'accepted',
    'rejected',
  ],
  ['a collection that is null', { targets: null }, 'accepted', 'rejected'],
  ['an element that is null', { targets: [null] }, 'rejected', 'rejected'],
  [
    'null in nullable properties',
    { subject: null, chatInfo: null, meetingInfo: null, toneInfo: null, mediaConfig: null },
    'accepted',
    'accepted',
  ],
  ['missing required properties', { callbackUri: undefined, source: undefined }, 'accepted', 'rejected'],
  ['an @odata.type without its #', { '@odata.type': 'microsoft.graph.call' }, 'accepted', 'rejected'],
  [
    'an abstract type without its #',
    { mediaConfig: config(serviceHosted.slice(1), { preFetchMedia: [] }) },
    'accepted',
    'rejected',
  ],
  [
    'a transcription with the @odata.type of transcriptionInfo',
    { transcription: config('#microsoft.graph.transcriptionInfo', { state: 'inactive' }) },
    'accepted',
    'rejected',
  ],
  ['an abstract type without @odata.type', { mediaConfig: { preFetchMedia: [] } }, 'accepted', 'rejected'],
]

describe.each(rows)('%s', (_name, properties, tolerant, strict) => {
  const body = { ...smallest, ...properties }

  test(`is ${tolerant} by the tolerant schema`, () => {
    expect(callSchema.validate(body)).toBe(tolerant === 'accepted')
  })
  test(`is ${strict} by the strict schema`, () => {
    expect(strictCallSchema.validate(body)).toBe(strict === 'accepted')
  })
})

test('the strict schema requires every property of the smallest call', () => {
  expect(strictCallSchema.validate(smallest)).toBe(true)
  for (const key of Object.keys(smallest)) {
    const { [key]: _, ...rest }: Record<string, unknown> = smallest
    expect(strictCallSchema.validate(rest), key).toBe(false)
    expect(strictCallSchema.validate({ ...smallest, [key]: null }), key).toBe(false)
  }
})

test.each([
  { error: { code: '8522', details: [{ code: 'x', message: 'y', target: 'z' }, {}] } },
  { error: { code: '8522', innererror: { date: '2021-05-13T08:12:19', 'request-id': '1', unheardOf: 1 } } },
  { error: { code: '8522', message: 'Call not found.' } },
  { error: { code: 'UnknownError', message: '' } },
  { error: { code: '8522' } },
  { error: { code: 'UnknownError', message: '{"errorCode":"8529"}', innerError: {} } },
  { error: { code: '7505', message: 'x', innerError: { date: '2021-05-13T08:12:19', 'request-id': '1' } } },
  {
    error: { code: '7505', message: 'x', innerError: null, details: [], target: null, unheardOf: 1 },
    more: 1,
  },
])('%j is an error body', (body) => {
  expect(callErrorSchema.parse(body)).toStrictEqual(body)
})

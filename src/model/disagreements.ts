import { actionDisagreements } from './action-disagreements.ts'

/** What a source says about a fact. */
export interface Claim {
  readonly says: string
  /** Page and section, metadata type and property, or report. */
  readonly origin: string
}

/** Fact about which documentation, metadata and reports say different things. */
export interface Disagreement {
  readonly topic: string
  /** Names of the model: types, `Type.property`, `enum.member`, actions and `action.parameter`. */
  readonly subjects: readonly string[]
  readonly documented?: Claim
  readonly metadata?: Claim
  readonly reported?: Claim
  /** Behavior of this package. */
  readonly choice: string
}

const open = { says: 'not declared, but the type is open', origin: '$metadata v1.0, call' } as const
const closed = (type: string): Claim => ({
  says: 'not declared, and the type is closed',
  origin: `$metadata v1.0, ${type}`,
})
const bothExamples = 'Get call, Examples 1 and 2'
const samples = 'graph-comms-samples, reported bodies'
const captured = 'graph-calling-bots, captured notifications'

const typeDisagreements: readonly Disagreement[] = [
  {
    topic: 'The state `ringing`',
    subjects: ['callState.ringing', 'call.state'],
    documented: { says: 'listed', origin: 'call resource, state' },
    metadata: { says: 'not a member', origin: '$metadata v1.0, callState' },
    reported: { says: 'never reported', origin: samples },
    choice: 'No schema accepts it.',
  },
  {
    topic: 'The state `hold`',
    subjects: ['callState.hold', 'call.state'],
    documented: { says: 'listed', origin: 'call resource, state' },
    metadata: { says: 'a member', origin: '$metadata v1.0, callState' },
    reported: { says: 'never reported', origin: samples },
    choice: 'Both schemas accept it. The virtual tenant never moves a call to it.',
  },
  {
    topic: 'The modality `unknown`',
    subjects: ['modality.unknown', 'call.requestedModalities'],
    documented: { says: 'listed', origin: 'call resource, requestedModalities' },
    metadata: { says: 'not a member', origin: '$metadata v1.0, modality' },
    reported: { says: 'never reported in `requestedModalities`', origin: samples },
    choice: 'No schema accepts it in `requestedModalities`.',
  },
  {
    topic: '`answeredBy` and `ringingTimeoutInSeconds` of a call',
    subjects: ['call.answeredBy', 'call.ringingTimeoutInSeconds'],
    documented: { says: 'null in both examples', origin: bothExamples },
    metadata: open,
    reported: { says: 'common', origin: samples },
    choice: 'Both schemas accept them.',
  },
  {
    topic: 'Older properties of a call',
    subjects: [
      'call.activeModalities',
      'call.routingPolicies',
      'call.terminationReason',
      'call.meetingCapability',
    ],
    documented: { says: 'in older examples', origin: 'Create call, older examples' },
    metadata: open,
    reported: { says: 'common', origin: captured },
    choice: 'Both schemas accept them. Modalities and policies are any text.',
  },
  {
    topic: '`unknown` in `activeModalities`',
    subjects: ['call.activeModalities'],
    documented: { says: 'in older examples', origin: 'Create call, older examples' },
    metadata: open,
    reported: { says: 'reported', origin: samples },
    choice: 'Both schemas accept it, because no source closes the list.',
  },
  {
    topic: 'Reported properties of a call',
    subjects: [
      'call.replacesContext',
      'call.applicationMetadata',
      'call.mediaHostedRegion',
      'call.meetingProperties',
      'call.recordingConsentDetails',
    ],
    documented: { says: 'some, without a type', origin: 'Create call, Examples' },
    metadata: open,
    reported: { says: 'reported', origin: 'graph-comms-samples issues 664 and 667' },
    choice: 'The tolerant schema accepts any value. The strict schema rejects them.',
  },
  {
    topic: '`allowConversationWithoutHost` of a meeting',
    subjects: ['organizerMeetingInfo.allowConversationWithoutHost'],
    documented: { says: 'in the group example', origin: 'Get call, Example 2' },
    metadata: { says: 'not declared, but the type is open', origin: '$metadata v1.0, organizerMeetingInfo' },
    reported: { says: 'common', origin: samples },
    choice: 'Both schemas accept it.',
  },
  {
    topic: '`id` of a participant',
    subjects: ['participantInfo.id'],
    documented: { says: 'in examples', origin: 'List participants, Examples' },
    metadata: closed('participantInfo'),
    reported: { says: 'reported', origin: 'graph-comms-samples issues 191 and 417' },
    choice: 'Both schemas accept it.',
  },
  {
    topic: '`removeFromDefaultAudioGroup` of a media configuration',
    subjects: ['mediaConfig.removeFromDefaultAudioGroup'],
    documented: { says: 'in examples', origin: 'Create call, Examples' },
    metadata: closed('mediaConfig'),
    reported: { says: 'reported', origin: samples },
    choice: 'Both schemas accept it.',
  },
  {
    topic: 'Properties of a roster',
    subjects: [
      'participant.publishedStates',
      'participant.meetingRole',
      'participant.replacementLink',
      'participant.isIdentityAnonymized',
      'participantInfo.clientVersion',
      'participantInfo.endpointId',
      'participantInfo.platformId',
      'participantInfo.replacementLink',
    ],
    metadata: closed('participant'),
    reported: { says: 'in every captured roster', origin: 'graph-calling-bots, captured rosters' },
    choice: 'The tolerant schema accepts them. The strict schema rejects them.',
  },
  {
    topic: 'Codes of a result',
    subjects: ['resultInfo.code', 'resultInfo.subcode'],
    documented: { says: 'text on one page: "200" and "5001"', origin: 'Delete call, Example' },
    metadata: { says: 'Int32, not nullable', origin: '$metadata v1.0, resultInfo.code' },
    reported: { says: 'numbers, and a missing `subcode`', origin: captured },
    choice: 'The tolerant schema accepts digits in a string. The strict schema requires numbers.',
  },
  {
    topic: '`subCode` in place of `subcode`',
    subjects: ['resultInfo.subCode', 'resultInfo.subcode'],
    documented: { says: 'in the examples of a failed transfer', origin: 'call: transfer, Examples' },
    metadata: { says: '`subcode`, and the type is closed', origin: '$metadata v1.0, resultInfo.subcode' },
    reported: { says: 'both spellings', origin: samples },
    choice: 'The tolerant schema accepts both. `normalizeCall` returns `subcode`.',
  },
  {
    topic: '`@odata.type` of a target',
    subjects: ['call.targets'],
    documented: { says: '`#microsoft.graph.invitationParticipantInfo`', origin: 'Get call, Example 1' },
    metadata: { says: 'invitationParticipantInfo', origin: '$metadata v1.0, call.targets' },
    reported: { says: 'also `#microsoft.graph.participantInfo`', origin: samples },
    choice: 'The tolerant schema accepts both.',
  },
  {
    topic: 'Type of `sequenceId`',
    subjects: ['toneInfo.sequenceId'],
    documented: { says: 'a number', origin: 'call: subscribeToTone, Examples' },
    metadata: {
      says: 'Int64, a string if a client requests IEEE754Compatible',
      origin: '$metadata v1.0, toneInfo.sequenceId',
    },
    reported: { says: 'a number', origin: captured },
    choice: 'The tolerant schema accepts both. The strict schema requires a number.',
  },
  {
    topic: 'Spelling of enum members',
    subjects: ['callState', 'modality'],
    documented: { says: 'camelCase', origin: 'call resource, state' },
    metadata: { says: 'camelCase', origin: '$metadata v1.0, callState' },
    reported: { says: 'PascalCase in the logs of one SDK', origin: 'graph-comms-samples issues 664 and 700' },
    choice: 'No schema accepts PascalCase. The error contains the right spelling.',
  },
  {
    topic: 'Format of IDs',
    subjects: ['call.id', 'call.callChainId', 'identity.id'],
    documented: { says: 'GUIDs', origin: bothExamples },
    metadata: { says: 'Edm.String', origin: '$metadata v1.0, call.callChainId' },
    reported: { says: '32 digits in URLs, other `callChainId`s, and phone numbers', origin: samples },
    choice: 'Both schemas accept any string.',
  },
  {
    topic: 'Kinds of identity in a plain identity set',
    subjects: [
      'identitySet.phone',
      'identitySet.guest',
      'identitySet.encrypted',
      'identitySet.applicationInstance',
      'identitySet.onPremises',
    ],
    documented: { says: 'properties of a plain identity set', origin: 'identitySet resource' },
    metadata: {
      says: 'only on communicationsIdentitySet',
      origin: '$metadata v1.0, communicationsIdentitySet',
    },
    reported: { says: 'in plain identity sets', origin: samples },
    choice: 'Both schemas accept them.',
  },
  {
    topic: '`tenantId` and `identityProvider` of an identity',
    subjects: ['identity.tenantId', 'identity.identityProvider'],
    documented: { says: 'in examples', origin: 'Create call, Examples' },
    metadata: { says: 'not declared, but the type is open', origin: '$metadata v1.0, identity' },
    reported: { says: 'in every captured roster', origin: 'graph-calling-bots, captured rosters' },
    choice: 'Both schemas accept them.',
  },
  {
    topic: 'Empty collections',
    subjects: ['call.targets', 'call.callRoutes', 'call.requestedModalities'],
    documented: { says: '`[]`', origin: 'Get call, Example 2' },
    reported: { says: '`[]` and absent', origin: samples },
    choice: 'Both schemas accept both.',
  },
  {
    topic: 'Null or absent',
    subjects: ['call'],
    documented: { says: 'many nulls', origin: bothExamples },
    metadata: { says: 'most properties are nullable', origin: '$metadata v1.0, call' },
    reported: { says: 'notifications omit properties', origin: captured },
    choice: 'The tolerant schema accepts both. The strict schema follows the metadata.',
  },
  {
    topic: 'Values of `@odata.type`',
    subjects: ['callTranscriptionInfo', 'call.transcription'],
    documented: { says: 'with a leading `#`; `callTranscriptionInfo`', origin: 'Get call, Example 2' },
    metadata: { says: 'callTranscriptionInfo', origin: '$metadata v1.0, callTranscriptionInfo' },
    reported: { says: 'without the `#`, `transcriptionInfo`, and bodies without any', origin: samples },
    choice: 'The tolerant schema accepts all. The strict schema requires the documented form.',
  },
]

/** Every fact about calls on which the sources disagree. Source: each claim has its own. */
export const disagreements: readonly Disagreement[] = [...typeDisagreements, ...actionDisagreements]

/** Difference of the tenant from a documented exchange, after the index of its step. */
export interface Difference {
  readonly found: string
  /** Topic of a disagreement of the model, or another reason. */
  readonly because: string
}

const wholeRoster = 'A roster contains everybody, also the bot, as the captured ones do.'
const captured = 'Participants have the properties of captured rosters.'
const muted = 'Roster after a participant is muted'
const identification = 'Identification of a call in notifications'
const situational = 'The page shows the call of another situation.'

function all(because: string, ...found: readonly string[]): readonly Difference[] {
  return found.map((each) => ({ found: each, because }))
}

const additional = (because: string, ...names: readonly string[]) =>
  all(because, ...names.map((name) => `0 body.${name}: additional`))

const targetNulls = ['endpointType', 'region', 'replacesCallId', 'languageId']

/** Every difference by the name of the exchange. */
export const differences: Readonly<Record<string, readonly Difference[]>> = {
  addlargegalleryview: all(wholeRoster, '2 resourceData: 1 -> 3 items'),
  changescreensharingrole: all(wholeRoster, '1 resourceData: 1 -> 2 items'),
  contentsharing: all(
    'The page of `answer` shows the same notification in another form.',
    '5 not sent: contentSharingSessions deleted',
  ),
  'create-group': [
    ...additional(
      'The example of a peer-to-peer call shows these nulls.',
      ...targetNulls.map((name) => `targets[0].${name}`),
      ...targetNulls.map((name) => `targets[1].${name}`),
    ),
    ...additional(
      '`removeFromDefaultAudioGroup` of a media configuration',
      'mediaConfig.removeFromDefaultAudioGroup',
    ),
    ...all('Numbers of streams are not ids.', '3 resourceData[0].mediaStreams[0].sourceId: "201" -> "701"'),
  ],
  'create-p2p': [...additional('The tenant returns what the bot has sent.', 'callOptions')],
  'get-call': [
    ...all(
      situational,
      '0 body.mediaState: null -> {"@odata.type":"#microsoft.graph.callMediaState","audio":"active"}',
      '0 body.meetingCapability: null -> {"@odata.type":"#microsoft.graph.meetingCapability"}',
    ),
    ...additional('The tenant returns what the bot has sent.', 'callOptions'),
    ...additional('Captured notifications have this property.', 'coOrganizers'),
  ],
  'get-participant': [
    ...additional(
      captured,
      'info.identity.user.tenantId',
      'info.identity.user.identityProvider',
      'info.endpointType',
      'info.endpointId',
      'info.languageId',
      'info.clientVersion',
      'info.participantId',
      'info.replacementLink',
    ),
    ...all(captured, '0 body.mediaStreams: 1 -> 4 items'),
    ...additional(captured, 'publishedStates', 'meetingRole', 'replacementLink', 'isIdentityAnonymized'),
  ],
  'incoming-answer': [
    ...all(
      'Reported incoming calls have these values.',
      '0 resourceData.source.region: "westeurope" -> "emea"',
      '0 resourceData.source.languageId: "en-US" -> "en-us"',
    ),
    ...all(
      'Reported incoming calls have an `applicationInstance`.',
      '0 resourceData.targets[0].identity.application: missing',
    ),
  ],
  'incoming-group-invite': all(
    'People of the tenant call bots peer-to-peer. The fixture `call-incoming-to-meeting` has this notification.',
    '0 resourceData.chatInfo: missing',
    '0 resourceData.meetingInfo: missing',
  ),
  'incoming-legacy': all(
    'Reported incoming calls have this value.',
    '0 participants[0].languageId: "en-US" -> "en-us"',
  ),
  'incoming-unanswered': all(
    identification,
    '2 resourceData.@odata.id: missing',
    '2 resourceData.@odata.etag: missing',
  ),
  'invite-replace': all(wholeRoster, '2 resourceData: 2 -> 3 items'),
  invite: all(wholeRoster, '2 resourceData: 2 -> 3 items'),
  'join-meeting-id': [
    ...all(
      'The tenant derives the chat from the id of the meeting.',
      '0 body.chatInfo.threadId: "19:meeting_Q29udG9zb0ludmVudGVkTWVldGluZ0lkMDAwMQ@thread.v2" -> "19:meeting_d79038969aed2997@thread.v2"',
    ),
  ],
  'join-meeting-organizer': [
    ...all('The tenant returns what the bot has sent.', '0 body.mediaConfig.preFetchMedia: 0 -> 1 items'),
    ...all(captured, '3 resourceData[0].mediaStreams: 3 -> 4 items'),
    ...all('People join unmuted.', '3 resourceData[0].isMuted: true -> false'),
    ...all(
      'Captured rosters show the id of the app as its name.',
      '3 resourceData[1].info.identity.application.displayName: "Contoso Call Bot" -> "28:a9910001-0000-4000-a000-000000000001"',
    ),
    ...all('Numbers of streams are not ids.', '3 resourceData[1].mediaStreams[0].sourceId: "10" -> "701"'),
  ],
  'list-participants': all(wholeRoster, '0 body.value: 2 -> 3 items'),
  mute: all(muted, '1 resourceData: 1 -> 2 items'),
  'participant-mute': all(muted, '1 resourceData: 1 -> 2 items'),
  'policy-recording': [
    ...all(
      'The tenant records the caller.',
      '0 resourceData.incomingContext.observedParticipantId: "da470003-0000-4000-a000-000000000003" -> "0da47000-0000-4000-8000-000000000003"',
    ),
    ...all(
      'Assumed in both: the bot has answered the call before others join.',
      '2 resourceData.call.state: "incoming" -> "established"',
      '3 resourceData.call.state: "incoming" -> "established"',
    ),
  ],
  'recordresponse-cancelled': all(identification, '1 resourceData.id: missing'),
  recordresponse: all(identification, '1 resourceData.id: missing'),
  reject: all(identification, '2 resourceData.@odata.id: missing'),
  'remote-hangup': all(
    'The call began with the organizer of the meeting instead of its token.',
    '1 resourceData.meetingInfo.@odata.type: "#microsoft.graph.tokenMeetingInfo" -> "#microsoft.graph.organizerMeetingInfo"',
    '1 resourceData.meetingInfo.token: missing',
  ),
  unmute: all(muted, '1 resourceData: 1 -> 2 items'),
}

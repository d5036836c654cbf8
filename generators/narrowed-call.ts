import type {
  AnyIdentity,
  AppHostedMediaConfig,
  Call,
  ChatInfo,
  InvitationParticipantInfo,
  JoinMeetingIdMeetingInfo,
  MeetingInfo,
  OrganizerMeetingInfo,
  ServiceHostedMediaConfig,
  TokenMeetingInfo,
} from '../src/schema/types.ts'
import type { IdentityKind } from './build/identity.ts'
import type { AnyCallOptions } from './call-options.ts'
import type { Each, Nulled } from './options.ts'
import type { Overridden } from './overrides.ts'

/** The calls that the options leave: `CallOf<{ state: 'established' }>` is `Call & { state: 'established' }`. */
export type CallOf<O extends AnyCallOptions> = Nulled<
  Call &
    When<O, 'state', { state: Each<O['state']> }> &
    When<O, 'direction', { direction: Each<O['direction']> }> &
    When<O, 'kind', ByKind[Each<O['kind']>]> &
    When<O, 'media', ByMedia[Each<O['media']>]> &
    When<O, 'meeting', ByMeeting[Each<O['meeting']>]> &
    When<O, 'identity', ByIdentity<Each<O['identity']>>> &
    When<O, 'with', Overridden<O['with']>>,
  O
>

/** What an option narrows, where it is given. */
type When<O, Name extends string, Narrowed> =
  O extends Readonly<Record<Name, NonNullable<unknown>>> ? Narrowed : unknown

interface ByKind {
  'peer-to-peer': {
    targets: [InvitationParticipantInfo, ...InvitationParticipantInfo[]]
    chatInfo?: null
    meetingInfo?: null
    transcription?: null
  }
  group: { targets?: []; chatInfo: ChatInfo; meetingInfo: MeetingInfo }
}

interface ByMedia {
  'service-hosted': { mediaConfig: ServiceHostedMediaConfig }
  'app-hosted': { mediaConfig: AppHostedMediaConfig }
  none: { mediaConfig?: null }
}

interface ByMeeting {
  organizer: { meetingInfo: OrganizerMeetingInfo }
  token: { meetingInfo: TokenMeetingInfo }
  'join-meeting-id': { meetingInfo: JoinMeetingIdMeetingInfo }
  none: { meetingInfo?: null }
}

type ByIdentity<Kind extends IdentityKind> =
  | { direction: 'incoming'; source: { identity: Having<Kind> } }
  | { direction: 'outgoing'; targets?: { identity: Having<Kind> }[] }

/** An identity set that has an identity of this kind, or of one of these. */
export type Having<Kind extends IdentityKind> = Kind extends IdentityKind ? Record<Kind, AnyIdentity> : never

import type { IdentityKind } from '../src/builder/identity.ts'
import type { Each, Nulled, When } from '../src/builder/options/options.ts'
import type {
  Call,
  ChatInfo,
  InvitationParticipantInfo,
  MeetingInfo,
  ResultInfo,
} from '../src/model/types.generated.ts'
import type { AnyCallOptions } from './call-options.ts'
import type { IdentityOf } from './identity.ts'
import type { MediaConfigs } from './media.ts'
import type { MeetingInfos } from './meeting.ts'
import type { Overridden } from './overrides.ts'

/**
 * Type of the calls for the options: `CallOf<{ state: 'established' }>` is `Call & { state: 'established' }`.
 *
 * @example
 * ```ts
 * import type { CallOf } from 'graph-call-testkit/generators'
 *
 * const regionOf = (call: CallOf<{ state: 'established' }>) => call.source.region
 * ```
 */
export type CallOf<O extends AnyCallOptions> = Nulled<Call, O> & Nulled<Narrowed<O>, O>

type Narrowed<O extends AnyCallOptions> = When<O, 'state', ByState<Each<O['state']>, keyof O['with']>> &
  When<O, 'direction', { direction: Each<O['direction']> }> &
  When<O, 'kind', ByKind[Each<O['kind']>]> &
  When<O, 'media', ByMedia<Each<O['media']>>> &
  When<O, 'meeting', ByMeeting<Each<O['meeting']>>> &
  When<O, 'identity', ByIdentity<Each<O['identity']>>> &
  When<O, 'with', Overridden<O['with']>>

/** Only incoming calls are incoming or redirecting, and every call that has ended has a result. */
type ByState<State, Replaced> =
  | InState<Extract<State, 'incoming' | 'redirecting'>, Replaced, { direction: 'incoming' }>
  | InState<Extract<State, 'terminated'>, Replaced, { resultInfo: ResultInfo }>
  | InState<Exclude<State, 'incoming' | 'redirecting' | 'terminated'>, Replaced>

type InState<State, Replaced, Known = unknown> = [State] extends [never]
  ? never
  : Omit<{ state: State } & Known, Replaced & PropertyKey>

interface ByKind {
  'peer-to-peer': {
    targets: [InvitationParticipantInfo, ...InvitationParticipantInfo[]]
    chatInfo?: null
    meetingInfo?: null
    transcription?: null
  }
  group: { targets?: []; chatInfo: ChatInfo; meetingInfo: MeetingInfo }
}

type ByMedia<Kind> = Kind extends keyof MediaConfigs
  ? { mediaConfig: MediaConfigs[Kind] }
  : { mediaConfig?: null }

type ByMeeting<Kind> = Kind extends keyof MeetingInfos
  ? { meetingInfo: MeetingInfos[Kind] }
  : { meetingInfo?: null }

type ByIdentity<Kind extends IdentityKind> =
  | { direction: 'incoming'; source: { identity: IdentityOf<{ identity: Kind }> } }
  | { direction: 'outgoing'; targets?: { identity: IdentityOf<{ identity: Kind }> }[] }

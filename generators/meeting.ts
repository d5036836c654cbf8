import type { Arbitrary } from 'fast-check'
import { type MeetingKind, meetingInfo, meetingKinds } from '../src/builder/meeting.ts'
import {
  type DocumentOptions,
  type Each,
  type Known,
  type Nulled,
  type OneOrMore,
  partOptions,
  type When,
} from '../src/builder/options/options.ts'
import type {
  JoinMeetingIdMeetingInfo,
  MeetingInfo,
  OrganizerMeetingInfo,
  TokenMeetingInfo,
} from '../src/model/types.generated.ts'
import { arbitraryOf } from './arbitrary.ts'

/** What the meeting infos may be. */
export interface MeetingOptions extends DocumentOptions {
  /** How the meeting is found: by its organiser, a token, or the id that people type in. */
  readonly meeting?: OneOrMore<MeetingKind> | undefined
}

/** The meeting infos of these kinds. */
export interface MeetingInfos {
  organizer: OrganizerMeetingInfo
  token: TokenMeetingInfo
  'join-meeting-id': JoinMeetingIdMeetingInfo
}

/**
 * Meeting infos, of which a group call has one.
 *
 * @throws GeneratorOptionError where an option is not known
 * @example
 * ```ts
 * fc.assert(fc.property(anyMeetingInfo({ meeting: 'token' }), ({ token }) => redact(token) !== token))
 * ```
 * Source: $metadata v1.0, organizerMeetingInfo, tokenMeetingInfo, joinMeetingIdMeetingInfo.
 */
export function anyMeetingInfo<const O extends MeetingOptions = Record<never, never>>(
  options?: O & Known<MeetingOptions, O>,
): Arbitrary<Nulled<When<O, 'meeting', MeetingInfos[Each<O['meeting']>], MeetingInfo>, O>>
export function anyMeetingInfo(options: MeetingOptions = {}): Arbitrary<MeetingInfo> {
  const { values, settings } = partOptions(options, 'meeting', meetingKinds)
  return arbitraryOf((choices) => meetingInfo(choices, values), settings)
}

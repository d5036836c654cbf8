import type { Arbitrary } from 'fast-check'
import { type MeetingKind, meetingInfo, meetingKinds } from '../src/builder/meeting.ts'
import {
  type DocumentOptions,
  type Known,
  type Nulled,
  type OneOrMore,
  partOptions,
  type ValuesOf,
} from '../src/builder/options/options.ts'
import type {
  JoinMeetingIdMeetingInfo,
  MeetingInfo,
  OrganizerMeetingInfo,
  TokenMeetingInfo,
} from '../src/model/types.generated.ts'
import { arbitraryOf } from './arbitrary.ts'
import { examplesOf } from './examples.ts'

/**
 * Options of {@link anyMeetingInfo}.
 *
 * @example
 * ```ts
 * import { anyMeetingInfo, type MeetingOptions } from 'graph-call-testkit/generators'
 *
 * const options: MeetingOptions = { meeting: ['organizer', 'token'] }
 * const meetings = anyMeetingInfo(options)
 * ```
 */
export interface MeetingOptions extends DocumentOptions {
  /** Kinds of meeting info: by organizer, by token, or by the id that people type in. Defaults to all of them. */
  readonly meeting?: OneOrMore<MeetingKind> | undefined
}

/**
 * Type of the meeting info of each kind.
 *
 * @example
 * ```ts
 * import type { MeetingInfos } from 'graph-call-testkit/generators'
 *
 * const tokenOf = (info: MeetingInfos['token']) => info.token
 * ```
 */
export interface MeetingInfos {
  /** Meeting info with the organizer. */
  organizer: OrganizerMeetingInfo
  /** Meeting info with a token. */
  token: TokenMeetingInfo
  /** Meeting info with the id that people type in. */
  'join-meeting-id': JoinMeetingIdMeetingInfo
}

/**
 * Generates meeting infos, as in the `meetingInfo` of a group call.
 *
 * @throws a {@link GeneratorOptionError} if an option is unknown or has an invalid value
 * @example
 * ```ts
 * import { anyMeetingInfo } from 'graph-call-testkit/generators'
 *
 * fc.assert(fc.property(anyMeetingInfo({ meeting: 'token' }), ({ token }) => typeof token === 'string'))
 * ```
 * Source: $metadata v1.0, organizerMeetingInfo, tokenMeetingInfo, joinMeetingIdMeetingInfo.
 */
export function anyMeetingInfo<const O extends MeetingOptions = Record<never, never>>(
  options?: O & Known<MeetingOptions, O>,
): Arbitrary<Nulled<MeetingInfos[ValuesOf<O, 'meeting', MeetingKind>], O>>
export function anyMeetingInfo(options: MeetingOptions = {}): Arbitrary<MeetingInfo> {
  const { values, settings } = partOptions(options, 'meeting', meetingKinds)
  return arbitraryOf((choices) => meetingInfo(choices, values), settings, examplesOf('meetingInfo', settings))
}

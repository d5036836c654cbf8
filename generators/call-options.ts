import { enumTypes } from '../src/schema/description/enums.ts'
import type { CallDirection, CallState } from '../src/schema/types.ts'
import type { CallKind, CallShape } from './build/call.ts'
import { type IdentityKind, identityKinds } from './build/identity.ts'
import { type MediaKind, mediaKinds } from './build/media.ts'
import { type MeetingKind, meetingKinds } from './build/meeting.ts'
import type { Nulls, Settings } from './choices/choices.ts'
import { GeneratorOptionError, show } from './option-error.ts'
import { checkNames, type OneOrMore, valuesOf } from './options.ts'

/** What holds for a whole generated document. */
export interface DocumentOptions {
  /** What stands where a value is missing: `null` (`'present'`), nothing (`'absent'`), or now the one and now the other (`'mixed'`, the default), as the service does. */
  readonly nulls?: Nulls | undefined
  /** Whether enums may also be `unknownFutureValue`, which Graph sends for a member that the client did not ask for. */
  readonly unknownFutureValue?: boolean | undefined
}

/** What the calls may be; each option takes one value or a list of them, and narrows the type too. */
export interface AnyCallOptions extends DocumentOptions {
  /** With targets, or with a meeting and its chat. */
  readonly kind?: OneOrMore<CallKind> | undefined
  /** The states; no option, no `unknownFutureValue`. */
  readonly state?: OneOrMore<CallState> | undefined
  /** Who started the call, seen from the bot. */
  readonly direction?: OneOrMore<CallDirection> | undefined
  /** Who handles the media, as the media config says; `'none'` where there is no media config. */
  readonly media?: OneOrMore<MediaKind | 'none'> | undefined
  /** How the meeting is found; `'none'` for a peer-to-peer call, which has no meeting. */
  readonly meeting?: OneOrMore<MeetingKind | 'none'> | undefined
  /** What those are who call the bot, or whom it calls. */
  readonly identity?: OneOrMore<IdentityKind> | undefined
}

const documentOptionNames = ['nulls', 'unknownFutureValue'] as const
const callOptionNames = [
  'kind',
  'state',
  'direction',
  'media',
  'meeting',
  'identity',
  ...documentOptionNames,
] as const

const kinds = ['peer-to-peer', 'group'] as const
const directions = ['outgoing', 'incoming'] as const
const states: readonly CallState[] = [
  'established',
  ...enumTypes.callState.members.filter((s) => s !== 'established'),
]

/** The states that only an incoming call has. */
const onlyIncoming: readonly CallState[] = ['incoming', 'redirecting']

/** The settings that the options ask for. Throws {@link GeneratorOptionError}. */
export function settingsOf({ nulls, unknownFutureValue }: DocumentOptions): Settings {
  valuesOf<Nulls>('nulls', nulls, ['mixed', 'present', 'absent'])
  valuesOf<boolean>('unknownFutureValue', unknownFutureValue, [false, true])
  return { nulls, unknownFutureValue }
}

/** The shape that the options ask for. Throws {@link GeneratorOptionError} where there is no such call. */
export function shapeOf(options: AnyCallOptions): CallShape {
  checkNames(options, callOptionNames)
  const askedKinds = valuesOf('kind', options.kind, kinds)
  const askedStates = valuesOf('state', options.state, states)
  const askedDirections = valuesOf('direction', options.direction, directions)
  const askedMedia = valuesOf('media', options.media, [...mediaKinds, 'none'])
  const askedMeetings = valuesOf('meeting', options.meeting, [...meetingKinds, 'none'])

  const meetings = meetingKinds.filter((meeting) => askedMeetings.includes(meeting))
  const meetingsOfKind = { 'peer-to-peer': ['none'], group: meetingKinds }
  const possibleKinds = askedKinds.filter((kind) =>
    meetingsOfKind[kind].some((meeting) => askedMeetings.some((asked) => asked === meeting)),
  )
  if (possibleKinds.length === 0) {
    throw impossible(
      'meeting',
      options.meeting,
      'kind',
      options.kind,
      askedKinds.flatMap((kind) => meetingsOfKind[kind]),
    )
  }

  const possibleStates = (
    options.state === undefined && !options.unknownFutureValue
      ? askedStates.filter((s) => s !== 'unknownFutureValue')
      : askedStates
  )
    .map((state) => ({
      state,
      directions: directionsOf(state).filter((each) => askedDirections.includes(each)),
    }))
    .filter(({ directions }) => directions.length > 0)
  if (possibleStates.length === 0) {
    throw impossible('direction', options.direction, 'state', options.state, ['incoming'])
  }

  return {
    kinds: possibleKinds,
    states: possibleStates,
    media: mediaKinds.filter((media) => askedMedia.includes(media)),
    medialess: askedMedia.includes('none'),
    meetings,
    identities: valuesOf('identity', options.identity, identityKinds),
  }
}

function directionsOf(state: CallState): readonly CallDirection[] {
  return onlyIncoming.includes(state) ? ['incoming'] : directions
}

function impossible(
  option: string,
  found: unknown,
  other: string,
  given: unknown,
  allowed: readonly unknown[],
) {
  return new GeneratorOptionError(
    `No call has ${option}: ${show(found)} together with ${other}: ${show(given)}.`,
    { option, found, allowed },
  )
}

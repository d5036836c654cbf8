import { statesOf } from '../../lifecycle/transitions.ts'
import { enumTypes } from '../../model/enums.ts'
import type { CallDirection, CallState } from '../../model/types.generated.ts'
import type { CallKind, CallShape } from '../call.ts'
import { type IdentityKind, identityKinds } from '../identity.ts'
import { type MediaKind, mediaKinds } from '../media.ts'
import { type MeetingKind, meetingKinds } from '../meeting.ts'
import { GeneratorOptionError, show } from './option-error.ts'
import { type DocumentOptions, type OneOrMore, valuesOf } from './options.ts'

/** What calls may be. An option takes one value or a list of them. */
export interface CallShapeOptions extends DocumentOptions {
  /** With targets, or with a meeting and its chat. */
  readonly kind?: OneOrMore<CallKind> | undefined
  /** Where the call is in its life. */
  readonly state?: OneOrMore<CallState> | undefined
  /** Who started the call, seen from the bot. */
  readonly direction?: OneOrMore<CallDirection> | undefined
  /** Who handles the media; `'none'` where there is no media config. */
  readonly media?: OneOrMore<MediaKind | 'none'> | undefined
  /** How the meeting is found; `'none'` for a peer-to-peer call. */
  readonly meeting?: OneOrMore<MeetingKind | 'none'> | undefined
  /** What those are who call the bot, or whom it calls. */
  readonly identity?: OneOrMore<IdentityKind> | undefined
}

/** What each option may be. The simplest comes first: the documented examples are outgoing and established. */
export const callOptionValues = {
  kind: ['peer-to-peer', 'group'],
  state: ['established', ...enumTypes.callState.members.filter((state) => state !== 'established')],
  direction: ['outgoing', 'incoming'],
  media: [...mediaKinds, 'none'],
  meeting: [...meetingKinds, 'none'],
  identity: identityKinds,
} as const

/** A call that the bot started is never in one of these states. */
const incomingStates = statesOf('incoming').filter((state) => !statesOf('outgoing').includes(state))

/** The shape that the options ask for. Throws {@link GeneratorOptionError} where there is no such call. */
export function narrowedShape(options: CallShapeOptions): CallShape {
  const media = valuesOf('media', options.media, callOptionValues.media)
  const meetings = valuesOf('meeting', options.meeting, callOptionValues.meeting)
  return {
    kinds: kindsOf(options, meetings),
    directions: directionsOf(options),
    media: mediaKinds.filter((kind) => media.includes(kind)),
    withoutMedia: media.includes('none'),
    meetings: meetingKinds.filter((kind) => meetings.includes(kind)),
    identities: valuesOf('identity', options.identity, callOptionValues.identity),
  }
}

/** A group call has a meeting, and a peer-to-peer call has none. */
function kindsOf({ kind, meeting }: CallShapeOptions, meetings: readonly (MeetingKind | 'none')[]) {
  const asked = valuesOf('kind', kind, callOptionValues.kind)
  const possible = asked.filter((kind) =>
    meetings.some((meeting) => (meeting === 'none') === (kind !== 'group')),
  )
  if (possible.length > 0) return possible
  const allowed = asked.includes('group') ? meetingKinds : ['none']
  throw conflictError({ meeting, kind }, allowed)
}

function directionsOf({ state, direction, unknownFutureValue }: CallShapeOptions) {
  const asked = valuesOf('state', state, callOptionValues.state).filter(
    (each) => each !== 'unknownFutureValue' || unknownFutureValue || state !== undefined,
  )
  const possible = valuesOf('direction', direction, callOptionValues.direction)
    .map((direction) => ({
      direction,
      states: asked.filter((state) => direction === 'incoming' || !incomingStates.includes(state)),
    }))
    .filter(({ states }) => states.length > 0)
  if (possible.length > 0) return possible
  throw conflictError({ direction, state }, ['incoming'])
}

/** What to throw where options exclude each other. */
export function conflictError(pair: Readonly<Record<string, unknown>>, allowed: readonly unknown[]) {
  const [[option, found] = ['', undefined], ...others] = Object.entries(pair).filter(
    ([, value]) => value !== undefined,
  )
  const rest = others.map(([name, value]) => `${name}: ${show(value)}`).join(', ')
  return new GeneratorOptionError(`No call has ${option}: ${show(found)} with ${rest}.`, {
    option,
    found,
    allowed,
  })
}

import { statesOf } from '../../lifecycle/transitions.ts'
import { enumTypes } from '../../model/enums.ts'
import type { CallDirection, CallState } from '../../model/types.generated.ts'
import type { CallKind, CallShape } from '../call.ts'
import { type Distribution, distributions } from '../choices/distribution.ts'
import { type IdentityKind, identityKinds } from '../identity.ts'
import { type MediaKind, mediaKinds } from '../media.ts'
import { type MeetingKind, meetingKinds } from '../meeting.ts'
import { GeneratorOptionError, show } from './option-error.ts'
import { type DocumentOptions, type OneOrMore, valuesOf } from './options.ts'

/** Constraints on generated calls. Each option accepts one value or a list of values. */
export interface CallShapeOptions extends DocumentOptions {
  /** Kind of the call: `'peer-to-peer'` has targets, `'group'` has a meeting and a chat. */
  readonly kind?: OneOrMore<CallKind> | undefined
  /** State of the call. */
  readonly state?: OneOrMore<CallState> | undefined
  /** Direction of the call, as seen by the bot. */
  readonly direction?: OneOrMore<CallDirection> | undefined
  /** Host of the media. `'none'` means that the call has no media config. */
  readonly media?: OneOrMore<MediaKind | 'none'> | undefined
  /** Kind of meeting info. `'none'` means a peer-to-peer call. */
  readonly meeting?: OneOrMore<MeetingKind | 'none'> | undefined
  /** Kind of identity of the people who call the bot or are called by it. */
  readonly identity?: OneOrMore<IdentityKind> | undefined
  /**
   * Share of the calls that bots often meet, such as established calls to users: `'uniform'`, `'mixed'`, or `'likely'`. Defaults to `'mixed'`.
   */
  readonly distribution?: Distribution | undefined
}

/** Values of each option, the simplest first: the documented examples are outgoing and established. */
export const callOptionValues = {
  kind: ['peer-to-peer', 'group'],
  state: ['established', ...enumTypes.callState.members.filter((state) => state !== 'established')],
  direction: ['outgoing', 'incoming'],
  media: [...mediaKinds, 'none'],
  meeting: [...meetingKinds, 'none'],
  identity: identityKinds,
} as const

/** States that an outgoing call never has. */
export const incomingStates = statesOf('incoming').filter((state) => !statesOf('outgoing').includes(state))

/**
 * Returns the shape for the options.
 *
 * @throws a {@link GeneratorOptionError} if a value is invalid, or if options conflict
 */
export function narrowedShape(options: CallShapeOptions): CallShape {
  const media = valuesOf('media', options.media, callOptionValues.media)
  const meetings = valuesOf('meeting', options.meeting, callOptionValues.meeting)
  valuesOf<Distribution>('distribution', options.distribution, distributions)
  return {
    kinds: kindsOf(options, meetings),
    directions: directionsOf(options),
    media: mediaKinds.filter((kind) => media.includes(kind)),
    withoutMedia: media.includes('none'),
    meetings: meetingKinds.filter((kind) => meetings.includes(kind)),
    identities: valuesOf('identity', options.identity, callOptionValues.identity),
    distribution: options.distribution,
  }
}

/** Matches kinds with meetings: every group call has a meeting, and no peer-to-peer call has one. */
function kindsOf({ kind, meeting }: CallShapeOptions, meetings: readonly (MeetingKind | 'none')[]) {
  const requested = valuesOf('kind', kind, callOptionValues.kind)
  const possible = requested.filter((kind) =>
    meetings.some((meeting) => (meeting === 'none') === (kind !== 'group')),
  )
  if (possible.length > 0) return possible
  const allowed = requested.includes('group') ? meetingKinds : ['none']
  throw conflictError({ meeting, kind }, allowed)
}

function directionsOf({ state, direction, unknownFutureValue }: CallShapeOptions) {
  const isOfIncoming = (state: CallState) => incomingStates.includes(state)
  const requested = valuesOf('state', state, callOptionValues.state)
    .filter((each) => each !== 'unknownFutureValue' || unknownFutureValue !== false || state !== undefined)
    // A call keeps its state when its direction shrinks, because the other states have the same index in both directions.
    .toSorted((a, b) => Number(isOfIncoming(a)) - Number(isOfIncoming(b)))
  const possible = valuesOf('direction', direction, callOptionValues.direction)
    .map((direction) => ({
      direction,
      states: requested.filter((state) => direction === 'incoming' || !isOfIncoming(state)),
    }))
    .filter(({ states }) => states.length > 0)
  if (possible.length > 0) return possible
  throw conflictError({ direction, state }, ['incoming'])
}

/** Returns the error for options that conflict. */
export function conflictError(pair: Readonly<Record<string, unknown>>, allowed: readonly unknown[]) {
  const [[option, found] = ['', undefined], ...others] = Object.entries(pair).filter(
    ([, value]) => value !== undefined,
  )
  const rest = others.map(([name, value]) => `${name}: ${show(value)}`).join(', ')
  return new GeneratorOptionError(`Invalid ${option}: ${show(found)} with ${rest}.`, {
    option,
    found,
    allowed,
  })
}

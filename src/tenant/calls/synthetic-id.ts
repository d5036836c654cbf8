import type { CallKind } from '../../builder/call.ts'
import type { IdentityKind } from '../../builder/identity.ts'
import type { MediaKind } from '../../builder/media.ts'
import type { MeetingKind } from '../../builder/meeting.ts'
import { callOptionValues, narrowedShape } from '../../builder/options/call-shape.ts'
import { GeneratorOptionError, show } from '../../builder/options/option-error.ts'
import { checkNames } from '../../builder/options/options.ts'
import type { CallDirection, CallState } from '../../model/types.generated.ts'

/** Other answers than a call. */
export const syntheticResponses = ['ended', 'forbidden', 'throttled'] as const

/** What a synthetic tenant answers in place of a call: 404 with the code `8522`, 403 with `7504`, or 429. */
export type SyntheticResponse = (typeof syntheticResponses)[number]

/** What a call should be like that a synthetic tenant answers: the words of `anyCall`. What is not said is anything. */
export interface SyntheticIdOptions {
  /** What is answered in place of a call; a call unless said. */
  readonly response?: SyntheticResponse | undefined
  /** Where the call is in its life. */
  readonly state?: CallState | undefined
  /** Who started the call, seen from the bot. */
  readonly direction?: CallDirection | undefined
  /** With targets, or with a meeting and its chat. */
  readonly kind?: CallKind | undefined
  /** Who handles the media; `'none'` where there is no media config. */
  readonly media?: MediaKind | 'none' | undefined
  /** How the meeting is found; `'none'` for a peer-to-peer call. */
  readonly meeting?: MeetingKind | 'none' | undefined
  /** What those are who call the bot, or whom it calls. */
  readonly identity?: IdentityKind | undefined
  /** Which of these calls, from 0 to 2^48 - 1; 0 unless said. */
  readonly number?: number | undefined
}

/** In the order of their digits: in each, 0 is anything, and 1 the first of the list. */
const places = ['response', 'state', 'direction', 'kind', 'media', 'meeting', 'identity'] as const
const lists: Readonly<Record<(typeof places)[number], readonly string[]>> = {
  response: syntheticResponses,
  ...callOptionValues,
}

/** What an id of the layout is: the digits that say so, and those that count. */
const layout = /^ca11([\da-f]{4})-([\da-f]{3})0-4000-8000-[\da-f]{12}$/

/**
 * An id for which a synthetic tenant answers a call of this kind, whatever its seed and its other options. What is wanted
 * stands in the id, digit by digit, so that any language can write one: docs/tenant.md has the table.
 *
 * @returns a GUID, e.g. `ca110120-0000-4000-8000-000000000007`
 * @throws GeneratorOptionError where an option is not known, or where there is no such call; TypeError where `number` is none
 * @example
 * ```ts
 * const tenant = createTenant({ synthetic: true })
 * const id = syntheticId({ state: 'incoming', number: 7 })
 * syntheticId({ answer: 'ended' }) // 404 with the code 8522
 * ```
 * Sources: the layout is this package's own; the form is that of GUIDs of version 4 (RFC 9562, 5.4).
 */
export function syntheticId(options: SyntheticIdOptions = {}): string {
  checkNames(options, [...places, 'number'])
  const { number = 0 } = options
  if (!Number.isInteger(number) || number < 0 || number >= 2 ** 48) {
    throw new TypeError(`number must be a whole number from 0 to 2^48 - 1, found ${String(number)}.`)
  }
  const digits = digitsOf(options)
  narrowedShape(options)
  return `ca11${digits.slice(0, 4)}-${digits.slice(4)}0-4000-8000-${number.toString(16).padStart(12, '0')}`
}

/** The digits of an id that say what it is; none where it is an id like any other. */
export function syntheticDigits(id: string): string | undefined {
  const [, first = '', second = ''] = layout.exec(id) ?? []
  return first ? first + second : undefined
}

/** What the digits of an id ask for; nothing where one of them says nothing. */
export function wantedByDigits(digits: string): SyntheticIdOptions | undefined {
  const index = (place: (typeof places)[number]) =>
    Number.parseInt(digits.charAt(places.indexOf(place)), 16) - 1
  const wanted: SyntheticIdOptions = {
    response: syntheticResponses[index('response')],
    state: callOptionValues.state[index('state')],
    direction: callOptionValues.direction[index('direction')],
    kind: callOptionValues.kind[index('kind')],
    media: callOptionValues.media[index('media')],
    meeting: callOptionValues.meeting[index('meeting')],
    identity: callOptionValues.identity[index('identity')],
  }
  return digitsOf(wanted) === digits ? wanted : undefined
}

/** @throws GeneratorOptionError where an option is none of its list */
function digitsOf(wanted: SyntheticIdOptions): string {
  return places
    .map((place) => {
      const found = wanted[place]
      if (found === undefined) return '0'
      const index = lists[place].indexOf(found)
      if (index >= 0) return (index + 1).toString(16)
      const details = { option: place, found, allowed: lists[place] }
      throw new GeneratorOptionError(`Invalid ${place}: ${show(found)}.`, details)
    })
    .join('')
}

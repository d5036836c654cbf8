import type { CallKind } from '../../builder/call.ts'
import type { IdentityKind } from '../../builder/identity.ts'
import type { MediaKind } from '../../builder/media.ts'
import type { MeetingKind } from '../../builder/meeting.ts'
import { callOptionValues, narrowedShape } from '../../builder/options/call-shape.ts'
import { GeneratorOptionError, show } from '../../builder/options/option-error.ts'
import { checkNames } from '../../builder/options/options.ts'
import type { OptionKinds } from '../../model/known-options.ts'
import type { CallDirection, CallState } from '../../model/types.generated.ts'
import { invalidValue } from '../../read/invalid-value.ts'

/** Error responses that an id can encode. */
export const syntheticResponses = ['ended', 'forbidden', 'throttled'] as const

/**
 * Error response of a synthetic tenant: 404 with the code `8522`, 403 with `7504`, or 429.
 *
 * @example
 * ```ts
 * const responses: readonly SyntheticResponse[] = ['ended', 'forbidden', 'throttled']
 * const failingIds = responses.map((response) => syntheticId({ response }))
 * ```
 */
export type SyntheticResponse = (typeof syntheticResponses)[number]

/**
 * Properties of the call that a synthetic tenant returns for an id, with the option names of `anyCall`.
 *
 * @example
 * ```ts
 * const meetingIds = [1, 2, 3].map((number) => syntheticId({ kind: 'group', state: 'established', number }))
 * ```
 */
export interface SyntheticIdOptions {
  /** Error response instead of a call. Defaults to a call. */
  readonly response?: SyntheticResponse | undefined
  /** State of the call. Defaults to any. */
  readonly state?: CallState | undefined
  /** Direction of the call as seen by the bot. Defaults to any. */
  readonly direction?: CallDirection | undefined
  /** A peer-to-peer call has targets, a group call has a meeting and its chat. Defaults to any. */
  readonly kind?: CallKind | undefined
  /** Kind of media, or `'none'` for a call without a media config. Defaults to any. */
  readonly media?: MediaKind | 'none' | undefined
  /** Kind of meeting info, or `'none'` for a peer-to-peer call. Defaults to any. */
  readonly meeting?: MeetingKind | 'none' | undefined
  /** Kind of identity of the other participants: the caller of the bot, or the callees. Defaults to any. */
  readonly identity?: IdentityKind | undefined
  /** Number of the id, from 0 to 2^48 - 1. Each number identifies a different call. Defaults to 0. */
  readonly number?: number | undefined
}

/** Options in the order of their digits. Digit 0 means any value, 1 the first value of the list. */
const digitOptions = ['response', 'state', 'direction', 'kind', 'media', 'meeting', 'identity'] as const
type DigitOption = (typeof digitOptions)[number]

const optionKinds: OptionKinds<SyntheticIdOptions> = {
  ...{ response: 'checked', state: 'checked', direction: 'checked', kind: 'checked' },
  ...{ media: 'checked', meeting: 'checked', identity: 'checked', number: 'checked' },
}

const values: Readonly<Record<DigitOption, readonly string[]>> = {
  response: syntheticResponses,
  ...callOptionValues,
}

/** Layout of an id: seven digits for the options, and the number. */
const layout = /^ca11([\da-f]{4})-([\da-f]{3})0-4000-8000-[\da-f]{12}$/

/**
 * Returns an id for which every synthetic tenant returns a call with these properties, or this error response. Each digit of
 * the id encodes an option, so you can create ids in any language: see the table in docs/tenant.md.
 *
 * @returns a GUID, for example `ca110120-0000-4000-8000-000000000007`
 * @throws a {@link GeneratorOptionError} if an option is unknown, or no call has this combination
 * @throws TypeError if `number` is not an integer from 0 to 2^48 - 1
 * @example
 * ```ts
 * syntheticId({ state: 'incoming', number: 7 }) // 'ca110200-0000-4000-8000-000000000007'
 * syntheticId({ response: 'ended' }) // 404 with the code 8522
 * ```
 * Sources: the layout is defined by this package; the form is a GUID of version 4 (RFC 9562, 5.4).
 */
export function syntheticId(options: SyntheticIdOptions = {}): string {
  checkNames(options, optionKinds)
  const { number = 0 } = options
  if (!Number.isInteger(number) || number < 0 || number >= 2 ** 48) {
    throw invalidValue('number', number, 'an integer from 0 to 2^48 - 1')
  }
  const digits = digitsOf(options)
  narrowedShape(options)
  return `ca11${digits.slice(0, 4)}-${digits.slice(4)}0-4000-8000-${number.toString(16).padStart(12, '0')}`
}

/** Returns the option digits of an id, or undefined if it does not have the layout. */
export function syntheticDigits(id: string): string | undefined {
  const [, first = '', second = ''] = layout.exec(id) ?? []
  return first ? first + second : undefined
}

/** Returns the options that the digits represent, or undefined if one of the digits has no meaning. */
export function optionsIn(digits: string): SyntheticIdOptions | undefined {
  const index = (option: DigitOption) => Number.parseInt(digits.charAt(digitOptions.indexOf(option)), 16) - 1
  const options: SyntheticIdOptions = {
    response: syntheticResponses[index('response')],
    state: callOptionValues.state[index('state')],
    direction: callOptionValues.direction[index('direction')],
    kind: callOptionValues.kind[index('kind')],
    media: callOptionValues.media[index('media')],
    meeting: callOptionValues.meeting[index('meeting')],
    identity: callOptionValues.identity[index('identity')],
  }
  return digitsOf(options) === digits ? options : undefined
}

/** @throws GeneratorOptionError if a value is not in the list of its option */
function digitsOf(options: SyntheticIdOptions): string {
  return digitOptions
    .map((option) => {
      const found = options[option]
      if (found === undefined) return '0'
      const index = values[option].indexOf(found)
      if (index >= 0) return (index + 1).toString(16)
      const details = { option, found, allowed: values[option] }
      throw new GeneratorOptionError(`Invalid ${option}: ${show(found)}.`, details)
    })
    .join('')
}

import { nearestNames } from '../../model/nearest-names.ts'
import { invalidValue } from '../../read/invalid-value.ts'
import type { SavedValue } from '../saved-value.ts'
import { checkedDelay, type Delay, readDelay, type StoredDelay } from './delay.ts'
import { checkedKeys } from './keys.ts'

/** Events in a call that a step can wait for. */
export const stepEvents = [
  'established',
  'promptStarts',
  'promptEnds',
  'recordingStarts',
  'recordingEnds',
] as const

/**
 * Event in a call that a step of a script waits for.
 *
 * @example
 * ```ts
 * const event: StepEvent = 'promptEnds'
 * tenant.person('Mira Holm', { script: [{ does: 'presses', keys: '1', when: event }] })
 * ```
 */
export type StepEvent = (typeof stepEvents)[number]

/**
 * Step of a script. The steps of a person happen one after the other. `presses` also waits until the bot listens for tones,
 * `speaks` until it records, and every step until the call allows it. Then the delay `after` starts, by the tenant's clock.
 *
 * @example
 * ```ts
 * const script: PersonStep[] = [
 *   { does: 'answers', after: { seconds: 3 } },
 *   { does: 'presses', keys: '1', when: 'promptEnds' },
 *   { does: 'hangsUp', after: { from: { seconds: 1 }, to: { seconds: 9 } } },
 * ]
 * tenant.person('Mira Holm', { script })
 * ```
 */
export type PersonStep = StepTime &
  (
    | { readonly does: 'calls'; readonly bot?: string | undefined }
    | { readonly does: 'presses'; readonly keys: string }
    | { readonly does: 'speaks'; readonly seconds: number }
    | { readonly does: 'transfers'; readonly to: string }
    | { readonly does: (typeof plainActs)[number] }
  )

/**
 * Time of a step in a script.
 *
 * @example
 * ```ts
 * const time: StepTime = { when: 'promptEnds', after: 500 }
 * const step: PersonStep = { does: 'hangsUp', ...time }
 * ```
 */
export interface StepTime {
  /** Delay before the step, in milliseconds, as an object, or as a range. Defaults to 0. */
  readonly after?: Delay | undefined
  /** Event that the step waits for. It must happen after the step before. */
  readonly when?: StepEvent | undefined
}

/**
 * Step of a scenario: a step of a script with the name of the person.
 *
 * @example
 * ```ts
 * const scenario: ScenarioStep[] = [
 *   { person: 'Mira Holm', does: 'calls' },
 *   { person: 'Mira Holm', does: 'presses', keys: '1' },
 *   { person: 'Mira Holm', does: 'hangsUp', after: { seconds: 5 } },
 * ]
 * const tenant = createTenant({ scenario, clock: 'fast' })
 * tenant.registerBot({ appId: '9ecf3baa-41cb-4e7d-9a25-2f4a5e1b1a11', callbackUri: 'http://127.0.0.1:3978/api/calls' })
 * ```
 */
export type ScenarioStep = PersonStep & { readonly person: string }

/** Acts without parameters. */
export const plainActs = [
  'answers',
  'declines',
  'hangsUp',
  'mutes',
  'unmutes',
  'sharesScreen',
  'stopsSharing',
] as const

/** Name of the parameter of each act that has one, its check, and what it expects. */
const parameters = {
  calls: ['bot', (value: unknown) => value === undefined || isText(value), 'the appId of a bot'],
  presses: ['keys', isText, 'keys of a phone, such as "1#"'],
  speaks: [
    'seconds',
    (value: unknown) => typeof value === 'number' && value >= 0 && value < Infinity,
    'a number of at least 0',
  ],
  transfers: ['to', isText, 'the name of a person'],
} as const

const acts: readonly string[] = [...plainActs, ...Object.keys(parameters)]

/** Step as plain data. `value` is the parameter of the act. */
export interface StoredStep {
  readonly does: string
  readonly value?: string | number | undefined
  readonly after: StoredDelay
  readonly when?: StepEvent | undefined
}

/** @throws TypeError if a step is not valid */
export function checkedScript(script: readonly PersonStep[]): readonly StoredStep[] {
  if (!Array.isArray(script)) throw invalidValue('script', script, 'an array of steps')
  return script.map((step: PersonStep, index) => checkedStep(step, `script[${index}]`))
}

/** @throws TypeError if a step is not valid */
export function checkedStep(step: PersonStep, path: string): StoredStep {
  const { does, when, after = 0 } = Object(step)
  if (!acts.includes(does)) {
    const [nearest] = typeof does === 'string' ? nearestNames(does, acts) : []
    const hint = nearest ? `. Nearest: ${nearest}` : ''
    throw invalidValue(`${path}.does`, does, `one of ${acts.join(', ')}${hint}`)
  }
  if (when !== undefined && !stepEvents.includes(when)) {
    throw invalidValue(`${path}.when`, when, `one of ${stepEvents.join(', ')}`)
  }
  const [name, isValid, expected] = parameterOf(does)
  const value = name ? Reflect.get(step, name) : undefined
  if (!isValid(value)) throw invalidValue(`${path}.${name}`, value, expected)
  if (does === 'presses') checkedKeys(value)
  const unknown = Object.keys(step).find((key) => !['does', 'when', 'after', 'person', name].includes(key))
  if (unknown !== undefined)
    throw invalidValue(`${path}.${unknown}`, Reflect.get(step, unknown), 'no such property')
  return {
    does,
    ...(value !== undefined && { value }),
    after: checkedDelay(`${path}.after`, after),
    ...(when !== undefined && { when }),
  }
}

function parameterOf(
  does: string,
): readonly [string | undefined, isValid: (value: unknown) => boolean, expected: string] {
  const found = Object.entries(parameters).find(([name]) => name === does)
  return found ? found[1] : [undefined, () => true, '']
}

function isText(value: unknown): boolean {
  return typeof value === 'string' && value !== ''
}

/** Reads a step in a snapshot. */
export function readStep(saved: SavedValue): StoredStep {
  saved.object('does', 'value', 'after', 'when')
  const does = saved.at('does').oneOf(acts)
  const [, isValid] = parameterOf(does)
  const { value } = saved.at('value')
  const isSimple = value === undefined || typeof value === 'string' || typeof value === 'number'
  if (!isSimple || !isValid(value)) return saved.at('value').fail('the parameter of the step')
  if (does !== 'calls' && value === undefined && parameterOf(does)[0]) return saved.fail('a step')
  const when = saved.optional('when', (each) => each.oneOf(stepEvents))
  return {
    does,
    ...(value !== undefined && { value }),
    after: readDelay(saved.at('after')),
    ...(when !== undefined && { when }),
  }
}

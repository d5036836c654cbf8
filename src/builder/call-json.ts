import { propertiesOf } from '../model/index.ts'
import { pathText } from '../model/path.ts'
import { typedObjects } from '../model/typed-objects.ts'
import type { Call } from '../model/types.generated.ts'
import type { Build, Choices } from './choices/choices.ts'

/** Features of a JSON text that `JSON.stringify` does not write, or that readers of JSON disagree about. */
export const jsonFeatures = [
  'large-integer',
  'duplicate-key',
  'escaped-surrogates',
  'lone-surrogate',
] as const

/**
 * Feature of a JSON text that code often mishandles:
 *
 * - `large-integer`: an integer that a JavaScript number cannot represent
 * - `duplicate-key`: a key that occurs twice in an object. `JSON.parse` uses the last value
 * - `escaped-surrogates`: characters outside ASCII are escaped, emoji as two escapes
 * - `lone-surrogate`: half of an emoji, which UTF-8 cannot represent
 *
 * @example
 * ```ts
 * import { anyCallJson, type JsonFeature } from 'graph-call-testkit/generators'
 *
 * const feature: JsonFeature = 'duplicate-key'
 * const texts = anyCallJson({ feature })
 * ```
 * Source: The JavaScript Object Notation (JSON) Data Interchange Format (RFC 8259), 4, 6 and 8.2.
 */
export type JsonFeature = (typeof jsonFeatures)[number]

/**
 * A call as JSON text, with one feature that code often mishandles.
 *
 * @example
 * ```ts
 * import type { CallJson } from 'graph-call-testkit/generators'
 *
 * const responseWith = ({ text }: CallJson) => new Response(text, { headers: { 'Content-Type': 'application/json' } })
 * ```
 */
export interface CallJson<Feature extends JsonFeature = JsonFeature> {
  /** JSON text. `JSON.parse` returns a call that `readCall` accepts. */
  readonly text: string
  /** Feature of the text. */
  readonly feature: Feature
  /** Path of the value with the feature, for example `toneInfo.sequenceId`. */
  readonly path: string
}

/** Returns a builder of calls as JSON text. Shrinking keeps the feature. */
export function callJsonOf(call: Build<Call>, features: readonly JsonFeature[]): Build<CallJson> {
  return (choices) => {
    const feature = choices.pickKept(features)
    return { ...writers[feature](choices, choices.one(call)), feature }
  }
}

type Writer = (choices: Choices, call: Call) => Omit<CallJson, 'feature'>

const writers: Readonly<Record<JsonFeature, Writer>> = {
  'large-integer'(choices, call) {
    const found = int64sIn(call)
    const { object, key, path } = choices.pick(found.length > 0 ? found : [undeclaredIn(call)])
    object[key] = marker
    const text = JSON.stringify(call).replace(`"${marker}"`, choices.pick(largeIntegers))
    return { text, path: pathText([...path, key]) }
  },
  'duplicate-key'(choices, call) {
    const { object, path } = choices.pick(
      [...typedObjects(call)].filter((each) => Object.keys(each.object).length > 0),
    )
    const keys = Object.keys(object).filter((key) => !key.startsWith('@'))
    const key = choices.pick(keys.length > 0 ? keys : Object.keys(object))
    object[marker] = object[key]
    if (choices.flag()) object[key] = null
    const text = JSON.stringify(call).replace(`"${marker}":`, `${JSON.stringify(key)}:`)
    return { text, path: pathText([...path, key]) }
  },
  'escaped-surrogates'(choices, call) {
    call.subject = choices.pick(pairs)
    const text = JSON.stringify(call).replace(
      /[^\0-~]/g,
      (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
    )
    return { text, path: 'subject' }
  },
  'lone-surrogate'(choices, call) {
    call.subject = choices.pick(halves)
    return { text: JSON.stringify(call), path: 'subject' }
  },
}

/** Text that no call has: the place of what `JSON.stringify` cannot write. */
const marker = 'graph-call-testkit marker'

const largeIntegers = ['9007199254740993', '9223372036854775807', '-9007199254740993', '1000000000000000128']
const pairs = ['🚀', 'Standup 🚀', '👩‍👩‍👧 Family', '𝒮tandup', 'a\u2028🚀b']
const halves = ['\ud83d', 'Standup \ud83d', '\ude80', '\ude80\ud83d', '🚀\ud83d']

/** Returns the properties with an integer of 64 bits. */
function int64sIn(call: Call) {
  return [...typedObjects(call)].flatMap(({ object, path, type }) =>
    Object.entries(propertiesOf(type)).flatMap(([key, property]) => {
      const isInteger = property.type.kind === 'int64' && typeof object[key] === 'number'
      return isInteger ? [{ object, key, path }] : []
    }),
  )
}

/** Returns a property that a later version of the service may add. */
function undeclaredIn(call: Call) {
  const [whole] = typedObjects(call)
  if (!whole) throw new Error('Expected a call.')
  return { object: whole.object, key: 'revision', path: [] }
}

import { enumTypes } from '../../model/enums.ts'
import type { Tone } from '../../model/types.generated.ts'

/** Names of the keys that are not digits. Source: $metadata v1.0, tone. */
const names: Readonly<Record<string, string>> = { '*': 'star', '#': 'pound' }

const tones: ReadonlyMap<string, Tone> = new Map(enumTypes.tone.members.map((tone) => [tone, tone]))

/**
 * Returns the tone of a key: `1`, `#`, `*` and `A` as on a phone, or the name of the tone, such as `tone1` and `pound`.
 * Undefined if no key has this text.
 */
export function toneOf(key: string): Tone | undefined {
  return tones.get(names[key] ?? (/^\d$/.test(key) ? `tone${key}` : key.toLowerCase()))
}

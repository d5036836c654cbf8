import type { Tone } from '../../model/types.generated.ts'
import { invalidValue } from '../checked-values.ts'

/** Tones by key. Source: $metadata v1.0, tone. */
const tones: ReadonlyMap<string, Tone> = new Map([
  ['0', 'tone0'],
  ['1', 'tone1'],
  ['2', 'tone2'],
  ['3', 'tone3'],
  ['4', 'tone4'],
  ['5', 'tone5'],
  ['6', 'tone6'],
  ['7', 'tone7'],
  ['8', 'tone8'],
  ['9', 'tone9'],
  ['*', 'star'],
  ['#', 'pound'],
  ['A', 'a'],
  ['B', 'b'],
  ['C', 'c'],
  ['D', 'd'],
])

/** @throws TypeError if the text is empty or has other characters than keys */
export function checkedKeys(keys: unknown): string {
  const isValid =
    typeof keys === 'string' && keys !== '' && [...keys].every((key) => tones.has(key.toUpperCase()))
  if (isValid) return keys
  throw invalidValue('keys', keys, 'keys of a phone: 0 to 9, *, #, and A to D')
}

/** Returns the tones of keys that were checked. */
export function tonesOf(keys: string): readonly Tone[] {
  return [...keys].flatMap((key) => tones.get(key.toUpperCase()) ?? [])
}

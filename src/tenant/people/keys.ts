import { invalidValue } from '../../read/invalid-value.ts'
import { toneOf } from '../media/tones.ts'

/** @throws TypeError if the text is empty, or one of its characters is not a key */
export function checkedKeys(keys: unknown): string {
  if (typeof keys === 'string' && keys !== '' && [...keys].every((key) => toneOf(key))) return keys
  throw invalidValue('keys', keys, 'keys of a phone: 0 to 9, *, #, and A to D')
}

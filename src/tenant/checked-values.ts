import { invalidValue } from '../read/invalid-value.ts'

/** @throws TypeError if the value is not an integer of at least 1 */
export function checkedCount(name: string, count: unknown): number {
  if (typeof count === 'number' && Number.isInteger(count) && count >= 1) return count
  throw invalidValue(name, count, 'an integer of at least 1')
}

/** @throws TypeError if the value is not an integer of at least 0 */
export function checkedAmount(name: string, amount: number): number {
  if (Number.isInteger(amount) && amount >= 0) return amount
  throw invalidValue(name, amount, 'an integer of at least 0')
}

/** @throws TypeError if the value is not a number from 0 to 1 */
export function checkedShare(name: string, share: number): number {
  if (typeof share === 'number' && share >= 0 && share <= 1) return share
  throw invalidValue(name, share, 'a number from 0 to 1')
}

/** @throws TypeError if the value is not a 32-bit integer */
export function checkedInt32(name: string, value: number): number {
  if (Number.isInteger(value) && value === (value | 0)) return value
  throw invalidValue(name, value, 'a 32-bit integer')
}

/** @throws TypeError if the value is not a key of the table */
export function checkedKey<Key extends PropertyKey>(
  name: string,
  table: Readonly<Record<Key, unknown>>,
  key: unknown,
): Key {
  if (isKeyOf(table, key)) return key
  throw invalidValue(name, key, `one of ${Object.keys(table).join(', ')}`)
}

/** @throws TypeError if the value is not a string: most often the `id` of a call that has none */
export function checkedCallId(id: unknown): string {
  if (typeof id === 'string') return id
  throw invalidValue('call id', id, 'a string, such as the result of addCall')
}

/** @throws TypeError if the time is not one that a `Date` can have */
export function checkedDate(time: number): number {
  if (typeof time === 'number' && !Number.isNaN(new Date(time).getTime())) return time
  throw invalidValue('time from now()', time, 'milliseconds since 1970')
}

/** True if the value is a key of the table. */
export function isKeyOf<Key extends PropertyKey>(
  table: Readonly<Record<Key, unknown>>,
  key: unknown,
): key is Key {
  const isPropertyKey = typeof key === 'string' || typeof key === 'number'
  return isPropertyKey && Object.hasOwn(table, key)
}

/** @throws TypeError if the value is not iterable */
export function checkedIterable<T>(name: string, value: Iterable<T>): Iterable<T> {
  if (typeof value === 'object' && value !== null && Symbol.iterator in value) return value
  throw invalidValue(name, value, 'an array, or another iterable')
}

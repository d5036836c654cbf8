import { nearestNames } from '../model/nearest-names.ts'
import { describeValue } from './describe-value.ts'

/** Returns the error for an option or argument that has a wrong value. */
export function invalidValue(name: string, value: unknown, expected: string): TypeError {
  const found = value === undefined ? 'undefined' : describeValue(value)
  return new TypeError(`Invalid ${name}: ${found}. Expected ${expected}.`)
}

/** Returns the error for a value that is not one of some names. It suggests the nearest one. */
export function unknownName(name: string, value: unknown, names: readonly string[]): TypeError {
  const [nearest] = nearestNames(String(value).slice(0, 80), names)
  return new TypeError(
    `Invalid ${name}: ${describeValue(value)}. Nearest: ${nearest}. Expected one of ${names.join(', ')}.`,
  )
}

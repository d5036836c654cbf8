import { describeValue } from './describe-value.ts'

/** Returns the error for an option or argument that has a wrong value. */
export function invalidValue(name: string, value: unknown, expected: string): TypeError {
  const found = value === undefined ? 'undefined' : describeValue(value)
  return new TypeError(`Invalid ${name}: ${found}. Expected ${expected}.`)
}

import { describeValue } from '../src/read/describe-value.ts'

/** @throws TypeError if the value is not a tenant */
export function checkTenant(tenant: unknown): void {
  if (typeof tenant === 'object' && tenant !== null && 'reset' in tenant) return
  throw invalidArgument('tenant', tenant, 'the result of createTenant')
}

/** Returns the error for an argument that has a wrong value. */
export function invalidArgument(name: string, value: unknown, expected: string): TypeError {
  const found = value === undefined ? 'undefined' : describeValue(value)
  return new TypeError(`Invalid ${name}: ${found}. Expected ${expected}.`)
}

import { describeValue } from '../src/read/describe-value.ts'

/** @throws TypeError if the value is not a list of paths. A string would be read as a list of its characters. */
export function checkPaths(name: string, paths: unknown): void {
  if (!Array.isArray(paths)) throw invalidArgument(name, paths, 'a list of paths, such as ["pacts"]')
  for (const [index, path] of paths.entries()) checkPath(`${name}[${index}]`, path)
}

/** @throws TypeError if the value is not a path */
export function checkPath(name: string, path: unknown): void {
  if (typeof path === 'string' && path !== '') return
  throw invalidArgument(name, path, 'a path, such as "pacts"')
}

/** @throws TypeError if the value is not a function */
export function checkFunction(name: string, value: unknown): void {
  if (typeof value === 'function') return
  throw invalidArgument(name, value, 'a function')
}

/** @throws TypeError if the value is not a tenant */
export function checkTenant(tenant: unknown): void {
  if (typeof tenant === 'object' && tenant !== null && 'addCall' in tenant) return
  throw invalidArgument('tenant', tenant, 'the result of createTenant')
}

function invalidArgument(name: string, value: unknown, expected: string): TypeError {
  const found = value === undefined ? 'undefined' : describeValue(value)
  return new TypeError(`Invalid ${name}: ${found}. Expected ${expected}.`)
}

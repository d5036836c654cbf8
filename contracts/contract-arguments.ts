import { invalidValue } from '../src/read/invalid-value.ts'

/** @throws TypeError if the value is not a list of paths. A string would be read as a list of its characters. */
export function checkPaths(name: string, paths: unknown): void {
  if (!Array.isArray(paths)) throw invalidValue(name, paths, 'a list of paths, such as ["pacts"]')
  for (const [index, path] of paths.entries()) checkPath(`${name}[${index}]`, path)
}

/** @throws TypeError if the value is not a path */
export function checkPath(name: string, path: unknown): void {
  if (typeof path === 'string' && path !== '') return
  throw invalidValue(name, path, 'a path, such as "pacts"')
}

/** @throws TypeError if the value is not a function */
export function checkFunction(name: string, value: unknown): void {
  if (typeof value === 'function') return
  throw invalidValue(name, value, 'a function')
}

import { invalidValue } from '../src/read/invalid-value.ts'
import { NoPactsError } from './pact-file/pact-files.ts'

/** @throws TypeError if the value is not a list of paths. A string would be read as a list of its characters. */
export function checkPaths(name: string, paths: unknown): void {
  if (!Array.isArray(paths)) throw invalidValue(name, paths, 'a list of paths, such as ["pacts"]')
  for (const [index, path] of paths.entries()) checkPath(`${name}[${index}]`, path)
}

/**
 * @throws TypeError if the value is not a list of paths
 * @throws a {@link NoPactsError} if it is empty, because a check of nothing cannot fail
 */
export function checkDirectories(name: string, paths: readonly string[]): void {
  checkPaths(name, paths)
  if (paths.length === 0) throw new NoPactsError('No contracts to read. Pass the directories of the pacts.')
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

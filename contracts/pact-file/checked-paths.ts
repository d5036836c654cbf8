import { describeValue } from '../../src/read/describe-value.ts'

/**
 * Checks a list of paths. Without this check, a single path would fail in the code that reads the files.
 *
 * @param name - name of the argument, for the message of an error
 * @throws TypeError if the value is not an array of texts that are not empty
 */
export function checkPaths(name: string, paths: unknown): void {
  if (!Array.isArray(paths)) {
    throw new TypeError(`Invalid ${name}: ${describeValue(paths)}. Expected an array, such as ["pacts"].`)
  }
  for (const [index, path] of paths.entries()) checkPath(`${name}[${index}]`, path)
}

/** @throws TypeError if the value is not a text that is not empty */
export function checkPath(name: string, path: unknown): void {
  if (typeof path === 'string' && path !== '') return
  throw new TypeError(`Invalid ${name}: ${describeValue(path)}. Expected a path, such as "pacts".`)
}

import { isJsonObject } from '../../src/model/json.ts'
import {
  type BodyType,
  isPrefixOf,
  leafPathsOf,
  type ReadPath,
  type Step,
  stepsOf,
} from '../reads/read-paths.ts'
import { RedactedError } from '../redacted-error.ts'

/** Paths to compare exactly, in addition to those that the provider state fixes, or `false` to compare all by type. */
export type Exact = readonly ReadPath[] | false

/** Paths that the provider state fixes: a provider that ignores its states must not pass. */
export const fixedByState = {
  call: ['state', 'direction'],
  callError: ['error.code'],
  commsNotifications: [],
  commsNotification: ['changeType', 'resourceData.state', 'resourceData.status'],
} satisfies Record<BodyType, readonly ReadPath[]>

/** Returns the paths in a body that a contract compares exactly. */
export function exactPathsOf(body: BodyType, exact: Exact = []): readonly ReadPath[] {
  if (exact === false) return []
  return body === 'callError' ? fixedByState.callError : [...fixedByState[body], ...exact]
}

/** Thrown if a path to compare exactly has several values, because Pact compares every element with the first one. */
export class ExactPathError extends RedactedError {
  override readonly name = 'ExactPathError'
}

/**
 * Checks the exact paths inside collections.
 *
 * @param body - the whole body of the response
 * @param expected - the part of it that the contract expects
 * @throws an {@link ExactPathError} if the elements of a collection have different values
 */
export function checkElements(body: unknown, expected: unknown, exact: readonly ReadPath[]): void {
  for (const path of leafPathsOf(expected)) {
    if (!path.includes('[]') || !exact.some((prefix) => isPrefixOf(prefix, path))) continue
    const [first, ...others] = valuesAt(body, stepsOf(path))
    const other = others.find((value) => value !== first)
    if (other === undefined) continue
    throw new ExactPathError(
      `Invalid exact: ${path} is ${JSON.stringify(first)} in one element and ${JSON.stringify(other)} in another, and Pact compares every element with the same value. Remove the path here, or use a call with equal elements.`,
    )
  }
}

function valuesAt(value: unknown, [step, ...rest]: readonly Step[]): unknown[] {
  if (step === undefined) return [value]
  if (Array.isArray(value)) return value.flatMap((element) => valuesAt(element, rest))
  return isJsonObject(value) && Object.hasOwn(value, step) ? valuesAt(value[step], rest) : []
}

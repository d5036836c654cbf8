import { nearestNames } from '../../fixtures/nearest-names.ts'
import { describeValue } from '../../src/read/describe-value.ts'
import type { InteractionAnnotations } from '../interaction/annotations.ts'
import { isLine } from './checked-names.ts'
import { ContractDefinitionError, invalidOption } from './contract-definition-error.ts'

/** Checks the value of an option. The value may have any type, because the caller may use JavaScript. */
export type Check = (option: string, value: unknown) => void

/** Checks for all options of a type. TypeScript reports an option without one. */
export type Checks<Options> = { readonly [Option in keyof Required<Options>]: Check }

/** Options that need no value. */
export const optional =
  (check: Check): Check =>
  (option, value) =>
    value === undefined || check(option, value)

/** A check of something that is checked where it is used. */
export const checkedLater: Check = () => {}

/** Checks for the annotations of an interaction or a message. */
export const annotationChecks: Checks<InteractionAnnotations> = {
  description: checkedLater,
  key: checkedLater,
  pending: checkedLater,
  testName: checkedLater,
  comments: checkedLater,
  references: checkedLater,
}

/**
 * Checks all options of an object.
 *
 * @throws {@link ContractDefinitionError} for the first option that is unknown or invalid
 */
export function checkEach<Options>(value: object, checks: Checks<Options>, prefix: string): void {
  const names = Object.keys(checks)
  for (const key of Object.keys(value)) {
    if (!names.includes(key)) throw unknownOption(key, value, names, prefix)
  }
  for (const [name, check] of Object.entries<Check>(checks)) {
    check(prefix + name, Reflect.get(value, name))
  }
}

function unknownOption(key: string, options: object, names: readonly string[], prefix: string) {
  const [nearest = ''] = nearestNames(key.slice(0, 80), names)
  return new ContractDefinitionError(
    `Unknown option: ${prefix}${describeValue(key).slice(1, -1)}. Nearest: ${prefix}${nearest}.`,
    { option: prefix + key, value: Reflect.get(options, key) },
  )
}

/**
 * Returns the check of a list of paths.
 *
 * @param example - a list, for the message of an error
 * @param finder - name of the function that returns such a list as a promise
 */
export function checkListOfPaths(example: string, finder: string): Check {
  const expected = `a list of paths, such as ${example}, or the result of ${finder}`
  return (option, value) => {
    if (Array.isArray(value)) return
    const isPromise = 'then' in Object(value)
    const fix = `Add the missing await: reads: await ${finder}(...)`
    throw invalidOption(option, value, isPromise ? `${expected}. ${fix}` : expected)
  }
}

export function checkInteractionName(option: string, value: unknown): void {
  if (typeof value !== 'string' || !isLine(value)) {
    throw invalidOption(option, value, 'one line of text without spaces at its ends')
  }
}

export function checkFunction(option: string, value: unknown): void {
  if (typeof value !== 'function') throw invalidOption(option, value, 'a function')
}

/** True for an object with options. Not `instanceof`: Jest has an `Object` class of its own. */
export function isObject(value: unknown): value is object {
  return Object.prototype.toString.call(value) === '[object Object]'
}

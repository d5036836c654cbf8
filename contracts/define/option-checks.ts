import { findUnknownOption, type UnknownOption } from '../../src/model/known-options.ts'
import { describeValue } from '../../src/read/describe-value.ts'
import type { InteractionAnnotations } from '../interaction/annotations.ts'
import type { Warn } from '../warn.ts'
import { checkedName, isLine } from './checked-names.ts'
import { checkedPath } from './checked-path.ts'
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

/** Checks for the options that every contract begins with. */
export const namingChecks: Checks<{ consumer: string; provider: string; dir: string }> = {
  consumer: (_, value) => checkedName('consumer', value),
  provider: optional((_, value) => checkedName('provider', value)),
  dir: (_, value) => checkedPath('dir', value),
}

/** Checks for the options that every contract ends with. */
export const recordingChecks: Checks<{ staging: string; warn: Warn }> = {
  staging: optional((_, value) => checkedPath('staging', value)),
  warn: optional((option, value) => {
    if (typeof value !== 'function') throw invalidOption(option, value, 'a function')
  }),
}

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
 * @throws a {@link ContractDefinitionError} for the first option that is unknown or invalid
 */
export function checkEach<Options>(value: object, checks: Checks<Options>, prefix: string): void {
  const names = Object.keys(checks)
  const unknown = findUnknownOption(value, names)
  if (unknown) throw unknownOption(unknown, value, prefix)
  for (const [name, check] of Object.entries<Check>(checks)) {
    check(prefix + name, Reflect.get(value, name))
  }
}

function unknownOption({ name, nearest }: UnknownOption, options: object, prefix: string) {
  return new ContractDefinitionError(
    `Unknown option: ${prefix}${describeValue(name).slice(1, -1)}. Nearest: ${prefix}${nearest}.`,
    { option: prefix + name, value: Reflect.get(options, name) },
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

/**
 * Checks the options of a definition.
 *
 * @param example - such a definition, for the message of an error
 * @throws a {@link ContractDefinitionError} for the first option that is unknown or invalid
 */
export function checkDefinition<Options>(value: unknown, checks: Checks<Options>, example: string): void {
  if (!isObject(value)) throw invalidOption('definition', value, `an object: ${example}`)
  checkEach(value, checks, '')
}

/**
 * Returns the check of a list of interactions or messages: names of fixtures, fixtures with options, and custom ones.
 *
 * @param example - a name of a fixture
 * @param kind - kind of fixture, for the message of an error
 */
export function checkItems<Fixture, Custom>(
  example: string,
  kind: string,
  fixtureChecks: Checks<Fixture>,
  customChecks: Checks<Custom>,
): Check {
  return (option, value) => {
    if (!Array.isArray(value)) throw invalidOption(option, value, `a list, such as ["${example}"]`)
    for (const [index, item] of value.entries()) {
      const name = `${option}[${index}]`
      if (isObject(item)) {
        if ('fixture' in item) checkEach(item, fixtureChecks, `${name}.`)
        else checkEach(item, customChecks, `${name}.`)
      } else if (typeof item !== 'string') {
        throw invalidOption(name, item, `the name of a ${kind}, { fixture }, or { name, body }`)
      }
    }
  }
}

/** True for an object with options. Not `instanceof`: Jest has an `Object` class of its own. */
export function isObject(value: unknown): value is object {
  return Object.prototype.toString.call(value) === '[object Object]'
}
